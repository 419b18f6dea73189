using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Rows of targets from class indices.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Targets
{
    /// <summary>Makes rows of targets from class indices.</summary>
    /// <param name="labels">The class indices, at least one.</param>
    /// <param name="rows">A row for each, overwritten with 0, and 1 at the label.</param>
    /// <returns>The rows.</returns>
    [MethodImpl(Compiled.InFull)]
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
    [MethodImpl(Compiled.InFull)]
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
