#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

/// <summary>Moves samples by eight between the caller's memory and a block, see <see cref="SampleTransposition"/>.</summary>
internal static class SampleTransposition256
{
    // Eight samples of three numbers are three vectors. Number k of sample i stands in lane (3·i + k) % 8 of one of them, every i in another lane.
    private const byte Lanes036 = 0b0100_1001;
    private const byte Lanes147 = 0b1001_0010;
    private const byte Lanes25 = 0b0010_0100;

    /// <inheritdoc cref="SampleTransposition.Gather"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Gather(ref float source, int size, int count, ref float target, nint row) => size switch
    {
        1 => Copy(ref source, count, ref target),
        2 => GatherPairs(ref source, count, ref target, row),
        3 => GatherThrees(ref source, count, ref target, row),
        _ => GatherFours(ref source, size, count, ref target, row),
    };

    /// <inheritdoc cref="SampleTransposition.Scatter"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Scatter(ref float source, nint row, ref float target, int size, int count) => size switch
    {
        1 => Copy(ref source, count, ref target),
        2 => ScatterPairs(ref source, row, ref target, count),
        3 => ScatterThrees(ref source, row, ref target, count),
        _ => ScatterFours(ref source, row, ref target, size, count),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Copy(ref float source, int count, ref float target)
    {
        nint s = 0;
        for (; s + 8 <= count; s += 8)
        {
            Single256.Load(ref source, s).StoreUnsafe(ref Unsafe.Add(ref target, s));
        }

        return (int)s;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherPairs(ref float source, int count, ref float target, nint row)
    {
        nint s = 0;
        for (; s + 8 <= count; s += 8)
        {
            Vector256<float> v0 = Single256.Load(ref source, 2 * s);
            Vector256<float> v1 = Single256.Load(ref source, (2 * s) + 8);
            InOrder(Avx.Shuffle(v0, v1, 0b10_00_10_00)).StoreUnsafe(ref Unsafe.Add(ref target, s));
            InOrder(Avx.Shuffle(v0, v1, 0b11_01_11_01)).StoreUnsafe(ref Unsafe.Add(ref target, row + s));
        }

        return (int)s;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ScatterPairs(ref float source, nint row, ref float target, int count)
    {
        nint s = 0;
        for (; s + 8 <= count; s += 8)
        {
            Vector256<float> v0 = InOrder(Single256.Load(ref source, s));
            Vector256<float> v1 = InOrder(Single256.Load(ref source, row + s));
            Avx.UnpackLow(v0, v1).StoreUnsafe(ref Unsafe.Add(ref target, 2 * s));
            Avx.UnpackHigh(v0, v1).StoreUnsafe(ref Unsafe.Add(ref target, (2 * s) + 8));
        }

        return (int)s;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherThrees(ref float source, int count, ref float target, nint row)
    {
        Vector256<int> order0 = Vector256.Create(0, 3, 6, 1, 4, 7, 2, 5);
        Vector256<int> order1 = Vector256.Create(1, 4, 7, 2, 5, 0, 3, 6);
        Vector256<int> order2 = Vector256.Create(2, 5, 0, 3, 6, 1, 4, 7);
        nint s = 0;
        for (; s + 8 <= count; s += 8)
        {
            Vector256<float> v0 = Single256.Load(ref source, 3 * s);
            Vector256<float> v1 = Single256.Load(ref source, (3 * s) + 8);
            Vector256<float> v2 = Single256.Load(ref source, (3 * s) + 16);
            ref float to = ref Unsafe.Add(ref target, s);
            Avx2.PermuteVar8x32(Avx.Blend(Avx.Blend(v0, v1, Lanes147), v2, Lanes25), order0).StoreUnsafe(ref to);
            Avx2.PermuteVar8x32(Avx.Blend(Avx.Blend(v0, v1, Lanes25), v2, Lanes036), order1).StoreUnsafe(ref Unsafe.Add(ref to, row));
            Avx2.PermuteVar8x32(Avx.Blend(Avx.Blend(v0, v1, Lanes036), v2, Lanes147), order2).StoreUnsafe(ref Unsafe.Add(ref to, 2 * row));
        }

        return (int)s;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ScatterThrees(ref float source, nint row, ref float target, int count)
    {
        Vector256<int> order0 = Vector256.Create(0, 3, 6, 1, 4, 7, 2, 5);
        Vector256<int> order1 = Vector256.Create(5, 0, 3, 6, 1, 4, 7, 2);
        Vector256<int> order2 = Vector256.Create(2, 5, 0, 3, 6, 1, 4, 7);
        nint s = 0;
        for (; s + 8 <= count; s += 8)
        {
            ref float from = ref Unsafe.Add(ref source, s);
            Vector256<float> v0 = Avx2.PermuteVar8x32(Single256.Load(ref from, 0), order0);
            Vector256<float> v1 = Avx2.PermuteVar8x32(Single256.Load(ref from, row), order1);
            Vector256<float> v2 = Avx2.PermuteVar8x32(Single256.Load(ref from, 2 * row), order2);
            ref float to = ref Unsafe.Add(ref target, 3 * s);
            Avx.Blend(Avx.Blend(v0, v1, Lanes147), v2, Lanes25).StoreUnsafe(ref to);
            Avx.Blend(Avx.Blend(v0, v1, Lanes25), v2, Lanes036).StoreUnsafe(ref to, 8);
            Avx.Blend(Avx.Blend(v0, v1, Lanes036), v2, Lanes147).StoreUnsafe(ref to, 16);
        }

        return (int)s;
    }

    /// <summary>Four numbers at a time; the last four may overlap those before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherFours(ref float source, nint size, int count, ref float target, nint row)
    {
        nint s = 0;
        for (; s + 8 <= count; s += 8)
        {
            for (nint k = 0; k < size; k += 4)
            {
                nint first = Math.Min(k, size - 4);
                ref float from = ref Unsafe.Add(ref source, (s * size) + first);
                ref float upper = ref Unsafe.Add(ref from, 4 * size);
                Vector256<float> v0 = Vector256.Create(Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref upper));
                Vector256<float> v1 = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, size)), Vector128.LoadUnsafe(ref Unsafe.Add(ref upper, size)));
                Vector256<float> v2 = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * size)), Vector128.LoadUnsafe(ref Unsafe.Add(ref upper, 2 * size)));
                Vector256<float> v3 = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * size)), Vector128.LoadUnsafe(ref Unsafe.Add(ref upper, 3 * size)));
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ScatterFours(ref float source, nint row, ref float target, nint size, int count)
    {
        nint s = 0;
        for (; s + 8 <= count; s += 8)
        {
            for (nint k = 0; k < size; k += 4)
            {
                nint first = Math.Min(k, size - 4);
                ref float from = ref Unsafe.Add(ref source, (first * row) + s);
                Vector256<float> v0 = Single256.Load(ref from, 0);
                Vector256<float> v1 = Single256.Load(ref from, row);
                Vector256<float> v2 = Single256.Load(ref from, 2 * row);
                Vector256<float> v3 = Single256.Load(ref from, 3 * row);
                FourByFour.Lanes(ref v0, ref v1, ref v2, ref v3);
                ref float to = ref Unsafe.Add(ref target, (s * size) + first);
                ref float upper = ref Unsafe.Add(ref to, 4 * size);
                Store(v0, ref to, ref upper);
                Store(v1, ref Unsafe.Add(ref to, size), ref Unsafe.Add(ref upper, size));
                Store(v2, ref Unsafe.Add(ref to, 2 * size), ref Unsafe.Add(ref upper, 2 * size));
                Store(v3, ref Unsafe.Add(ref to, 3 * size), ref Unsafe.Add(ref upper, 3 * size));
            }
        }

        return (int)s;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> vector, ref float lower, ref float upper)
    {
        vector.GetLower().StoreUnsafe(ref lower);
        vector.GetUpper().StoreUnsafe(ref upper);
    }

    /// <summary>Exchanges the two pairs in the middle: shuffles put what belongs together into the same halves of both operands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> InOrder(Vector256<float> vector) => Avx2.Permute4x64(vector.AsDouble(), 0b11_01_10_00).AsSingle();
}
#endif
