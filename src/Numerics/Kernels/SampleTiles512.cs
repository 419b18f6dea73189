#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics.Kernels;

/// <summary>Sums over samples in the lanes of 512 bits of floats, sixteen at once: so many chains of additions keep the processor busy, and so many sums fill a vector.</summary>
internal static class SampleTiles512
{
    private const int Lanes512 = 16;

    /// <summary>target[i, j] += Σ left[i]·right[j]; the operands fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int row, int count, Span<float> target, int targetRow)
    {
        int lefts = left.Length / row;
        int rights = right.Length / row;
        int wide = rights / Lanes512 * Lanes512;
        ref float a = ref MemoryMarshal.GetReference(left);
        ref float b = ref MemoryMarshal.GetReference(right);
        bool isFewSamples = SampleOuterProducts512.IsFaster(lefts, count);
        for (int j = 0; j < wide; j += Lanes512)
        {
            ref float columns = ref Unsafe.Add(ref b, j * row);
            if (isFewSamples)
            {
                SampleOuterProducts512.Add(ref a, lefts, ref columns, row, count, ref target[j], targetRow);
                continue;
            }

            for (int i = 0; i < lefts; i++)
            {
                AddRow(ref Unsafe.Add(ref a, i * row), ref columns, row, count, target.Slice((i * targetRow) + j, Lanes512));
            }
        }

        bool isNarrow = rights <= targetRow && (targetRow == FewSums.Count || targetRow == FewSums.Pair);
        int high = isNarrow && SampleOuterProducts512.IsFaster(rights, count) ? Math.Min(lefts, target.Length / targetRow) / Lanes512 * Lanes512 : 0;
        for (int i = 0; i < high; i += Lanes512)
        {
            SampleOuterProducts512.AddFew(ref Unsafe.Add(ref a, i * row), ref b, rights, row, count, ref target[i * targetRow], targetRow);
        }

        // One vector of samples: sums along sixteen lanes take longer than transposes of eight.
        if (count <= Lanes512 && SampleOuterProducts256.IsFaster(count))
        {
            if (wide < rights && high < lefts)
            {
                SampleOuterProducts256.Add(ref Unsafe.Add(ref a, high * row), lefts - high, ref Unsafe.Add(ref b, wide * row), rights - wide, row, count, target.Slice((high * targetRow) + wide), targetRow);
            }

            return;
        }

        for (int i = high; i < lefts; i += FewSums.Count)
        {
            for (int j = wide; j < rights; j += FewSums.Count)
            {
                int rows = Math.Min(FewSums.Count, lefts - i);
                int columns = Math.Min(FewSums.Count, rights - j);
                Vector128<float> first = Partial.Mask128<float>(columns);
                Vector512<float> sums = Tile(ref Unsafe.Add(ref a, i * row), rows, ref Unsafe.Add(ref b, j * row), columns, row, count);
                Span<float> place = target.Slice((i * targetRow) + j);
                FewSums.Add(sums.GetLower().GetLower(), place, targetRow, first);
                if (rows > 1)
                {
                    FewSums.Add(sums.GetLower().GetUpper(), place.Slice(targetRow), targetRow, first);
                }

                if (rows > 2)
                {
                    FewSums.Add(sums.GetUpper().GetLower(), place.Slice(2 * targetRow), targetRow, first);
                }

                if (rows > 3)
                {
                    FewSums.Add(sums.GetUpper().GetUpper(), place.Slice(3 * targetRow), targetRow, first);
                }
            }
        }
    }

    /// <summary>target[j] += Σ values[j]; the operands fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddSums(ReadOnlySpan<float> values, int row, int count, Span<float> target)
    {
        int rows = values.Length / row;
        for (int j = 0; j < rows; j += FewSums.Count)
        {
            // Where rows are missing, the last one is summed up again.
            int some = Math.Min(FewSums.Count, rows - j);
            ref float v0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(values), j * row);
            ref float v1 = ref Unsafe.Add(ref v0, Math.Min(1, some - 1) * row);
            ref float v2 = ref Unsafe.Add(ref v0, Math.Min(2, some - 1) * row);
            ref float v3 = ref Unsafe.Add(ref v0, Math.Min(3, some - 1) * row);
            Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
            for (nint s = 0; s < count; s += Lanes512)
            {
                c0 += Single512.Load(ref v0, s);
                c1 += Single512.Load(ref v1, s);
                c2 += Single512.Load(ref v2, s);
                c3 += Single512.Load(ref v3, s);
            }

            FewSums.Add(Lanes.Sums(c0, c1, c2, c3), target.Slice(j), Partial.Mask128<float>(some));
        }
    }

    /// <summary>One row of the left by sixteen of the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow(ref float left, ref float right, nint row, int count, Span<float> target)
    {
        nint row3 = 3 * row;
        ref float r4 = ref Unsafe.Add(ref right, 4 * row);
        ref float r8 = ref Unsafe.Add(ref right, 8 * row);
        ref float r12 = ref Unsafe.Add(ref right, 12 * row);
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        Vector512<float> c8 = default, c9 = default, c10 = default, c11 = default, c12 = default, c13 = default, c14 = default, c15 = default;
        for (nint s = 0; s < count; s += Lanes512)
        {
            Vector512<float> x = Single512.Load(ref left, s);
            c0 = Fused.MultiplyAdd(x, Single512.Load(ref right, 0), c0);
            c1 = Fused.MultiplyAdd(x, Single512.Load(ref right, row), c1);
            c2 = Fused.MultiplyAdd(x, Single512.Load(ref right, 2 * row), c2);
            c3 = Fused.MultiplyAdd(x, Single512.Load(ref right, row3), c3);
            c4 = Fused.MultiplyAdd(x, Single512.Load(ref r4, 0), c4);
            c5 = Fused.MultiplyAdd(x, Single512.Load(ref r4, row), c5);
            c6 = Fused.MultiplyAdd(x, Single512.Load(ref r4, 2 * row), c6);
            c7 = Fused.MultiplyAdd(x, Single512.Load(ref r4, row3), c7);
            c8 = Fused.MultiplyAdd(x, Single512.Load(ref r8, 0), c8);
            c9 = Fused.MultiplyAdd(x, Single512.Load(ref r8, row), c9);
            c10 = Fused.MultiplyAdd(x, Single512.Load(ref r8, 2 * row), c10);
            c11 = Fused.MultiplyAdd(x, Single512.Load(ref r8, row3), c11);
            c12 = Fused.MultiplyAdd(x, Single512.Load(ref r12, 0), c12);
            c13 = Fused.MultiplyAdd(x, Single512.Load(ref r12, row), c13);
            c14 = Fused.MultiplyAdd(x, Single512.Load(ref r12, 2 * row), c14);
            c15 = Fused.MultiplyAdd(x, Single512.Load(ref r12, row3), c15);
            right = ref Unsafe.Add(ref right, Lanes512);
            r4 = ref Unsafe.Add(ref r4, Lanes512);
            r8 = ref Unsafe.Add(ref r8, Lanes512);
            r12 = ref Unsafe.Add(ref r12, Lanes512);
        }

        ref float to = ref MemoryMarshal.GetReference(target);
        (Single512.Load(ref to, 0) + Lanes.Sums(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15)).StoreUnsafe(ref to);
    }

    /// <summary>Up to four rows of the left by up to four of the right; where rows are missing, the last one is computed again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<float> Tile(ref float left, int lefts, ref float right, int rights, nint row, int count)
    {
        ref float a1 = ref Unsafe.Add(ref left, Math.Min(1, lefts - 1) * row);
        ref float a2 = ref Unsafe.Add(ref left, Math.Min(2, lefts - 1) * row);
        ref float a3 = ref Unsafe.Add(ref left, Math.Min(3, lefts - 1) * row);
        ref float b1 = ref Unsafe.Add(ref right, Math.Min(1, rights - 1) * row);
        ref float b2 = ref Unsafe.Add(ref right, Math.Min(2, rights - 1) * row);
        ref float b3 = ref Unsafe.Add(ref right, Math.Min(3, rights - 1) * row);
        Vector512<float> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        Vector512<float> c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;
        for (nint s = 0; s < count; s += Lanes512)
        {
            Vector512<float> y0 = Single512.Load(ref right, s), y1 = Single512.Load(ref b1, s), y2 = Single512.Load(ref b2, s), y3 = Single512.Load(ref b3, s);
            Vector512<float> x = Single512.Load(ref left, s);
            c00 = Fused.MultiplyAdd(x, y0, c00);
            c01 = Fused.MultiplyAdd(x, y1, c01);
            c02 = Fused.MultiplyAdd(x, y2, c02);
            c03 = Fused.MultiplyAdd(x, y3, c03);
            x = Single512.Load(ref a1, s);
            c10 = Fused.MultiplyAdd(x, y0, c10);
            c11 = Fused.MultiplyAdd(x, y1, c11);
            c12 = Fused.MultiplyAdd(x, y2, c12);
            c13 = Fused.MultiplyAdd(x, y3, c13);
            x = Single512.Load(ref a2, s);
            c20 = Fused.MultiplyAdd(x, y0, c20);
            c21 = Fused.MultiplyAdd(x, y1, c21);
            c22 = Fused.MultiplyAdd(x, y2, c22);
            c23 = Fused.MultiplyAdd(x, y3, c23);
            x = Single512.Load(ref a3, s);
            c30 = Fused.MultiplyAdd(x, y0, c30);
            c31 = Fused.MultiplyAdd(x, y1, c31);
            c32 = Fused.MultiplyAdd(x, y2, c32);
            c33 = Fused.MultiplyAdd(x, y3, c33);
        }

        return Lanes.Sums(c00, c01, c02, c03, c10, c11, c12, c13, c20, c21, c22, c23, c30, c31, c32, c33);
    }
}
#endif
