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
        int sumsLength = Block<TLanes, TVector, T>.Rows * PanelWidth;
        Span<T> room = stackalloc T[StackMemory.Room<T>(sumsLength + PanelWidth + Block<TLanes, TVector, T>.Length)];
        ref T sums = ref StackMemory.Aligned(room);
        ref T start = ref Unsafe.Add(ref sums, sumsLength);
        ref T memory = ref Unsafe.Add(ref start, PanelWidth);
        int length = x.Shape.PaddedColumns * Width(x.Shape.Rows);
        ref T transposed = ref StackMemory.Holds<T>(length)
            ? ref StackMemory.Aligned(stackalloc T[StackMemory.Room<T>(length)])
            : ref MemoryMarshal.GetReference(ThreadScratch.GetPanel<T>(length));
        ref T target = ref MemoryMarshal.GetReference(x.Target);
        for (int i = 0; i < x.Shape.Rows; i += PanelWidth)
        {
            int outputs = Math.Min(PanelWidth, x.Shape.Rows - i);
            int width = Width(outputs);
            Transposition.Run(x, i, outputs, ref transposed, width);
            Start(x, i, outputs, ref start);
            Factors<T> factors = new()
            {
                A = ref MemoryMarshal.GetReference(x.A),
                ARow = x.ARow,
                AStep = 1,
                B = ref transposed,
                BStep = width,
                Steps = x.Shape.Columns,
                Start = ref start,
                Memory = ref memory,
            };
            if (outputs == width)
            {
                Block<TLanes, TVector, T>.Run(factors, 1, x.Rows, width, ref target, x.TargetRow, finish);
                target = ref Unsafe.Add(ref target, width);
                continue;
            }

            // The target has no room for the padding of the panel.
            for (int r = 0; r < x.Rows; r += Block<TLanes, TVector, T>.Rows)
            {
                int rows = Math.Min(Block<TLanes, TVector, T>.Rows, x.Rows - r);
                Block<TLanes, TVector, T>.Run(factors, 1, rows, width, ref sums, width, default(Partial<T>));
                Block<TLanes, TVector, T>.Finish(ref sums, width, ref target, x.TargetRow, rows, outputs, finish);
                factors.A = ref Unsafe.Add(ref factors.A, rows * factors.ARow);
                target = ref Unsafe.Add(ref target, (nint)rows * x.TargetRow);
            }
        }
    }

    /// <summary>Columns of a panel of so many rows of P.</summary>
    private static int Width(int rows) => rows <= PanelWidth / 2 ? PanelWidth / 2 : PanelWidth;

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
