using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>How a matrix of <see cref="Rows"/> × <see cref="Columns"/> numbers lies in memory: cut into panels of columns, each of which is stored row after row.</summary>
/// <remarks>
/// Products walk down a panel with a few whole vectors of every row in their registers, whatever the width of a vector, and read memory in the order in which
/// it lies. A panel is 128 bytes wide; where 64 bytes are enough for the columns that remain, the last one is 64 bytes wide. What lies beyond the last column
/// is padding: any finite numbers.
/// <para>The generator compiles this very file in, so that plan and kernels cannot disagree; it uses nothing else of the library.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#if NETGEN_GENERATOR
internal
#else
public
#endif
readonly record struct PanelShape
{
    internal const int PanelBytes = 128;

    /// <summary>Lays out a matrix.</summary>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="columns">Columns, at least 1.</param>
    /// <param name="elementBytes">The size of a number, 4 or 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public PanelShape(int rows, int columns, int elementBytes)
    {
        if (rows < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "Expected at least one row.");
        }

        if (columns < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(columns), columns, "Expected at least one column.");
        }

        if (elementBytes != 4 && elementBytes != 8)
        {
            throw new ArgumentOutOfRangeException(nameof(elementBytes), elementBytes, "Expected numbers of 4 or 8 bytes.");
        }

        Rows = rows;
        Columns = columns;

        // Powers of two: generated code makes a shape for every call, which divisions would delay.
        int shift = elementBytes == sizeof(float) ? 5 : 4;
        PanelWidth = 1 << shift;
        Panels = (columns + PanelWidth - 1) >> shift;
        IsNarrow = Panels <= 2;
        int rest = columns - ((Panels - 1) * PanelWidth);
        LastWidth = rest <= PanelWidth / 2 ? PanelWidth / 2 : PanelWidth;

        // One row more keeps equal rows of neighboring panels out of the same sets of the cache.
        Stride = (rows % 32 == 0 ? rows + 1 : rows) * PanelWidth;
    }

    private PanelShape(in PanelShape whole, int from, int to)
    {
        this = whole;
        Panels = to - from;
        Columns = (to == whole.Panels ? whole.Columns : to * PanelWidth) - (from * PanelWidth);
        LastWidth = to == whole.Panels ? whole.LastWidth : PanelWidth;
    }

    /// <summary>Rows of the matrix.</summary>
    public int Rows { get; }

    /// <summary>Columns of the matrix.</summary>
    public int Columns { get; }

    /// <summary>Columns of every panel but the last.</summary>
    public int PanelWidth { get; }

    /// <summary>How many panels.</summary>
    public int Panels { get; }

    /// <summary>Columns of the last panel, padding included: as many as the others have, or half of that.</summary>
    public int LastWidth { get; }

    /// <summary>Numbers from the start of one panel to that of the next.</summary>
    public int Stride { get; }

    /// <summary>Whether the matrix has few columns: <see cref="Segments"/>.</summary>
    private bool IsNarrow { get; }

    /// <summary>Columns, padding included: a multiple of 64 bytes.</summary>
    public int PaddedColumns => ((Panels - 1) * PanelWidth) + LastWidth;

    /// <summary>Numbers that the matrix takes in memory.</summary>
    public int Length => ((Panels - 1) * Stride) + (Rows * LastWidth);

    /// <summary>The columns of a panel, padding included.</summary>
    /// <param name="panel">0 … <see cref="Panels"/> − 1.</param>
    /// <returns>A multiple of 64 bytes.</returns>
    public int Width(int panel) => panel == Panels - 1 ? LastWidth : PanelWidth;

    /// <summary>Into how many segments <c>Panels.Multiply</c> cuts the rows for a panel: few columns need several sums at once, or a single row of A would wait for
    /// every addition. It depends on the shape alone, because it decides the order of additions.</summary>
    /// <param name="panel">0 … <see cref="Panels"/> − 1.</param>
    /// <returns>1, or 2: then the first half of the rows, rounded down, is a segment.</returns>
    public int Segments(int panel)
    {
        bool few = IsNarrow || Width(panel) < PanelWidth;
        return few && Rows >= 8 ? 2 : 1;
    }

    /// <summary>Some of the panels, with everything as it is in the whole matrix.</summary>
    /// <param name="from">The first, from 0 on.</param>
    /// <param name="to">The one after the last, at most <see cref="Panels"/>.</param>
    /// <returns>A shape whose first panel is the one at from.</returns>
    internal PanelShape Part(int from, int to) => new(this, from, to);

    /// <summary>The same columns with another number of rows.</summary>
    /// <param name="rows">At least 1.</param>
    /// <returns>The shape, whose panels are nearer to each other if the rows are fewer.</returns>
    internal PanelShape WithRows(int rows) => new(rows, Columns, PanelBytes / PanelWidth);

    /// <summary>Where an element stands.</summary>
    /// <param name="row">0 … <see cref="Rows"/> − 1.</param>
    /// <param name="column">0 … <see cref="PaddedColumns"/> − 1.</param>
    /// <returns>Its distance from the first.</returns>
    public int Offset(int row, int column)
    {
        int panel = column / PanelWidth;
        return (panel * Stride) + (row * Width(panel)) + (column - (panel * PanelWidth));
    }

    /// <summary>The distance of rows of activations: a multiple of 64 bytes, such that rows do not crowd into the same sets of the cache.</summary>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="elementBytes">The size of a number, 4 or 8.</param>
    /// <returns>At least as many numbers.</returns>
    public static int RowStride(int columns, int elementBytes)
    {
        int line = PanelBytes / 2 / elementBytes;
        int padded = (columns + line - 1) / line * line;
        return padded % (8 * line) == 0 ? padded + line : padded;
    }
}
