using System;
using System.Globalization;

namespace NetGen;

/// <summary>How many cores the calls of networks on a thread may use.</summary>
/// <remarks>
/// Each core computes its own columns of a product and keeps their weights in its cache, so that any number of cores gives the same bits. Only products that are large
/// enough are divided: a small network stays on one core. A <c>Trainer</c> uses all cores on its own account; this is for training loops of one's own, and for predictions
/// in large batches. Calls on several threads at once do not share their cores: the first has them, the others have one each.
/// </remarks>
public static class Parallelism
{
    [ThreadStatic]
    private static int _ofThread;

    /// <summary>The most cores that a call on this thread uses: 1, unless it is set. From .NET 8 on; before, there is no more than one.</summary>
    /// <value>At least 1. More than the machine has is the same as all that it has.</value>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1 is set.</exception>
    public static int MaxDegreeOfParallelism
    {
        get => OfThread;
        set => _ofThread = value >= 1
            ? Math.Min(value, Environment.ProcessorCount)
            : throw new ArgumentOutOfRangeException(
                nameof(value), $"MaxDegreeOfParallelism is {value.ToString(CultureInfo.InvariantCulture)}; expected 1 at least.");
    }

    internal static int OfThread => Math.Max(1, _ofThread);
}
