#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

/// <summary>Sums over samples in the lanes of 256 bits of floats by way of their transpose, as <see cref="SampleOuterProducts512"/>: eight rows become a vector for each sample.</summary>
internal static class SampleOuterProducts256
{
    private const int Lanes256 = 8;

    /// <summary>Samples up to which it pays that every number of the left is loaded alone, which a tile does with eight at once.</summary>
    private const int MostSamples = 4 * Lanes256;

    /// <summary>Whether the machine has it, and the samples are so few that the transpose takes less than a sum along the lanes for each.</summary>
    public static bool IsFaster(int count) => Avx2.IsSupported && count <= MostSamples;

    /// <summary>target[i, j] += Σ left[i]·right[j]; the operands fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref float left, int lefts, ref float right, int rights, nint row, int count, Span<float> target, int targetRow)
    {
        int j = 0;
        for (; j + Lanes256 <= rights; j += Lanes256)
        {
            AddEight(ref left, lefts, ref Unsafe.Add(ref right, j * row), row, count, ref target[j], targetRow);
        }

        for (; j < rights; j += FewSums.Count)
        {
            AddFew(ref left, lefts, ref Unsafe.Add(ref right, j * row), Math.Min(FewSums.Count, rights - j), row, count, target.Slice(j), targetRow);
        }
    }

    /// <summary>The same for eight j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEight(ref float left, int lefts, ref float right, nint row, int count, ref float target, nint targetRow)
    {
        for (nint s = 0; s < count; s += Lanes256)
        {
            ref float d = ref Unsafe.Add(ref right, s);
            Vector256<float> d0 = Single256.Load(ref d, 0), d1 = Single256.Load(ref d, row), d2 = Single256.Load(ref d, 2 * row), d3 = Single256.Load(ref d, 3 * row);
            FourByFour.Lanes(ref d0, ref d1, ref d2, ref d3);
            d = ref Unsafe.Add(ref d, 4 * row);
            Vector256<float> d4 = Single256.Load(ref d, 0), d5 = Single256.Load(ref d, row), d6 = Single256.Load(ref d, 2 * row), d7 = Single256.Load(ref d, 3 * row);
            FourByFour.Lanes(ref d4, ref d5, ref d6, ref d7);

            // Now the vectors i and i + 4 hold four units each, of the samples i and i + 4. Then vector k holds sample k.
            FourByFour.Halves(ref d0, ref d4);
            FourByFour.Halves(ref d1, ref d5);
            FourByFour.Halves(ref d2, ref d6);
            FourByFour.Halves(ref d3, ref d7);

            ref float x = ref Unsafe.Add(ref left, s);
            ref float to = ref target;
            for (int i = 0; i < lefts; i++)
            {
                Vector256<float> c0 = Fused.MultiplyAdd(d0, Vector256.Create(x), Single256.Load(ref to, 0));
                Vector256<float> c1 = d1 * Vector256.Create(Unsafe.Add(ref x, 1));
                c0 = Fused.MultiplyAdd(d2, Vector256.Create(Unsafe.Add(ref x, 2)), c0);
                c1 = Fused.MultiplyAdd(d3, Vector256.Create(Unsafe.Add(ref x, 3)), c1);
                c0 = Fused.MultiplyAdd(d4, Vector256.Create(Unsafe.Add(ref x, 4)), c0);
                c1 = Fused.MultiplyAdd(d5, Vector256.Create(Unsafe.Add(ref x, 5)), c1);
                c0 = Fused.MultiplyAdd(d6, Vector256.Create(Unsafe.Add(ref x, 6)), c0);
                c1 = Fused.MultiplyAdd(d7, Vector256.Create(Unsafe.Add(ref x, 7)), c1);
                (c0 + c1).StoreUnsafe(ref to);
                x = ref Unsafe.Add(ref x, row);
                to = ref Unsafe.Add(ref to, targetRow);
            }
        }
    }

    /// <summary>The same for up to four j; where rows are missing, the last one is taken again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFew(ref float left, int lefts, ref float right, int rights, nint row, int count, Span<float> target, int targetRow)
    {
        ref float right1 = ref Unsafe.Add(ref right, Math.Min(1, rights - 1) * row);
        ref float right2 = ref Unsafe.Add(ref right, Math.Min(2, rights - 1) * row);
        ref float right3 = ref Unsafe.Add(ref right, Math.Min(3, rights - 1) * row);
        Vector128<float> first = Partial.Mask128<float>(rights);
        for (nint s = 0; s < count; s += Lanes256)
        {
            // Vector k becomes sample k in its lower half and sample k + 4 in the upper one.
            Vector256<float> d0 = Single256.Load(ref right, s), d1 = Single256.Load(ref right1, s), d2 = Single256.Load(ref right2, s), d3 = Single256.Load(ref right3, s);
            FourByFour.Lanes(ref d0, ref d1, ref d2, ref d3);
            ref float x = ref Unsafe.Add(ref left, s);
            for (int i = 0; i < lefts; i++)
            {
                Vector256<float> factors = Single256.Load(ref x, 0);
                Vector256<float> c0 = d0 * Avx.Permute(factors, 0b00_00_00_00);
                Vector256<float> c1 = d1 * Avx.Permute(factors, 0b01_01_01_01);
                c0 = Fused.MultiplyAdd(d2, Avx.Permute(factors, 0b10_10_10_10), c0);
                c1 = Fused.MultiplyAdd(d3, Avx.Permute(factors, 0b11_11_11_11), c1);
                c0 += c1;
                FewSums.Add(c0.GetLower() + c0.GetUpper(), target.Slice(i * targetRow), targetRow, first);
                x = ref Unsafe.Add(ref x, row);
            }
        }
    }
}
#endif
