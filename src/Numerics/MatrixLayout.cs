using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>How a matrix of parameters lies in the compiled layout: in panels of columns, each row after row, possibly as its transpose.</summary>
/// <remarks>Called by generated code, which states all sizes.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MatrixLayout
{
    private readonly int _panelWidth;
    private readonly int _lastWidth;
    private readonly int _panelStride;
    private readonly bool _isTransposed;

    /// <summary>A layout.</summary>
    /// <param name="rows">Rows of the matrix as declared.</param>
    /// <param name="columns">Columns of the matrix as declared.</param>
    /// <param name="panelWidth">Stored columns of a panel.</param>
    /// <param name="lastWidth">Stored columns of the last panel, padding included.</param>
    /// <param name="panelStride">From the start of one panel to that of the next.</param>
    /// <param name="isTransposed">Whether the stored columns are the declared rows.</param>
    public MatrixLayout(int rows, int columns, int panelWidth, int lastWidth, int panelStride, bool isTransposed)
    {
        Rows = rows;
        Columns = columns;
        _panelWidth = panelWidth;
        _lastWidth = lastWidth;
        _panelStride = panelStride;
        _isTransposed = isTransposed;
    }

    /// <summary>Rows of the matrix as declared.</summary>
    public int Rows { get; }

    /// <summary>Columns of the matrix as declared.</summary>
    public int Columns { get; }

    /// <summary>Where an element stands.</summary>
    /// <param name="row">Its row as declared.</param>
    /// <param name="column">Its column as declared.</param>
    /// <returns>Its distance from the first.</returns>
    public int Offset(int row, int column)
    {
        (int r, int c, int columns) = _isTransposed ? (column, row, Rows) : (row, column, Columns);
        int panel = c / _panelWidth;
        int width = panel == (columns - 1) / _panelWidth ? _lastWidth : _panelWidth;
        return (panel * _panelStride) + (r * width) + (c - (panel * _panelWidth));
    }

    /// <summary>Copies the matrix out of the compiled layout, row by row as declared.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="stored">The compiled layout, from the first element of the matrix on.</param>
    /// <param name="canonical">Rows × columns numbers.</param>
    public void CopyTo<T>(ReadOnlySpan<T> stored, Span<T> canonical)
    {
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
            {
                canonical[(i * Columns) + j] = stored[Offset(i, j)];
            }
        }
    }

    /// <summary>Copies the matrix into the compiled layout, whose padding is left alone.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="canonical">Rows × columns numbers, row by row as declared.</param>
    /// <param name="stored">The compiled layout, from the first element of the matrix on.</param>
    public void CopyFrom<T>(ReadOnlySpan<T> canonical, Span<T> stored)
    {
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
            {
                stored[Offset(i, j)] = canonical[(i * Columns) + j];
            }
        }
    }
}
