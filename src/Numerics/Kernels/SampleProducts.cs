#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>Sums over samples in the lanes, for two rows of one factor by four of the other at once; the operands fit.</summary>
internal static class SampleProducts<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, System.Numerics.INumberBase<T>
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<T> left, ReadOnlySpan<T> right, int row, int count, Span<T> target, int targetRow)
    {
        int lefts = left.Length / row;
        int rights = right.Length / row;
        Span<T> sums = stackalloc T[4];
        ref T a = ref MemoryMarshal.GetReference(left);
        ref T b = ref MemoryMarshal.GetReference(right);
        for (int i = 0; i < lefts; i += 2)
        {
            // Where rows are missing, the last one is computed again.
            nint a1 = Math.Min(1, lefts - i - 1) * row;
            for (int j = 0; j < rights; j += 4)
            {
                int rest = Math.Min(4, rights - j);
                nint b1 = Math.Min(1, rest - 1) * row;
                nint b2 = Math.Min(2, rest - 1) * row;
                nint b3 = Math.Min(3, rest - 1) * row;
                ref T ai = ref Unsafe.Add(ref a, i * row);
                ref T bj = ref Unsafe.Add(ref b, j * row);
                TVector zero = TLanes.Fill(T.Zero);
                TVector c00 = zero, c01 = zero, c02 = zero, c03 = zero, c10 = zero, c11 = zero, c12 = zero, c13 = zero;
                for (nint s = 0; s < count; s += TLanes.Count)
                {
                    TVector x0 = TLanes.Load(ref ai, s);
                    TVector x1 = TLanes.Load(ref ai, a1 + s);
                    TVector y = TLanes.Load(ref bj, s);
                    c00 = TLanes.MultiplyAdd(x0, y, c00);
                    c10 = TLanes.MultiplyAdd(x1, y, c10);
                    y = TLanes.Load(ref bj, b1 + s);
                    c01 = TLanes.MultiplyAdd(x0, y, c01);
                    c11 = TLanes.MultiplyAdd(x1, y, c11);
                    y = TLanes.Load(ref bj, b2 + s);
                    c02 = TLanes.MultiplyAdd(x0, y, c02);
                    c12 = TLanes.MultiplyAdd(x1, y, c12);
                    y = TLanes.Load(ref bj, b3 + s);
                    c03 = TLanes.MultiplyAdd(x0, y, c03);
                    c13 = TLanes.MultiplyAdd(x1, y, c13);
                }

                TLanes.StoreSums(c00, c01, c02, c03, ref sums[0]);
                AddTo(target.Slice((i * targetRow) + j, rest), sums);
                if (a1 > 0)
                {
                    TLanes.StoreSums(c10, c11, c12, c13, ref sums[0]);
                    AddTo(target.Slice(((i + 1) * targetRow) + j, rest), sums);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(Span<T> target, Span<T> sums)
    {
        for (int j = 0; j < target.Length; j++)
        {
            target[j] += sums[j];
        }
    }
}
#endif
