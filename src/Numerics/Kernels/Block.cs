#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>A block of sums, some rows × one panel, on its way from the tiles to their place.</summary>
internal static class Block<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>Rows of a block: whole tiles, few enough to stay in the first-level cache beside the operands.</summary>
    public static int Rows => 4 * TLanes.TileRows;

    /// <summary>Columns of a panel.</summary>
    public static int PanelWidth => PanelShape.PanelBytes / Unsafe.SizeOf<T>();

    /// <summary>Numbers that a block takes.</summary>
    public static int Length => Rows * PanelWidth;

    /// <summary>sums = start + A·B for one panel of B. Rows of sums lie <paramref name="width"/> apart, the columns of the panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        ref T a, nint aRow, nint aStep, int rows, ref T b, nint bStep, nint width, nint steps, ref T start, ref T sums)
    {
        nint strip = 2 * TLanes.Count;
        if (width < strip)
        {
            Strip<One>(ref a, aRow, aStep, rows, ref b, bStep, steps, ref start, ref sums, width);
            return;
        }

        for (nint column = 0; column < width; column += strip)
        {
            Strip<Two>(
                ref a,
                aRow,
                aStep,
                rows,
                ref Unsafe.Add(ref b, column),
                bStep,
                steps,
                ref Unsafe.Add(ref start, column),
                ref Unsafe.Add(ref sums, column),
                width);
        }
    }

    /// <summary>Hands a block of sums to what stores them, whole vectors and then the columns that remain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Finish<TFinish>(ref T sums, nint sumsRow, ref T target, nint targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        for (; rows > 0; rows--)
        {
            nint j = 0;
            for (; j + TLanes.Count <= columns; j += TLanes.Count)
            {
                TLanes.Finish(finish, TLanes.Load(ref sums, j), ref Unsafe.Add(ref target, j));
            }

            for (; j < columns; j++)
            {
                finish.Finish(Unsafe.Add(ref sums, j), ref Unsafe.Add(ref target, j));
            }

            sums = ref Unsafe.Add(ref sums, sumsRow);
            target = ref Unsafe.Add(ref target, targetRow);
        }
    }

    /// <summary>Whole tiles, and one that is as high as the rows that remain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Strip<TVectors>(
        ref T a, nint aRow, nint aStep, int rows, ref T b, nint bStep, nint steps, ref T start, ref T sums, nint sumsRow)
        where TVectors : struct, ICount
    {
        int tiles = rows / TLanes.TileRows;
        if (TLanes.TileRows == 8)
        {
            Tile<TLanes, TVector, T, Eight, TVectors>.Run(tiles, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
        }
        else
        {
            Tile<TLanes, TVector, T, Six, TVectors>.Run(tiles, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
        }

        int done = tiles * TLanes.TileRows;
        a = ref Unsafe.Add(ref a, done * aRow);
        sums = ref Unsafe.Add(ref sums, done * sumsRow);
        switch (rows - done)
        {
            case 1:
                Tile<TLanes, TVector, T, One, TVectors>.Run(1, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
                break;
            case 2:
                Tile<TLanes, TVector, T, Two, TVectors>.Run(1, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
                break;
            case 3:
                Tile<TLanes, TVector, T, Three, TVectors>.Run(1, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
                break;
            case 4:
                Tile<TLanes, TVector, T, Four, TVectors>.Run(1, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
                break;
            case 5:
                Tile<TLanes, TVector, T, Five, TVectors>.Run(1, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
                break;
            case 6:
                Tile<TLanes, TVector, T, Six, TVectors>.Run(1, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
                break;
            case 7:
                Tile<TLanes, TVector, T, Seven, TVectors>.Run(1, steps, ref a, aRow, aStep, ref b, bStep, ref start, ref sums, sumsRow);
                break;
        }
    }
}
#endif
