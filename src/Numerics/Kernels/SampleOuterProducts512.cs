#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

/// <summary>
/// Sums over samples in the lanes of 512 bits of floats by way of their transpose: sixteen rows become a vector for each sample, and every number of the other factor is
/// multiplied with one. Of few samples that takes a fraction of what adding up the lanes of every sum does.
/// </summary>
internal static class SampleOuterProducts512
{
    private const int Lanes512 = 16;
    private const int Half = 8;

    /// <summary>Whether the machine has it, and the transpose, once for all rows of the left, takes less than a sum along the lanes for each.</summary>
    public static bool IsFaster(int lefts, int count) => Avx512F.IsSupported && count <= lefts * Lanes512;

    /// <summary>target[i, j] += Σ left[i]·right[j] for sixteen j; the operands fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref float left, int lefts, ref float right, nint row, int count, ref float target, nint targetRow)
    {
        nint s = 0;
        for (; s + Half < count; s += Lanes512)
        {
            ref float d = ref Unsafe.Add(ref right, s);
            Vector512<float> d0 = Single512.Load(ref d, 0), d1 = Single512.Load(ref d, row), d2 = Single512.Load(ref d, 2 * row), d3 = Single512.Load(ref d, 3 * row);
            FourByFour.Lanes(ref d0, ref d1, ref d2, ref d3);
            d = ref Unsafe.Add(ref d, 4 * row);
            Vector512<float> d4 = Single512.Load(ref d, 0), d5 = Single512.Load(ref d, row), d6 = Single512.Load(ref d, 2 * row), d7 = Single512.Load(ref d, 3 * row);
            FourByFour.Lanes(ref d4, ref d5, ref d6, ref d7);
            d = ref Unsafe.Add(ref d, 4 * row);
            Vector512<float> d8 = Single512.Load(ref d, 0), d9 = Single512.Load(ref d, row), d10 = Single512.Load(ref d, 2 * row), d11 = Single512.Load(ref d, 3 * row);
            FourByFour.Lanes(ref d8, ref d9, ref d10, ref d11);
            d = ref Unsafe.Add(ref d, 4 * row);
            Vector512<float> d12 = Single512.Load(ref d, 0), d13 = Single512.Load(ref d, row), d14 = Single512.Load(ref d, 2 * row), d15 = Single512.Load(ref d, 3 * row);
            FourByFour.Lanes(ref d12, ref d13, ref d14, ref d15);

            // Now vector 4·u + i holds four units from 4·u on, of the samples i, i + 4, i + 8 and i + 12. Then vector k holds sample k.
            FourByFour.Fours(ref d0, ref d4, ref d8, ref d12);
            FourByFour.Fours(ref d1, ref d5, ref d9, ref d13);
            FourByFour.Fours(ref d2, ref d6, ref d10, ref d14);
            FourByFour.Fours(ref d3, ref d7, ref d11, ref d15);

            ref float x = ref Unsafe.Add(ref left, s);
            ref float to = ref target;
            for (int i = 0; i < lefts; i++)
            {
                Vector512<float> c0 = Fused.MultiplyAdd(d0, Vector512.Create(x), Single512.Load(ref to, 0));
                Vector512<float> c1 = d1 * Vector512.Create(Unsafe.Add(ref x, 1));
                Vector512<float> c2 = d2 * Vector512.Create(Unsafe.Add(ref x, 2));
                Vector512<float> c3 = d3 * Vector512.Create(Unsafe.Add(ref x, 3));
                c0 = Fused.MultiplyAdd(d4, Vector512.Create(Unsafe.Add(ref x, 4)), c0);
                c1 = Fused.MultiplyAdd(d5, Vector512.Create(Unsafe.Add(ref x, 5)), c1);
                c2 = Fused.MultiplyAdd(d6, Vector512.Create(Unsafe.Add(ref x, 6)), c2);
                c3 = Fused.MultiplyAdd(d7, Vector512.Create(Unsafe.Add(ref x, 7)), c3);
                c0 = Fused.MultiplyAdd(d8, Vector512.Create(Unsafe.Add(ref x, 8)), c0);
                c1 = Fused.MultiplyAdd(d9, Vector512.Create(Unsafe.Add(ref x, 9)), c1);
                c2 = Fused.MultiplyAdd(d10, Vector512.Create(Unsafe.Add(ref x, 10)), c2);
                c3 = Fused.MultiplyAdd(d11, Vector512.Create(Unsafe.Add(ref x, 11)), c3);
                c0 = Fused.MultiplyAdd(d12, Vector512.Create(Unsafe.Add(ref x, 12)), c0);
                c1 = Fused.MultiplyAdd(d13, Vector512.Create(Unsafe.Add(ref x, 13)), c1);
                c2 = Fused.MultiplyAdd(d14, Vector512.Create(Unsafe.Add(ref x, 14)), c2);
                c3 = Fused.MultiplyAdd(d15, Vector512.Create(Unsafe.Add(ref x, 15)), c3);
                ((c0 + c2) + (c1 + c3)).StoreUnsafe(ref to);
                x = ref Unsafe.Add(ref x, row);
                to = ref Unsafe.Add(ref to, targetRow);
            }
        }

        if (s < count)
        {
            AddHalf(ref Unsafe.Add(ref left, s), lefts, ref Unsafe.Add(ref right, s), row, ref target, targetRow);
        }
    }

    /// <summary>The same for up to eight samples; nothing of others is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddHalf(ref float left, int lefts, ref float right, nint row, ref float target, nint targetRow)
    {
        // Four samples of every fourth unit: transposed, vector k holds sample k, and all units in order.
        Vector512<float> d0 = FourByFour.EveryFourth(ref right, row), d1 = FourByFour.EveryFourth(ref Unsafe.Add(ref right, row), row);
        Vector512<float> d2 = FourByFour.EveryFourth(ref Unsafe.Add(ref right, 2 * row), row), d3 = FourByFour.EveryFourth(ref Unsafe.Add(ref right, 3 * row), row);
        FourByFour.Lanes(ref d0, ref d1, ref d2, ref d3);
        right = ref Unsafe.Add(ref right, 4);
        Vector512<float> d4 = FourByFour.EveryFourth(ref right, row), d5 = FourByFour.EveryFourth(ref Unsafe.Add(ref right, row), row);
        Vector512<float> d6 = FourByFour.EveryFourth(ref Unsafe.Add(ref right, 2 * row), row), d7 = FourByFour.EveryFourth(ref Unsafe.Add(ref right, 3 * row), row);
        FourByFour.Lanes(ref d4, ref d5, ref d6, ref d7);
        for (int i = 0; i < lefts; i++)
        {
            Vector512<float> c0 = Fused.MultiplyAdd(d0, Vector512.Create(left), Single512.Load(ref target, 0));
            Vector512<float> c1 = d1 * Vector512.Create(Unsafe.Add(ref left, 1));
            c0 = Fused.MultiplyAdd(d2, Vector512.Create(Unsafe.Add(ref left, 2)), c0);
            c1 = Fused.MultiplyAdd(d3, Vector512.Create(Unsafe.Add(ref left, 3)), c1);
            c0 = Fused.MultiplyAdd(d4, Vector512.Create(Unsafe.Add(ref left, 4)), c0);
            c1 = Fused.MultiplyAdd(d5, Vector512.Create(Unsafe.Add(ref left, 5)), c1);
            c0 = Fused.MultiplyAdd(d6, Vector512.Create(Unsafe.Add(ref left, 6)), c0);
            c1 = Fused.MultiplyAdd(d7, Vector512.Create(Unsafe.Add(ref left, 7)), c1);
            (c0 + c1).StoreUnsafe(ref target);
            left = ref Unsafe.Add(ref left, row);
            target = ref Unsafe.Add(ref target, targetRow);
        }
    }

    /// <summary>target[i, j] += Σ left[i]·right[j] for sixteen i and a few j, where the rows of the target are two or four numbers long; the operands fit.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddFew(ref float left, ref float right, int rights, nint row, int count, ref float target, int targetRow)
    {
        ref float sums = ref StackMemory.Aligned(stackalloc float[StackMemory.Room<float>(4 * Lanes512)]);
        for (nint j = 0; j < 4; j++)
        {
            Vector512<float>.Zero.StoreUnsafe(ref sums, (nuint)(j * Lanes512));
        }

        // The transpose of the product, which has whole vectors.
        Add(ref right, rights, ref left, row, count, ref sums, Lanes512);
        Vector512<float> c0 = Single512.Load(ref sums, 0), c1 = Single512.Load(ref sums, Lanes512);
        if (targetRow == FewSums.Pair)
        {
            Vector512<int> order = Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
            (Single512.Load(ref target, 0) + Avx512F.PermuteVar16x32x2(c0, order, c1)).StoreUnsafe(ref target);
            (Single512.Load(ref target, Lanes512) + Avx512F.PermuteVar16x32x2(c0, order + Vector512.Create(Half), c1)).StoreUnsafe(ref target, Lanes512);
            return;
        }

        Vector512<float> c2 = Single512.Load(ref sums, 2 * Lanes512), c3 = Single512.Load(ref sums, 3 * Lanes512);
        FourByFour.Lanes(ref c0, ref c1, ref c2, ref c3);
        FourByFour.Fours(ref c0, ref c1, ref c2, ref c3);
        (Single512.Load(ref target, 0) + c0).StoreUnsafe(ref target);
        (Single512.Load(ref target, Lanes512) + c1).StoreUnsafe(ref target, Lanes512);
        (Single512.Load(ref target, 2 * Lanes512) + c2).StoreUnsafe(ref target, 2 * Lanes512);
        (Single512.Load(ref target, 3 * Lanes512) + c3).StoreUnsafe(ref target, 3 * Lanes512);
    }
}
#endif
