using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>Moves matrices between the compiled layout and the canonical order.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Layout
{
    /// <summary>Copies a matrix whose rows may lie apart. What lies between the rows of the target is left alone.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="source">The matrix; the last row needs no padding.</param>
    /// <param name="sourceStride">From the start of one row to that of the next.</param>
    /// <param name="target">Where it goes; the last row needs no padding.</param>
    /// <param name="targetStride">From the start of one row to that of the next.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many numbers in a row.</param>
    public static void CopyRows<T>(ReadOnlySpan<T> source, int sourceStride, Span<T> target, int targetStride, int rows, int columns)
    {
        for (int r = 0; r < rows; r++)
        {
            source.Slice(r * sourceStride, columns).CopyTo(target.Slice(r * targetStride, columns));
        }
    }

    /// <summary>Makes rows of targets from class indices.</summary>
    /// <param name="labels">The class indices, at least one.</param>
    /// <param name="rows">A row for each, overwritten with 0, and 1 at the label.</param>
    /// <returns>The rows.</returns>
    public static ReadOnlySpan<float> OneHot(ReadOnlySpan<int> labels, Span<float> rows)
    {
        rows.Clear();
        int classes = rows.Length / labels.Length;
        for (int r = 0; r < labels.Length; r++)
        {
            rows[(r * classes) + labels[r]] = 1;
        }

        return rows;
    }

    /// <inheritdoc cref="OneHot(ReadOnlySpan{int}, Span{float})"/>
    public static ReadOnlySpan<double> OneHot(ReadOnlySpan<int> labels, Span<double> rows)
    {
        rows.Clear();
        int classes = rows.Length / labels.Length;
        for (int r = 0; r < labels.Length; r++)
        {
            rows[(r * classes) + labels[r]] = 1;
        }

        return rows;
    }
}
