#if NET8_0_OR_GREATER
using System;
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
    public static int Gather(ref float source, int size, int count, ref float target, nint row) => Avx512F.IsSupported
        ? SampleTransposition512.Gather(ref source, size, count, ref target, row)
        : SampleTransposition256.Gather(ref source, size, count, ref target, row);

    /// <summary>From rows of numbers to samples, as many as fill vectors.</summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Scatter(ref float source, nint row, ref float target, int size, int count) => Avx512F.IsSupported
        ? SampleTransposition512.Scatter(ref source, row, ref target, size, count)
        : SampleTransposition256.Scatter(ref source, row, ref target, size, count);

    /// <summary>Copies numbers in vectors as wide as they will be read: a load that needs several stores waits until these have left the processor's buffer.</summary>
    /// <param name="source">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="length">As far as 0 follows the last one; whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void CopyPart(ref float source, int count, ref float target, int length)
    {
        fixed (float* from = &source)
        {
            int i = 0;
            if (Avx512F.IsSupported)
            {
                for (; i + 16 <= count; i += 16)
                {
                    Vector512.LoadUnsafe(ref *from, (nuint)i).StoreUnsafe(ref target, (nuint)i);
                }

                if (i < count)
                {
                    Vector256<float> upper = count - i > 8 ? First(from + i + 8, count - i - 8) : Vector256<float>.Zero;
                    Vector512.Create(First(from + i, count - i), upper).StoreUnsafe(ref target, (nuint)i);
                    i += 16;
                }

                for (; i < length; i += 16)
                {
                    Vector512<float>.Zero.StoreUnsafe(ref target, (nuint)i);
                }

                return;
            }

            for (; i + 8 <= count; i += 8)
            {
                Vector256.LoadUnsafe(ref *from, (nuint)i).StoreUnsafe(ref target, (nuint)i);
            }

            if (i < count)
            {
                First(from + i, count - i).StoreUnsafe(ref target, (nuint)i);
                i += 8;
            }

            for (; i < length; i += 8)
            {
                Vector256<float>.Zero.StoreUnsafe(ref target, (nuint)i);
            }
        }
    }

    /// <summary>Copies numbers in vectors no wider than those that they have been written in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyBack(ref float source, ref float target, int count)
    {
        int i = 0;
        for (; i + 4 <= count; i += 4)
        {
            Vector128.LoadUnsafe(ref source, (nuint)i).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref target, i) = Unsafe.Add(ref source, i);
        }
    }

    /// <summary>Of eight numbers the first; the others are 0, and their memory is not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<float> First(float* source, int count) => Avx.MaskLoad(source, Partial.Mask256<float>(Math.Min(count, 8)));
}
#endif
