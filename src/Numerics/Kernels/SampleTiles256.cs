#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics.Kernels;

/// <summary>Sums over samples in the lanes of 256 bits of floats, eight at once: so many chains of additions keep the processor busy and leave registers for operands.</summary>
internal static class SampleTiles256
{
    private const int Lanes256 = 8;

    /// <summary>target[i, j] += Σ left[i]·right[j]; the operands fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int row, int count, Span<float> target, int targetRow)
    {
        int lefts = left.Length / row;
        int rights = right.Length / row;
        ref float a = ref MemoryMarshal.GetReference(left);
        ref float b = ref MemoryMarshal.GetReference(right);
        if (SampleOuterProducts256.IsFaster(count))
        {
            SampleOuterProducts256.Add(ref a, lefts, ref b, rights, row, count, target, targetRow);
            return;
        }

        for (int i = 0; i < lefts; i += 2)
        {
            for (int j = 0; j < rights; j += FewSums.Count)
            {
                AddTile(ref Unsafe.Add(ref a, i * row), lefts - i, ref Unsafe.Add(ref b, j * row), Math.Min(FewSums.Count, rights - j), row, count, target.Slice((i * targetRow) + j), targetRow);
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
            Vector256<float> c0 = default, c1 = default, c2 = default, c3 = default;
            for (nint s = 0; s < count; s += Lanes256)
            {
                c0 += Single256.Load(ref v0, s);
                c1 += Single256.Load(ref v1, s);
                c2 += Single256.Load(ref v2, s);
                c3 += Single256.Load(ref v3, s);
            }

            FewSums.Add(Lanes.Sums(c0, c1, c2, c3), target.Slice(j), Partial.Mask128<float>(some));
        }
    }

    /// <summary>Two rows of the left by up to four of the right; where rows are missing, the last one is computed again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTile(ref float left, int lefts, ref float right, int rights, nint row, int count, Span<float> target, int targetRow)
    {
        ref float a1 = ref Unsafe.Add(ref left, Math.Min(1, lefts - 1) * row);
        ref float b1 = ref Unsafe.Add(ref right, Math.Min(1, rights - 1) * row);
        ref float b2 = ref Unsafe.Add(ref right, Math.Min(2, rights - 1) * row);
        ref float b3 = ref Unsafe.Add(ref right, Math.Min(3, rights - 1) * row);
        Vector256<float> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        for (nint s = 0; s < count; s += Lanes256)
        {
            Vector256<float> x0 = Single256.Load(ref left, s), x1 = Single256.Load(ref a1, s);
            Vector256<float> y = Single256.Load(ref right, s);
            c00 = Fused.MultiplyAdd(x0, y, c00);
            c10 = Fused.MultiplyAdd(x1, y, c10);
            y = Single256.Load(ref b1, s);
            c01 = Fused.MultiplyAdd(x0, y, c01);
            c11 = Fused.MultiplyAdd(x1, y, c11);
            y = Single256.Load(ref b2, s);
            c02 = Fused.MultiplyAdd(x0, y, c02);
            c12 = Fused.MultiplyAdd(x1, y, c12);
            y = Single256.Load(ref b3, s);
            c03 = Fused.MultiplyAdd(x0, y, c03);
            c13 = Fused.MultiplyAdd(x1, y, c13);
        }

        Vector256<float> sums = Lanes.Sums(c00, c01, c02, c03, c10, c11, c12, c13);
        Vector128<float> first = Partial.Mask128<float>(rights);
        FewSums.Add(sums.GetLower(), target, targetRow, first);
        if (lefts > 1)
        {
            FewSums.Add(sums.GetUpper(), target.Slice(targetRow), targetRow, first);
        }
    }
}
#endif
