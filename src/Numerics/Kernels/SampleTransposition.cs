#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

/// <summary>Moves a vector of samples at a time between the caller's memory, where they stand one after another, and a block, where they stand number by number.</summary>
internal static class SampleTransposition
{
    /// <summary>Most samples that are moved at a time.</summary>
    public const int MostLanes = 16;

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx2.IsSupported;
    }

    /// <summary>Samples that are moved at a time.</summary>
    public static int Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported ? MostLanes : 8;
    }

    /// <summary>From samples to rows of numbers, as many samples as fill vectors.</summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Gather(ref float source, int size, int count, ref float target, nint row) => Avx512F.IsSupported
        ? SampleTransposition512.Gather(ref source, size, count, ref target, row)
        : SampleTransposition256.Gather(ref source, size, count, ref target, row);

    /// <summary>From rows of numbers to samples, as many as fill vectors.</summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Scatter(ref float source, nint row, ref float target, int size, int count) => Avx512F.IsSupported
        ? SampleTransposition512.Scatter(ref source, row, ref target, size, count)
        : SampleTransposition256.Scatter(ref source, row, ref target, size, count);
}
#endif
