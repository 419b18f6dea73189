using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Working memory with the names of values in place of numbers: what is read must be what was written last.</summary>
internal sealed class NamedMemory(int length)
{
    private readonly Cell[] _cells = new Cell[length];

    public void Write(int at, Cell cell)
    {
        Assert.True((uint)at < (uint)_cells.Length, $"{cell} is written at {at} of {_cells.Length} numbers");
        _cells[at] = cell;
    }

    public void AssertHolds(int at, Cell expected)
    {
        Assert.True((uint)at < (uint)_cells.Length, $"{expected} is read at {at} of {_cells.Length} numbers");
        if (_cells[at] != expected)
        {
            Assert.Fail($"{expected} was overwritten by {_cells[at]}");
        }
    }
}

/// <summary>A number of a value in the row of a sample, or what stands behind the last one.</summary>
internal readonly record struct Cell(string Value, int Row, int Index)
{
    private const int PaddingIndex = -1;
    private const int ZeroIndex = -2;

    /// <summary>Any number.</summary>
    public static Cell Padding(string value, int row) => new(value, row, PaddingIndex);

    /// <summary>Padding that is 0.</summary>
    public static Cell Zero(string value, int row) => new(value, row, ZeroIndex);

    public override string ToString() => Index switch
    {
        PaddingIndex => $"padding of {Value} in row {Row}",
        ZeroIndex => $"a 0 behind {Value} in row {Row}",
        _ => $"number {Index} of {Value} in row {Row}",
    };
}
