#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>target = finish(bias + A·Pᵀ) for many rows: as many rows of P as a panel has columns are transposed into a panel, which serves all rows of A.</summary>
internal static class PanelTransposed<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    private static int PanelWidth => Block<TLanes, TVector, T>.PanelWidth;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(in Product<T> x, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> memory = stackalloc T[Scratch.Room<T>(Block<TLanes, TVector, T>.Length + PanelWidth)];
        ref T sums = ref Scratch.Aligned(memory);
        ref T start = ref Unsafe.Add(ref sums, Block<TLanes, TVector, T>.Length);
        ref T a = ref MemoryMarshal.GetReference(x.A);
        ref T target = ref MemoryMarshal.GetReference(x.Target);
        ref T transposed = ref MemoryMarshal.GetReference(ThreadScratch.GetPanel<T>(x.Shape.PaddedColumns * PanelWidth));
        for (int i = 0; i < x.Shape.Rows; i += PanelWidth)
        {
            int outputs = Math.Min(PanelWidth, x.Shape.Rows - i);
            int width = outputs <= PanelWidth / 2 ? PanelWidth / 2 : PanelWidth;
            Transposition.Run(x, i, outputs, ref transposed, width);
            Start(x, i, outputs, ref start);
            for (int r = 0; r < x.Rows; r += Block<TLanes, TVector, T>.Rows)
            {
                int rows = Math.Min(Block<TLanes, TVector, T>.Rows, x.Rows - r);
                Block<TLanes, TVector, T>.Multiply(
                    ref Unsafe.Add(ref a, (nint)r * x.ARow), x.ARow, 1, rows, ref transposed, width, width, x.Shape.Columns, ref start, ref sums);
                Block<TLanes, TVector, T>.Finish(
                    ref sums, width, ref Unsafe.Add(ref target, ((nint)r * x.TargetRow) + i), x.TargetRow, rows, outputs, finish);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Start(in Product<T> x, int i, int outputs, ref T start)
    {
        Span<T> numbers = MemoryMarshal.CreateSpan(ref start, PanelWidth);
        numbers.Fill(x.Bias.Length == 1 ? x.Bias[0] : default);
        if (x.Bias.Length > 1)
        {
            x.Bias.Slice(i, outputs).CopyTo(numbers);
        }
    }
}
#endif
