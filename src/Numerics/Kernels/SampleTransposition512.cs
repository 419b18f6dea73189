#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

/// <summary>Moves samples by sixteen between the caller's memory and a block, see <see cref="SampleTransposition"/>.</summary>
internal static class SampleTransposition512
{
    private static Vector512<int> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <inheritdoc cref="SampleTransposition.Gather"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Gather(ref float source, int size, int count, ref float target, nint row) => size switch
    {
        1 => GatherFew<One>(ref source, count, ref target, row),
        2 => GatherFew<Two>(ref source, count, ref target, row),
        3 => GatherFew<Three>(ref source, count, ref target, row),
        4 => GatherFour(ref source, count, ref target, row),
        _ => GatherFours(ref source, size, count, ref target, row),
    };

    /// <inheritdoc cref="SampleTransposition.Scatter"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Scatter(ref float source, nint row, ref float target, int size, int count) => size switch
    {
        1 => ScatterFew<One>(ref source, row, ref target, count),
        2 => ScatterFew<Two>(ref source, row, ref target, count),
        3 => ScatterFew<Three>(ref source, row, ref target, count),
        _ => ScatterFours(ref source, row, ref target, size, count),
    };

    /// <summary>16 samples of 1 to 3 numbers at a time: each row takes its numbers out of the vectors that hold the samples.</summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherFew<TSize>(ref float source, int count, ref float target, nint row)
        where TSize : struct, ICount
    {
        int size = TSize.Value;

        // Number k of a sample stands at sample·size + k of the vectors one after another. The low five bits choose among two of them.
        Vector512<int> first = Indices * size;
        nint last1 = size > 1 ? 16 : 0;
        nint last2 = size > 2 ? 32 : 0;
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            Vector512<float> v0 = Vector512.LoadUnsafe(ref source);
            Vector512<float> v1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, last1));
            Vector512<float> v2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, last2));
            ref float to = ref Unsafe.Add(ref target, s);
            Vector512<int> index = first;
            for (int k = 0; k < size; k++)
            {
                Vector512<float> numbers = Avx512F.PermuteVar16x32x2(v0, index, v1);
                if (size > 2)
                {
                    numbers = Vector512.ConditionalSelect(Vector512.LessThan(index, Vector512.Create(32)).AsSingle(), numbers, Avx512F.PermuteVar16x32(v2, index));
                }

                numbers.StoreUnsafe(ref to);
                index += Vector512<int>.One;
                to = ref Unsafe.Add(ref to, row);
            }

            source = ref Unsafe.Add(ref source, 16 * size);
        }

        return (int)s;
    }

    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ScatterFew<TSize>(ref float source, nint row, ref float target, int count)
        where TSize : struct, ICount
    {
        int size = TSize.Value;
        (Vector512<int> first0, Vector512<int> all0) = Places(0, size);
        (Vector512<int> first1, Vector512<int> all1) = Places(1, size);
        (Vector512<int> first2, Vector512<int> all2) = Places(2, size);
        nint last1 = size > 1 ? row : 0;
        nint last2 = size > 2 ? 2 * row : 0;
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            ref float from = ref Unsafe.Add(ref source, s);
            Vector512<float> v0 = Vector512.LoadUnsafe(ref from);
            Vector512<float> v1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, last1));
            Vector512<float> v2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, last2));
            ref float to = ref Unsafe.Add(ref target, s * size);
            Vector512<float> numbers = Avx512F.PermuteVar16x32x2(v0, first0, v1);
            (size > 2 ? Avx512F.PermuteVar16x32x2(numbers, all0, v2) : numbers).StoreUnsafe(ref to);
            if (size > 1)
            {
                numbers = Avx512F.PermuteVar16x32x2(v0, first1, v1);
                (size > 2 ? Avx512F.PermuteVar16x32x2(numbers, all1, v2) : numbers).StoreUnsafe(ref to, 16);
            }

            if (size > 2)
            {
                numbers = Avx512F.PermuteVar16x32x2(v0, first2, v1);
                Avx512F.PermuteVar16x32x2(numbers, all2, v2).StoreUnsafe(ref to, 32);
            }
        }

        return (int)s;
    }

    /// <summary>Where the numbers of a vector of samples one after another stand in the first two rows, and then in what these give and the third.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<int> First, Vector512<int> All) Places(int vector, int size)
    {
        // Place p belongs to number p % size of sample p / size. A reciprocal a little too large makes no difference here.
        Vector512<int> place = Indices + Vector512.Create(vector * 16);
        Vector512<int> sample = (place * Vector512.Create((65536 / size) + 1)) >> 16;
        Vector512<int> number = place - (sample * size);
        Vector512<int> isThird = Vector512.Equals(number, Vector512.Create(2));
        return (sample + ((number & Vector512<int>.One) << 4), Vector512.ConditionalSelect(isThird, sample + Vector512.Create(16), Indices));
    }

    /// <summary>16 samples of 4 numbers at a time: first two numbers of eight samples each, then one of all.</summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherFour(ref float source, int count, ref float target, nint row)
    {
        Vector512<int> firstTwo = Vector512.Create(0, 4, 8, 12, 16, 20, 24, 28, 1, 5, 9, 13, 17, 21, 25, 29);
        Vector512<int> lastTwo = firstTwo + Vector512.Create(2);
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            ref float from = ref Unsafe.Add(ref source, s * 4);
            Vector512<float> v0 = Vector512.LoadUnsafe(ref from);
            Vector512<float> v1 = Vector512.LoadUnsafe(ref from, 16);
            Vector512<float> v2 = Vector512.LoadUnsafe(ref from, 32);
            Vector512<float> v3 = Vector512.LoadUnsafe(ref from, 48);
            ref float to = ref Unsafe.Add(ref target, s);
            StoreHalves(Avx512F.PermuteVar16x32x2(v0, firstTwo, v1), Avx512F.PermuteVar16x32x2(v2, firstTwo, v3), ref to, ref Unsafe.Add(ref to, row));
            to = ref Unsafe.Add(ref to, 2 * row);
            StoreHalves(Avx512F.PermuteVar16x32x2(v0, lastTwo, v1), Avx512F.PermuteVar16x32x2(v2, lastTwo, v3), ref to, ref Unsafe.Add(ref to, row));
        }

        return (int)s;
    }

    /// <summary>The lower halves of two vectors go to one place, the upper ones to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector512<float> left, Vector512<float> right, ref float lower, ref float upper)
    {
        Avx512F.Shuffle4x128(left, right, 0b01_00_01_00).StoreUnsafe(ref lower);
        Avx512F.Shuffle4x128(left, right, 0b11_10_11_10).StoreUnsafe(ref upper);
    }

    /// <summary>
    /// 16 samples at a time, and 4 of their numbers: a vector holds those of every fourth sample, so that transposing its fours leaves the samples in order. The last
    /// four numbers may overlap those before.
    /// </summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherFours(ref float source, nint size, int count, ref float target, nint row)
    {
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            for (nint k = 0; k < size; k += 4)
            {
                nint first = Math.Min(k, size - 4);
                ref float from = ref Unsafe.Add(ref source, (s * size) + first);
                Vector512<float> v0 = FourByFour.EveryFourth(ref from, size);
                Vector512<float> v1 = FourByFour.EveryFourth(ref Unsafe.Add(ref from, size), size);
                Vector512<float> v2 = FourByFour.EveryFourth(ref Unsafe.Add(ref from, 2 * size), size);
                Vector512<float> v3 = FourByFour.EveryFourth(ref Unsafe.Add(ref from, 3 * size), size);
                FourByFour.Lanes(ref v0, ref v1, ref v2, ref v3);
                ref float to = ref Unsafe.Add(ref target, (first * row) + s);
                v0.StoreUnsafe(ref to);
                v1.StoreUnsafe(ref Unsafe.Add(ref to, row));
                v2.StoreUnsafe(ref Unsafe.Add(ref to, 2 * row));
                v3.StoreUnsafe(ref Unsafe.Add(ref to, 3 * row));
            }
        }

        return (int)s;
    }

    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ScatterFours(ref float source, nint row, ref float target, nint size, int count)
    {
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            for (nint k = 0; k < size; k += 4)
            {
                nint first = Math.Min(k, size - 4);
                ref float from = ref Unsafe.Add(ref source, (first * row) + s);
                Vector512<float> v0 = Vector512.LoadUnsafe(ref from);
                Vector512<float> v1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, row));
                Vector512<float> v2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, 2 * row));
                Vector512<float> v3 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, 3 * row));
                FourByFour.Lanes(ref v0, ref v1, ref v2, ref v3);
                ref float to = ref Unsafe.Add(ref target, (s * size) + first);
                StoreEveryFourth(v0, ref to, size);
                StoreEveryFourth(v1, ref Unsafe.Add(ref to, size), size);
                StoreEveryFourth(v2, ref Unsafe.Add(ref to, 2 * size), size);
                StoreEveryFourth(v3, ref Unsafe.Add(ref to, 3 * size), size);
            }
        }

        return (int)s;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreEveryFourth(Vector512<float> vector, ref float target, nint size)
    {
        vector.GetLower().GetLower().StoreUnsafe(ref target);
        vector.GetLower().GetUpper().StoreUnsafe(ref Unsafe.Add(ref target, 4 * size));
        vector.GetUpper().GetLower().StoreUnsafe(ref Unsafe.Add(ref target, 8 * size));
        vector.GetUpper().GetUpper().StoreUnsafe(ref Unsafe.Add(ref target, 12 * size));
    }
}
#endif
