using NetGen.Numerics;

namespace NetGen.Generator.Planning;

/// <summary>
/// How a matrix of parameters lies in memory: in panels of columns, each row after row, the columns of a panel beside each other. Vectors lie along the
/// columns; what they read behind the last one is padding.
/// </summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">How many columns, without padding.</param>
/// <param name="PanelWidth">Columns of a panel.</param>
/// <param name="LastWidth">Columns of the last panel, padding included.</param>
/// <param name="PanelStride">From panel to panel.</param>
/// <param name="Length">Numbers in all, padding included.</param>
/// <param name="Segments">Into how many parts sums over the rows of a panel are cut.</param>
/// <param name="LastSegments">The same for the last panel.</param>
internal sealed record Storage(int Rows, int Columns, int PanelWidth, int LastWidth, int PanelStride, int Length, int Segments, int LastSegments)
{
    private const int RowsOfSegments = 16;
    private const int RowsOfGroups = 4;
    private const int RowsOfWideGroups = 8;

    /// <summary>
    /// Rows of two floats fill half of the narrowest vector, so that no vector is of one row alone: there are so many of them that code with several rows in a vector is
    /// written out in any width, see <see cref="RowGroups"/>.
    /// </summary>
    private const int MostPairs = 48;

    public int Panels => (Columns + PanelWidth - 1) / PanelWidth;

    public int PaddedColumns => ((Panels - 1) * PanelWidth) + LastWidth;

    /// <summary>Whether elements that follow each other in a row, or from row to row, do so in memory.</summary>
    public bool IsRowByRow => Rows == 1 || (Panels == 1 && LastWidth == Columns);

    public int Width(int panel) => panel == Panels - 1 ? LastWidth : PanelWidth;

    public int Offset(int row, int column)
    {
        int panel = column / PanelWidth;
        return (panel * PanelStride) + (row * Width(panel)) + column - (panel * PanelWidth);
    }

    /// <summary>
    /// Into how many segments a sum over the rows is cut, which are added in order: few columns are few chains of additions, which would wait for each other.
    /// </summary>
    public int SegmentsOf(int panel) => panel == Panels - 1 ? LastSegments : Segments;

    /// <summary>Whether vectors that hold several rows are filled, too: of a narrow matrix that is written out.</summary>
    public bool HasGroups { get; private init; }

    /// <summary>One panel, as wide as whole vectors need, or in pairs: for code that is written out.</summary>
    public static Storage OnePanel(int rows, int columns, int elementBytes)
    {
        bool hasPairs = columns == 2 && elementBytes == sizeof(float) && rows >= RowsOfGroups && rows <= MostPairs;
        int width = hasPairs ? columns : Pad(columns, elementBytes);
        int bytes = width * elementBytes;
        int segments = rows < RowsOfSegments ? 1 : bytes <= 128 ? 4 : bytes <= 256 ? 2 : 1;
        int fewest = width == 1 ? 2 : width <= 4 ? RowsOfGroups : RowsOfWideGroups;
        bool hasGroups = bytes < VectorForm.WidestBits / 8 && rows >= fewest;
        int length = hasGroups ? Pad(rows * width, elementBytes) : rows * width;
        return new Storage(rows, columns, width, width, length, length, segments, segments) { HasGroups = hasGroups };
    }

    /// <summary>In the panels that the kernels of the library walk through.</summary>
    public static Storage InPanels(int rows, int columns, int elementBytes)
    {
        PanelShape shape = new(rows, columns, elementBytes);
        return new Storage(rows, columns, shape.PanelWidth, shape.LastWidth, shape.Stride, shape.Length, shape.Segments(0), shape.Segments(shape.Panels - 1));
    }

    /// <summary>Numbers of the vectors that hold so many: one of 16, 32 or 64 bytes, or several of 64.</summary>
    public static int Pad(int length, int elementBytes)
    {
        int lanes = VectorForm.LanesFor(length, VectorForm.WidestBits, elementBytes);
        return (length + lanes - 1) / lanes * lanes;
    }
}
