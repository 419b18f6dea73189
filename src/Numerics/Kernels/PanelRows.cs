#if NET8_0_OR_GREATER
using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>What is done to rows of numbers beside products: sums, and maps.</summary>
internal static class PanelRows<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, Span<T> target, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int group = 4 * TLanes.Count;
        Span<T> memory = stackalloc T[StackMemory.Room<T>(group)];
        ref T sums = ref StackMemory.Aligned(memory);
        ref T from = ref MemoryMarshal.GetReference(source);
        ref T to = ref MemoryMarshal.GetReference(target);
        for (int column = 0; column < target.Length;)
        {
            int columns = Math.Min(group, target.Length - column);
            ColumnSums(ref Unsafe.Add(ref from, column), sourceRow, rows, columns, ref sums);
            Block<TLanes, TVector, T>.Finish(ref sums, 0, ref Unsafe.Add(ref to, column), 0, 1, columns, finish);
            column += columns;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumAll<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, int columns, ref T target, TFinish finish)
        where TFinish : struct, IFinish<T> => finish.Finish(Total(source, sourceRow, rows, columns), ref target);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Each<TFinish>(Span<T> target, int targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        ref T at = ref MemoryMarshal.GetReference(target);
        Block<TLanes, TVector, T>.Finish(ref at, targetRow, ref at, targetRow, rows, columns, finish);
    }

    /// <summary>The sums of up to four vectors of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ColumnSums(ref T from, nint row, nint rows, nint columns, ref T sums)
    {
        nint w = TLanes.Count;
        TVector zero = TLanes.Fill(default);
        if (columns == 4 * w)
        {
            TVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
            for (nint r = 0; r < rows; r++)
            {
                s0 = TLanes.Add(s0, TLanes.Load(ref from, 0));
                s1 = TLanes.Add(s1, TLanes.Load(ref from, w));
                s2 = TLanes.Add(s2, TLanes.Load(ref from, 2 * w));
                s3 = TLanes.Add(s3, TLanes.Load(ref from, 3 * w));
                from = ref Unsafe.Add(ref from, row);
            }

            TLanes.Store(s0, ref sums, 0);
            TLanes.Store(s1, ref sums, w);
            TLanes.Store(s2, ref sums, 2 * w);
            TLanes.Store(s3, ref sums, 3 * w);
            return;
        }

        nint c = 0;
        for (; c + w <= columns; c += w)
        {
            TVector sum = zero;
            for (nint r = 0; r < rows; r++)
            {
                sum = TLanes.Add(sum, TLanes.Load(ref from, (r * row) + c));
            }

            TLanes.Store(sum, ref sums, c);
        }

        for (; c < columns; c++)
        {
            T sum = T.Zero;
            for (nint r = 0; r < rows; r++)
            {
                sum += Unsafe.Add(ref from, (r * row) + c);
            }

            Unsafe.Add(ref sums, c) = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Total(ReadOnlySpan<T> source, nint row, nint rows, nint columns)
    {
        ref T from = ref MemoryMarshal.GetReference(source);
        TVector sums = TLanes.Fill(default);
        T rest = T.Zero;
        for (nint r = 0; r < rows; r++)
        {
            nint c = 0;
            for (; c + TLanes.Count <= columns; c += TLanes.Count)
            {
                sums = TLanes.Add(sums, TLanes.Load(ref from, c));
            }

            for (; c < columns; c++)
            {
                rest += Unsafe.Add(ref from, c);
            }

            from = ref Unsafe.Add(ref from, row);
        }

        return TLanes.Sum(sums) + rest;
    }
}
#endif
