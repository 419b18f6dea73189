#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>target = finish(bias + A·P): several rows panel by panel, see <see cref="PanelProduct{TPanels, TLanes, TVector, T}"/>, and a single row across panels.</summary>
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
            PanelProduct<StoredPanels<T>, TLanes, TVector, T>.Run(x, x.Rows - single, finish);
        }

        if (single > 0)
        {
            Row(x, x.Rows - 1, finish);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<TFinish>(in Product<T> x, int row, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> memory = stackalloc T[StackMemory.Room<T>(2 * GroupWidth)];
        ref T sums = ref StackMemory.Aligned(memory);
        ref T start = ref Unsafe.Add(ref sums, GroupWidth);
        if (x.Bias.Length < 2)
        {
            MemoryMarshal.CreateSpan(ref start, GroupWidth).Fill(x.Bias.Length == 0 ? default : x.Bias[0]);
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

    /// <summary>The sums of one row and the next columns, as many as run well at once.</summary>
    /// <returns>How many columns.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int RowSums(in Product<T> x, int row, int column, ref T start, ref T sums)
    {
        int panel = (int)((uint)column / (uint)PanelWidth);
        nint width = x.Shape.Width(panel);
        nint steps = x.Shape.Rows;
        ref T a = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.A), (nint)row * x.ARow);
        ref T b0 = ref Strip(x, column);
        if (x.Bias.Length > 1)
        {
            start = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.Bias), column);
        }

        if (width < StripWidth)
        {
            if (x.Shape.Segments(panel) == 1)
            {
                RowTile<TLanes, TVector, T, One>.RunVector(steps, ref a, ref b0, width, ref start, ref sums);
            }
            else
            {
                RowSegments<TLanes, TVector, T, One>.Run(steps, ref a, ref b0, ref b0, width, ref start, ref sums);
            }

            return (int)width;
        }

        int strips = Strips(x.Shape, panel, column);
        ref T b1 = ref strips > 1 ? ref Strip(x, column + StripWidth) : ref b0;
        if (x.Shape.Segments(panel) > 1)
        {
            if (strips == 1)
            {
                RowSegments<TLanes, TVector, T, Two>.Run(steps, ref a, ref b0, ref b1, width, ref start, ref sums);
            }
            else
            {
                RowSegments<TLanes, TVector, T, Four>.Run(steps, ref a, ref b0, ref b1, width, ref start, ref sums);
            }

            return strips * StripWidth;
        }

        ref T b2 = ref strips > 2 ? ref Strip(x, column + (2 * StripWidth)) : ref b0;
        ref T b3 = ref strips > 3 ? ref Strip(x, column + (3 * StripWidth)) : ref b0;
        ref T b4 = ref strips > 4 ? ref Strip(x, column + (4 * StripWidth)) : ref b0;
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

    /// <summary>How many of the strips that remain in panels of one width run at once: two where each is cut into segments, otherwise four, and no last group
    /// smaller than three.</summary>
    private static int Strips(in PanelShape shape, int panel, int column)
    {
        int end = panel == shape.Panels - 1 || shape.LastWidth == PanelWidth ? shape.PaddedColumns : shape.PaddedColumns - shape.LastWidth;
        int strips = (int)((uint)(end - column) / (uint)StripWidth);
        if (shape.Segments(panel) > 1)
        {
            return Math.Min(2, strips);
        }

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
        ref Unsafe.Add(
            ref MemoryMarshal.GetReference(x.P), ((nint)((uint)column / (uint)PanelWidth) * x.Shape.Stride) + (nint)((uint)column % (uint)PanelWidth));
}
#endif
