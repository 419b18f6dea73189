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

    /// <summary>Whether the machine has it, and the transpose, once for all rows of the left, takes less than a sum along the lanes for each.</summary>
    public static bool IsFaster(int lefts, int count) => Avx2.IsSupported && count <= Math.Min(MostSamples, lefts * Lanes256);

    /// <summary>target[i, j] += Σ left[i]·right[j] for eight j; the operands fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref float left, int lefts, ref float right, nint row, int count, ref float target, nint targetRow)
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

    /// <summary>target[i, j] += Σ left[i]·right[j] for eight i and up to four j, where the rows of the target are four numbers long; the operands fit.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddFew(ref float left, ref float right, int rights, nint row, int count, ref float target)
    {
        ref float sums = ref StackMemory.Aligned(stackalloc float[StackMemory.Room<float>(4 * Lanes256)]);
        for (nint j = 0; j < 4; j++)
        {
            Vector256<float>.Zero.StoreUnsafe(ref sums, (nuint)(j * Lanes256));
        }

        // The transpose of the product, which has whole vectors.
        Add(ref right, rights, ref left, row, count, ref sums, Lanes256);
        Vector256<float> c0 = Single256.Load(ref sums, 0), c1 = Single256.Load(ref sums, Lanes256), c2 = Single256.Load(ref sums, 2 * Lanes256), c3 = Single256.Load(ref sums, 3 * Lanes256);
        FourByFour.Lanes(ref c0, ref c1, ref c2, ref c3);
        FourByFour.Halves(ref c0, ref c1);
        FourByFour.Halves(ref c2, ref c3);
        (Single256.Load(ref target, 0) + c0).StoreUnsafe(ref target);
        (Single256.Load(ref target, Lanes256) + c2).StoreUnsafe(ref target, Lanes256);
        (Single256.Load(ref target, 2 * Lanes256) + c1).StoreUnsafe(ref target, 2 * Lanes256);
        (Single256.Load(ref target, 3 * Lanes256) + c3).StoreUnsafe(ref target, 3 * Lanes256);
    }
}
#endif
