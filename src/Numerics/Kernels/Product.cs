using System;

namespace NetGen.Numerics.Kernels;

/// <summary>The operands of a product with a matrix in panel storage, checked: all sizes lie inside the spans.</summary>
internal readonly ref struct Product<T>(
    ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows)
    where T : unmanaged
{
    /// <summary>The left factor, row-major.</summary>
    public readonly ReadOnlySpan<T> A = a;

    /// <summary>From row to row of <see cref="A"/>.</summary>
    public readonly int ARow = aRow;

    /// <summary>The right factor, in panels.</summary>
    public readonly ReadOnlySpan<T> P = p;

    public readonly PanelShape Shape = shape;

    /// <summary>Nothing, one number for all columns of the target, or one for each.</summary>
    public readonly ReadOnlySpan<T> Bias = bias;

    public readonly Span<T> Target = target;

    /// <summary>From row to row of <see cref="Target"/>.</summary>
    public readonly int TargetRow = targetRow;

    /// <summary>Rows of <see cref="A"/> and of the target.</summary>
    public readonly int Rows = rows;
}
