#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>Products of matrices, tile by tile, for one vector type.</summary>
internal static class MatrixKernel<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    private const int LargestTile = 8;
    private const int LargestVector = 16;

    /// <summary>C += A·B. Rows of B must be readable for a whole vector where their last columns begin.</summary>
    /// <remarks>Panels of columns are the outer loop, so that a panel of B stays in the cache for all rows.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(
        ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, int rows, int steps, int columns)
    {
        int width = TLanes.Count;
        int j = 0;

        // A few rows have too few sums for two vectors to hide the latency of an addition.
        for (; rows < 4 && j + (8 * width) <= columns; j += 8 * width)
        {
            for (int r = 0; r < rows; r++)
            {
                Tiles<TLanes, TVector, T>.Tile1x8(
                    ref At(ref a, r * aRow), aRow, aStep, ref At(ref b, j), bRow, ref At(ref c, (r * cRow) + j), cRow, steps);
            }
        }

        for (; j + (2 * width) <= columns; j += 2 * width)
        {
            Panel2(ref a, aRow, aStep, ref At(ref b, j), bRow, ref At(ref c, j), cRow, rows, steps);
        }

        for (; j + width <= columns; j += width)
        {
            Panel1(ref a, aRow, aStep, ref At(ref b, j), bRow, ref At(ref c, j), cRow, rows, steps);
        }

        if (j < columns)
        {
            Rest(ref a, aRow, aStep, ref At(ref b, j), bRow, ref At(ref c, j), cRow, rows, steps, columns - j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Panel2(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, int rows, int steps)
    {
        int r = 0;
        for (; TLanes.TileRows == 8 && r + 8 <= rows; r += 8)
        {
            Tiles<TLanes, TVector, T>.Tile8x2(ref At(ref a, r * aRow), aRow, aStep, ref b, bRow, ref At(ref c, r * cRow), cRow, steps);
        }

        for (; r + 4 <= rows; r += 4)
        {
            Tiles<TLanes, TVector, T>.Tile4x2(ref At(ref a, r * aRow), aRow, aStep, ref b, bRow, ref At(ref c, r * cRow), cRow, steps);
        }

        for (; r < rows; r++)
        {
            Tiles<TLanes, TVector, T>.Tile1x2(ref At(ref a, r * aRow), aRow, aStep, ref b, bRow, ref At(ref c, r * cRow), cRow, steps);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Panel1(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, int rows, int steps)
    {
        int r = 0;
        for (; r + 8 <= rows; r += 8)
        {
            Tiles<TLanes, TVector, T>.Tile8x1(ref At(ref a, r * aRow), aRow, aStep, ref b, bRow, ref At(ref c, r * cRow), cRow, steps);
        }

        for (; r + 4 <= rows; r += 4)
        {
            Tiles<TLanes, TVector, T>.Tile4x1(ref At(ref a, r * aRow), aRow, aStep, ref b, bRow, ref At(ref c, r * cRow), cRow, steps);
        }

        for (; r < rows; r++)
        {
            Tiles<TLanes, TVector, T>.Tile1x1(ref At(ref a, r * aRow), aRow, aStep, ref b, bRow, ref At(ref c, r * cRow), cRow, steps);
        }
    }

    /// <summary>The last columns, fewer than a vector: C, which has no room beside them, is worked on in a tile of its own.</summary>
    private static void Rest(
        ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, int rows, int steps, int columns)
    {
        nint width = TLanes.Count;
        Span<T> tile = stackalloc T[LargestTile * LargestVector];
        for (int r = 0; r < rows; r += LargestTile)
        {
            int count = Math.Min(LargestTile, rows - r);
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    tile[(i * (int)width) + j] = At(ref c, ((r + i) * cRow) + j);
                }
            }

            Panel1(ref At(ref a, r * aRow), aRow, aStep, ref b, bRow, ref tile[0], width, count, steps);
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    At(ref c, ((r + i) * cRow) + j) = tile[(i * (int)width) + j];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At(ref T start, nint offset) => ref Unsafe.Add(ref start, offset);
}
#endif
