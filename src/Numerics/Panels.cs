using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Products with matrices in panel storage, see <see cref="PanelShape"/>, and what else a layer does with rows of activations.</summary>
/// <remarks>
/// Called by generated code, which states all sizes; that they lie inside the spans is checked here. Other factors are row-major, with a distance from row to row.
/// Every product hands its sums to a finish, see <see cref="IFinish{T}"/>, which stores them. Results depend on the sizes and the machine alone, so that the
/// same call gives the same bits.
/// <para>Matrices of one column, and panels whose rows are padding, are ordinary here: padded columns are computed like any others.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Panels
{
#if NET8_0_OR_GREATER
    /// <summary>Whether transposing P costs less than adding up the lanes of every product, which short rows make the larger part of the work.</summary>
    private static bool Transposes(int rows, in PanelShape shape) => rows >= (shape.Columns <= 128 ? 16 : 32);

#endif
   /// <summary>Sets the columns from … to − 1 of every row to 0.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="target">Rows of numbers.</param>
    /// <param name="targetRow">From row to row.</param>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <param name="from">The first column.</param>
    /// <param name="to">The column after the last.</param>
    /// <exception cref="ArgumentException">The columns reach beyond the span.</exception>
    [MethodImpl(Compiled.InFull)]
    public static void ClearColumns<T>(Span<T> target, int targetRow, int rows, int from, int to)
        where T : unmanaged
    {
        if (from < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, "Expected a column, 0 at least.");
        }

        RequireRows(target.Length, rows, targetRow, to, nameof(target));
        for (int r = 0; r < rows; r++)
        {
            target.Slice((r * targetRow) + from, to - from).Clear();
        }
    }

    /// <summary>Copies a matrix out of panel storage into row-major order.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="stored">The matrix P in panels.</param>
    /// <param name="shape">The shape of P.</param>
    /// <param name="canonical">P row by row or, where transposed, column by column.</param>
    /// <param name="transposed">Whether the row-major matrix is the transpose of P.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void ToCanonical<T>(ReadOnlySpan<T> stored, in PanelShape shape, Span<T> canonical, bool transposed)
        where T : unmanaged
    {
        RequireElements<T>(shape);
        RequireLength(stored.Length, shape.Length, nameof(stored));
        RequireLength(canonical.Length, (long)shape.Rows * shape.Columns, nameof(canonical));
        (int row, int column) = transposed ? (1, shape.Rows) : (shape.Columns, 1);
        for (int r = 0; r < shape.Rows; r++)
        {
            for (int c = 0; c < shape.Columns; c++)
            {
                canonical[(r * row) + (c * column)] = stored[shape.Offset(r, c)];
            }
        }
    }

    /// <summary>Copies a matrix from row-major order into panel storage, all of which is written: 0 into the padding.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="canonical">P row by row or, where transposed, column by column.</param>
    /// <param name="stored">The matrix P in panels.</param>
    /// <param name="shape">The shape of P.</param>
    /// <param name="transposed">Whether the row-major matrix is the transpose of P.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void FromCanonical<T>(ReadOnlySpan<T> canonical, Span<T> stored, in PanelShape shape, bool transposed)
        where T : unmanaged
    {
        RequireElements<T>(shape);
        RequireLength(canonical.Length, (long)shape.Rows * shape.Columns, nameof(canonical));
        RequireLength(stored.Length, shape.Length, nameof(stored));
        (int row, int column) = transposed ? (1, shape.Rows) : (shape.Columns, 1);
        stored.Slice(0, shape.Length).Clear();
        for (int r = 0; r < shape.Rows; r++)
        {
            for (int c = 0; c < shape.Columns; c++)
            {
                stored[shape.Offset(r, c)] = canonical[(r * row) + (c * column)];
            }
        }
    }

    /// <summary>Checks the operands of <c>Multiply</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireProduct<T>(int a, int aRow, int p, in PanelShape shape, int bias, int target, int targetRow, int rows)
    {
        RequireElements<T>(shape);
        RequireRows(a, rows, aRow, shape.Rows, nameof(a));
        RequireLength(p, shape.Length, nameof(p));
        RequireBias(bias, shape.PaddedColumns);
        RequireRows(target, rows, targetRow, shape.PaddedColumns, nameof(target));
    }

    /// <summary>Checks the operands of <c>MultiplyTransposed</c> and <c>Dot</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireTransposedProduct<T>(int a, int aRow, int p, in PanelShape shape, int bias, int target, int targetRow, int rows)
    {
        RequireElements<T>(shape);
        RequireRows(a, rows, aRow, shape.PaddedColumns, nameof(a));
        RequireLength(p, shape.Length, nameof(p));
        RequireBias(bias, shape.Rows);
        RequireRows(target, rows, targetRow, shape.Rows, nameof(target));
    }

    /// <summary>Checks the operands of <c>SumOuterProducts</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireOuterProducts<T>(int left, int leftRow, int right, int rightRow, int rows, int target, in PanelShape shape)
    {
        RequireElements<T>(shape);
        RequireRows(left, rows, leftRow, shape.Rows, nameof(left));
        RequireRows(right, rows, rightRow, shape.PaddedColumns, nameof(right));
        RequireLength(target, shape.Length, nameof(target));
    }

    /// <summary>Checks that a shape is one of such numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireElements<T>(in PanelShape shape)
    {
        if (shape.PanelWidth != PanelShape.PanelBytes / SizeOf<T>())
        {
            ThrowElements(shape, SizeOf<T>());
        }
    }

    /// <summary>The bytes of a number: what <c>Unsafe.SizeOf</c> is where the framework has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeOf<T>() => typeof(T) == typeof(double) ? sizeof(double) : sizeof(float);

    /// <summary>Checks that so many rows of so many columns lie inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireRows(int length, int rows, int row, int columns, string parameter)
    {
        if (rows < 1 || row < 0 || columns < 0 || ((long)(rows - 1) * row) + columns > length)
        {
            ThrowRows(length, rows, row, columns, parameter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireLength(int length, long expected, string parameter)
    {
        if (length < expected)
        {
            ThrowLength(length, expected, parameter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireBias(int length, int columns)
    {
        if (length > 1 && length < columns)
        {
            ThrowBias(length, columns);
        }
    }

    private static void ThrowElements(in PanelShape shape, int elementBytes) =>
        throw new ArgumentException(
            $"shape has panels of {Text(shape.PanelWidth)} columns; expected {Text(PanelShape.PanelBytes / elementBytes)}, for numbers of {Text(elementBytes)} bytes.", "shape");

    private static void ThrowRows(int length, int rows, int row, int columns, string parameter) =>
        throw new ArgumentException(
            $"{parameter} holds {Text(length)} numbers; expected {Text(rows)} rows (at least 1) of {Text(columns)} numbers, {Text(row)} apart.", parameter);

    private static void ThrowLength(int length, long expected, string parameter) =>
        throw new ArgumentException($"{parameter} holds {Text(length)} numbers; expected {Text(expected)} at least.", parameter);

    private static void ThrowBias(int length, int columns) =>
        throw new ArgumentException($"bias holds {Text(length)} numbers; expected none, one, or {Text(columns)} at least.", "bias");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
