using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>Products of matrices for layers that are too large to be written out.</summary>
/// <remarks>
/// Called by generated code, which states all sizes. Matrices are row-major with a distance from row to row; A may also be walked along its columns, which
/// transposes it. The order of additions depends on the sizes and the machine alone, so that the same call gives the same bits.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Matrix
{
    /// <summary>Steps of a product whose second factor is transposed in one go, into a panel that stays in the first-level cache. However many rows there are,
    /// every sum has the same order, so that a sample has the same results alone and among others.</summary>
    private const int PanelSteps = 64;

    /// <summary>Columns of such a panel: two of the widest vectors.</summary>
    private const int PanelColumns = 32;

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new ArgumentException("The sizes of a matrix product reach beyond its operands.");
        }
    }

    /// <summary>Whether element (rows − 1)·row + (steps − 1)·step lies inside.</summary>
    private static bool Holds(int length, int rows, int row, int steps, int step) =>
        ((long)(rows - 1) * row) + ((long)(steps - 1) * step) < length;

#if NET8_0_OR_GREATER
    /// <summary>Whether whole vectors of the last row stay inside.</summary>
    private static bool Reaches(int length, int steps, int row, int columns, int vector) =>
        ((long)(steps - 1) * row) + ((columns + vector - 1) / vector * vector) <= length;
#endif
}
