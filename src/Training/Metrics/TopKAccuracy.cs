using System;
using System.Globalization;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>The share of the samples whose class is among the k largest outputs. Of equal outputs the first counts as larger, so that k = 1 is the accuracy.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class TopKAccuracy<T> : Metric<T>
    where T : unmanaged
{
    private readonly int _k;
    private long _right;
    private long _count;

    /// <summary>Starts without samples.</summary>
    /// <param name="k">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is less than 1.</exception>
    public TopKAccuracy(int k = 5)
    {
        _k = Hyperparameter.AtLeast(1, k, nameof(k));
        Name = $"top-{k.ToString(CultureInfo.InvariantCulture)} accuracy";
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool HigherIsBetter => true;

    /// <inheritdoc/>
    public override double Value => (double)_right / _count;

    /// <inheritdoc/>
    public override void Reset() => (_right, _count) = (0, 0);

    /// <inheritdoc/>
    public override void Add(Predictions<T> batch)
    {
        if (batch.OutputSize == 1)
        {
            throw new NotSupportedException("Top-k accuracy needs an output for each class; the network has one output.");
        }

        for (int n = 0; n < batch.Count; n++)
        {
            _right += LargerOutputs(batch.Output(n), batch.Class(n)) < _k ? 1 : 0;
        }

        _count += batch.Count;
    }

    /// <summary>How many outputs are larger than that of a class; NaN is larger than any number.</summary>
    private static int LargerOutputs(ReadOnlySpan<T> outputs, int @class)
    {
        double own = Real.ToDouble(outputs[@class]);
        int larger = 0;
        for (int k = 0; k < outputs.Length; k++)
        {
            double other = Real.ToDouble(outputs[k]);
            bool isSmaller = k < @class ? other < own : other <= own;
            larger += k == @class || isSmaller ? 0 : 1;
        }

        return larger;
    }
}
