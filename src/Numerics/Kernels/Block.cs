#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>Any number of rows times one panel, cut into tiles that stay in registers.</summary>
internal static class Block<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>Rows of a tile whose sums keep a processor busy: with fewer, it waits for the last addition to each, and a whole tile shares its rows with them.</summary>
    private const int BusyRows = 4;

    /// <summary>Columns of a panel.</summary>
    public static int PanelWidth => PanelShape.PanelBytes / Unsafe.SizeOf<T>();

    /// <summary>Rows whose unfinished sums stay in the first-level cache.</summary>
    public static int Rows => 4 * TLanes.TileRows;

    /// <summary>Steps of all tiles of a block together.</summary>
    public static nint Steps(int rows, int width, int steps) => (nint)steps * ((rows + TLanes.TileRows - 1) / TLanes.TileRows) * Math.Max(1, width / (2 * TLanes.Count));

    /// <summary>target = finish(start + A·B) for a panel of <paramref name="width"/> columns.</summary>
    /// <param name="factors">A, B and what the sums start from.</param>
    /// <param name="segments">The segments of the steps, see <see cref="PanelShape.Segments"/>.</param>
    /// <param name="rows">Rows of A and the target.</param>
    /// <param name="width">Columns of B and the target.</param>
    /// <param name="target">Where the sums go.</param>
    /// <param name="targetRow">From row to row of the target.</param>
    /// <param name="finish">What happens to the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(in Factors<T> factors, int segments, int rows, int width, ref T target, nint targetRow, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        if (finish is ILongFinish<T>)
        {
            InTwoPasses(factors, segments, rows, width, ref target, targetRow, finish);
            return;
        }

        Tiles(factors, segments, rows, width, ref target, targetRow, finish);
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

    /// <summary>Sums of some rows, which wait where their results will stand, and are finished while they are in the first-level cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InTwoPasses<TFinish>(in Factors<T> factors, int segments, int rows, int width, ref T target, nint targetRow, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Factors<T> part = factors;
        for (int row = 0; row < rows; row += Rows)
        {
            int count = Math.Min(Rows, rows - row);
            Run(part, segments, count, width, ref target, targetRow, default(Partial<T>));
            Finish(ref target, targetRow, ref target, targetRow, count, width, finish);
            part.A = ref Unsafe.Add(ref part.A, count * part.ARow);
            part.Start = ref Unsafe.Add(ref part.Start, count * part.StartRow);
            target = ref Unsafe.Add(ref target, count * targetRow);
        }
    }

    /// <summary>All strips of two vectors, one after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiles<TFinish>(in Factors<T> factors, int segments, int rows, int width, ref T target, nint targetRow, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int strip = 2 * TLanes.Count;
        if (width < strip)
        {
            Strip<One, TFinish>(factors, segments, rows, ref target, targetRow, finish);
            return;
        }

        Factors<T> part = factors;
        for (int column = 0; column < width; column += strip)
        {
            Strip<Two, TFinish>(part, segments, rows, ref Unsafe.Add(ref target, column), targetRow, finish);
            part.B = ref Unsafe.Add(ref part.B, strip);
            part.Start = ref Unsafe.Add(ref part.Start, strip);
        }
    }

    /// <summary>Whole tiles, and for the rows that remain one that is as high; or two, between which they and the last whole tile are divided.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Strip<TVectors, TFinish>(in Factors<T> factors, int segments, int rows, ref T target, nint targetRow, TFinish finish)
        where TVectors : struct, ICount
        where TFinish : struct, IFinish<T>
    {
        int height = segments == 1 ? TLanes.TileRows : TLanes.SegmentRows;
        int tiles = rows / height;
        int rest = rows - (tiles * height);
        if (segments == 1 && tiles > 0 && rest > 0 && rest < BusyRows)
        {
            tiles--;
            rest += height;
        }

        if (tiles > 0)
        {
            if (segments == 1)
            {
                WholeTiles<TVectors, TFinish>(tiles, factors, ref target, targetRow, finish);
            }
            else
            {
                WholeSegmentTiles<TVectors, TFinish>(tiles, factors, ref target, targetRow, finish);
            }
        }

        Factors<T> part = factors;
        for (int done = tiles * height; rest > 0; rest -= done)
        {
            part.A = ref Unsafe.Add(ref part.A, done * part.ARow);
            part.Start = ref Unsafe.Add(ref part.Start, done * part.StartRow);
            target = ref Unsafe.Add(ref target, done * targetRow);
            done = rest > height ? (rest + 1) / 2 : rest;
            if (segments == 1)
            {
                RestTile<TVectors, TFinish>(done, part, ref target, targetRow, finish);
            }
            else
            {
                RestSegmentTile<TVectors, TFinish>(done, part, ref target, targetRow, finish);
            }
        }
    }

    private static void WholeTiles<TVectors, TFinish>(int tiles, in Factors<T> factors, ref T target, nint targetRow, TFinish finish)
        where TVectors : struct, ICount
        where TFinish : struct, IFinish<T>
    {
        if (TLanes.TileRows == 8)
        {
            Tile<TLanes, TVector, T, Eight, TVectors>.Run(tiles, factors, ref target, targetRow, finish);
        }
        else
        {
            Tile<TLanes, TVector, T, Six, TVectors>.Run(tiles, factors, ref target, targetRow, finish);
        }
    }

    private static void RestTile<TVectors, TFinish>(int rows, in Factors<T> factors, ref T target, nint targetRow, TFinish finish)
        where TVectors : struct, ICount
        where TFinish : struct, IFinish<T>
    {
        switch (rows)
        {
            case 1:
                Tile<TLanes, TVector, T, One, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
            case 2:
                Tile<TLanes, TVector, T, Two, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
            case 3:
                Tile<TLanes, TVector, T, Three, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
            case 4:
                Tile<TLanes, TVector, T, Four, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
            case 5:
                Tile<TLanes, TVector, T, Five, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
            case 6:
                Tile<TLanes, TVector, T, Six, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
            default:
                Tile<TLanes, TVector, T, Seven, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
        }
    }

    private static void WholeSegmentTiles<TVectors, TFinish>(int tiles, in Factors<T> factors, ref T target, nint targetRow, TFinish finish)
        where TVectors : struct, ICount
        where TFinish : struct, IFinish<T>
    {
        if (TLanes.SegmentRows == 4)
        {
            SegmentTile<TLanes, TVector, T, Four, TVectors>.Run(tiles, factors, ref target, targetRow, finish);
        }
        else
        {
            SegmentTile<TLanes, TVector, T, Three, TVectors>.Run(tiles, factors, ref target, targetRow, finish);
        }
    }

    private static void RestSegmentTile<TVectors, TFinish>(int rows, in Factors<T> factors, ref T target, nint targetRow, TFinish finish)
        where TVectors : struct, ICount
        where TFinish : struct, IFinish<T>
    {
        switch (rows)
        {
            case 1:
                SegmentTile<TLanes, TVector, T, One, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
            case 2:
                SegmentTile<TLanes, TVector, T, Two, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
            default:
                SegmentTile<TLanes, TVector, T, Three, TVectors>.Run(1, factors, ref target, targetRow, finish);
                break;
        }
    }
}
#endif
