#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>target = finish(bias + A·P). Panels are the outer loop, so that a panel stays in the cache for all rows.</summary>
/// <remarks>
/// The steps of a sum are cut into <see cref="PanelShape.Segments"/>: the first goes on from the bias, every other starts from 0 and is added, in order. A single row
/// works on all segments at once, several rows on one after another, to the same bits.
/// </remarks>
internal static class PanelMultiply<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>Columns of the widest group of strips that a single row works on at once.</summary>
    private static int GroupWidth => 5 * StripWidth;

    private static int StripWidth => 2 * TLanes.Count;

    private static int PanelWidth => Block<TLanes, TVector, T>.PanelWidth;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(in Product<T> x, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        // One row alone has too few sums within a panel, but enough across panels.
        int single = x.Rows % TLanes.TileRows == 1 ? 1 : 0;
        if (x.Rows > single)
        {
            Rows(x, x.Rows - single, finish);
        }

        if (single > 0)
        {
            Row(x, x.Rows - 1, finish);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TFinish>(in Product<T> x, int rows, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> memory = stackalloc T[Scratch.Room<T>(BlockMemory)];
        ref T sums = ref Scratch.Aligned(memory);
        ref T target = ref MemoryMarshal.GetReference(x.Target);
        for (int panel = 0; panel < x.Shape.Panels; panel++)
        {
            int width = x.Shape.Width(panel);
            for (int r = 0; r < rows; r += Block<TLanes, TVector, T>.Rows)
            {
                int count = Math.Min(Block<TLanes, TVector, T>.Rows, rows - r);
                BlockSums(x, panel, r, count, ref sums);
                Block<TLanes, TVector, T>.Finish(
                    ref sums, width, ref Unsafe.Add(ref target, ((nint)r * x.TargetRow) + (panel * PanelWidth)), x.TargetRow, count, width, finish);
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<TFinish>(in Product<T> x, int row, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> memory = stackalloc T[Scratch.Room<T>(2 * GroupWidth)];
        ref T sums = ref Scratch.Aligned(memory);
        ref T start = ref Unsafe.Add(ref sums, GroupWidth);
        if (x.Bias.Length < 2)
        {
            FillStart(x, ref start, GroupWidth);
        }

        ref T target = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.Target), (nint)row * x.TargetRow);
        int columns = x.Shape.PaddedColumns;
        for (int column = 0; column < columns;)
        {
            int width = RowSums(x, row, column, ref start, ref sums);
            Block<TLanes, TVector, T>.Finish(ref sums, 0, ref Unsafe.Add(ref target, column), 0, 1, width, finish);
            column += width;
        }
    }

    /// <summary>Sums, the sums of one segment, what they start from, and zeros.</summary>
    private static int BlockMemory => (2 * Block<TLanes, TVector, T>.Length) + (2 * PanelWidth);

    /// <summary>The sums of some rows and one panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BlockSums(in Product<T> x, int panel, int row, int rows, ref T sums)
    {
        ref T part = ref Unsafe.Add(ref sums, Block<TLanes, TVector, T>.Length);
        ref T start = ref Unsafe.Add(ref part, Block<TLanes, TVector, T>.Length);
        ref T zeros = ref Unsafe.Add(ref start, PanelWidth);
        if (x.Bias.Length > 1)
        {
            start = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.Bias), panel * PanelWidth);
        }
        else
        {
            FillStart(x, ref start, PanelWidth);
        }

        int segments = x.Shape.Segments(panel);
        int width = x.Shape.Width(panel);
        int steps = x.Shape.Rows / segments;
        ref T a = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.A), (nint)row * x.ARow);
        ref T b = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.P), (nint)panel * x.Shape.Stride);
        Block<TLanes, TVector, T>.Multiply(ref a, x.ARow, 1, rows, ref b, width, width, steps, ref start, ref sums);
        if (segments == 1)
        {
            return;
        }

        MemoryMarshal.CreateSpan(ref zeros, PanelWidth).Clear();
        for (int s = 1; s < segments; s++)
        {
            a = ref Unsafe.Add(ref a, steps);
            b = ref Unsafe.Add(ref b, steps * width);
            int count = s == segments - 1 ? x.Shape.Rows - (s * steps) : steps;
            Block<TLanes, TVector, T>.Multiply(ref a, x.ARow, 1, rows, ref b, width, width, count, ref zeros, ref part);
            for (nint j = 0; j < rows * width; j += TLanes.Count)
            {
                TLanes.Store(TLanes.Add(TLanes.Load(ref sums, j), TLanes.Load(ref part, j)), ref sums, j);
            }
        }
    }

    /// <summary>The sums of one row and the next columns, as many as run well at once.</summary>
    /// <returns>How many columns.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int RowSums(in Product<T> x, int row, int column, ref T start, ref T sums)
    {
        int panel = column / PanelWidth;
        nint width = x.Shape.Width(panel);
        nint steps = x.Shape.Rows;
        ref T a = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.A), (nint)row * x.ARow);
        ref T b0 = ref Strip(x, column);
        if (x.Bias.Length > 1)
        {
            start = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.Bias), column);
        }

        switch (x.Shape.Segments(panel))
        {
            case 4 when width < StripWidth:
                RowSegments<TLanes, TVector, T, One>.Four(steps, ref a, ref b0, width, ref start, ref sums);
                return (int)width;
            case 4:
                RowSegments<TLanes, TVector, T, Two>.Four(steps, ref a, ref b0, width, ref start, ref sums);
                return StripWidth;
            case 2:
                RowSegments<TLanes, TVector, T, Two>.Two(steps, ref a, ref b0, ref Strip(x, column + StripWidth), width, ref start, ref sums);
                return 2 * StripWidth;
        }

        if (width < PanelWidth)
        {
            Block<TLanes, TVector, T>.Multiply(ref a, 0, 1, 1, ref b0, width, width, steps, ref start, ref sums);
            return (int)width;
        }

        int strips = Strips(x.Shape, column);
        ref T b1 = ref Strip(x, column + Math.Min(1, strips - 1) * StripWidth);
        ref T b2 = ref Strip(x, column + Math.Min(2, strips - 1) * StripWidth);
        ref T b3 = ref Strip(x, column + Math.Min(3, strips - 1) * StripWidth);
        ref T b4 = ref Strip(x, column + Math.Min(4, strips - 1) * StripWidth);
        switch (strips)
        {
            case 1:
                RowTile<TLanes, TVector, T, One>.Run(steps, ref a, ref b0, ref b1, ref b2, ref b3, ref b4, width, ref start, ref sums);
                break;
            case 2:
                RowTile<TLanes, TVector, T, Two>.Run(steps, ref a, ref b0, ref b1, ref b2, ref b3, ref b4, width, ref start, ref sums);
                break;
            case 3:
                RowTile<TLanes, TVector, T, Three>.Run(steps, ref a, ref b0, ref b1, ref b2, ref b3, ref b4, width, ref start, ref sums);
                break;
            case 4:
                RowTile<TLanes, TVector, T, Four>.Run(steps, ref a, ref b0, ref b1, ref b2, ref b3, ref b4, width, ref start, ref sums);
                break;
            default:
                RowTile<TLanes, TVector, T, Five>.Run(steps, ref a, ref b0, ref b1, ref b2, ref b3, ref b4, width, ref start, ref sums);
                break;
        }

        return strips * StripWidth;
    }

    /// <summary>How many of the strips that remain in whole panels run at once: groups of four, such that no last group is smaller than three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Strips(in PanelShape shape, int column)
    {
        int strips = (shape.PaddedColumns / PanelWidth * PanelWidth - column) / StripWidth;
        return strips switch
        {
            <= 5 => strips,
            6 => 3,
            _ => 4,
        };
    }

    /// <summary>Where a strip of columns begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Strip(in Product<T> x, int column) =>
        ref Unsafe.Add(ref MemoryMarshal.GetReference(x.P), ((nint)(column / PanelWidth) * x.Shape.Stride) + (column % PanelWidth));

    private static void FillStart(in Product<T> x, ref T start, int length) =>
        MemoryMarshal.CreateSpan(ref start, length).Fill(x.Bias.Length == 0 ? default : x.Bias[0]);
}
#endif
