#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
    public static int Gather(ref float source, int size, int count, ref float target, nint row, bool isWide) => Avx512F.IsSupported && isWide
        ? SampleTransposition512.Gather(ref source, size, count, ref target, row)
        : SampleTransposition256.Gather(ref source, size, count, ref target, row);

    /// <summary>From rows of numbers to samples, as many as fill vectors.</summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Scatter(ref float source, nint row, ref float target, int size, int count, bool isWide) => Avx512F.IsSupported && isWide
        ? SampleTransposition512.Scatter(ref source, row, ref target, size, count)
        : SampleTransposition256.Scatter(ref source, row, ref target, size, count);

    /// <summary>Copies numbers in vectors as wide as they will be read: a load that needs several stores waits until these have left the processor's buffer.</summary>
    /// <param name="source">The first number.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="length">As far as 0 follows the last one; whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyPart(ref float source, int count, ref float target, int length)
    {
        int whole = (count - 1) / Lanes * Lanes;
        ref float rest = ref Unsafe.Add(ref source, whole);
        if (Avx512F.IsSupported)
        {
            CopyPart<Single512, Vector512<float>>(ref source, whole, Partial.Load512(ref rest, count - whole), ref target, length);
        }
        else
        {
            CopyPart<Single256, Vector256<float>>(ref source, whole, Partial.Load256(ref rest, count - whole), ref target, length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPart<TLanes, TVector>(ref float source, nint whole, TVector last, ref float target, nint length)
        where TLanes : struct, ILanes<TVector, float>
    {
        for (nint i = 0; i < whole; i += TLanes.Count)
        {
            TLanes.Store(TLanes.Load(ref source, i), ref target, i);
        }

        TLanes.Store(last, ref target, whole);
        for (nint i = whole + TLanes.Count; i < length; i += TLanes.Count)
        {
            TLanes.Store(TLanes.Fill(0), ref target, i);
        }
    }
}
#endif
