using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

public sealed class StorageTests
{
    public static TheoryData<int, int> Shapes => new()
    {
        { 1, 1 }, { 1, 20 }, { 20, 1 }, { 3, 15 }, { 3, 16 }, { 3, 17 }, { 7, 32 }, { 8, 33 }, { 15, 48 }, { 16, 49 }, { 32, 64 }, { 33, 100 }, { 64, 7 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryElementHasAPlaceOfItsOwn(int rows, int columns)
    {
        foreach (int bytes in new[] { 4, 8 })
        {
            AssertPlaces(Storage.OnePanel(rows, columns, bytes), bytes);
            AssertPlaces(Storage.InPanels(rows, columns, bytes), bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void PanelsAreThoseOfTheLibrary(int rows, int columns)
    {
        foreach (int bytes in new[] { 4, 8 })
        {
            PanelShape shape = new(rows, columns, bytes);
            Storage storage = Storage.InPanels(rows, columns, bytes);

            Assert.Equal((shape.Panels, shape.PaddedColumns, shape.Length), (storage.Panels, storage.PaddedColumns, storage.Length));
            Assert.All(Enumerable.Range(0, shape.Panels), panel => Assert.Equal((shape.Width(panel), shape.Segments(panel)), (storage.Width(panel), storage.SegmentsOf(panel))));
            Assert.All(Places(storage), place => Assert.Equal(shape.Offset(place.Row, place.Column), storage.Offset(place.Row, place.Column)));
        }
    }

    [Theory]
    [InlineData(2, 4, 4)]
    [InlineData(5, 4, 8)]
    [InlineData(9, 4, 16)]
    [InlineData(17, 4, 32)]
    [InlineData(2, 8, 2)]
    [InlineData(3, 8, 4)]
    [InlineData(9, 8, 16)]
    public void WrittenOutRowsAreAsLongAsTheirVectors(int columns, int bytes, int width)
    {
        Storage storage = Storage.OnePanel(3, columns, bytes);

        Assert.Equal((1, width, 3 * width), (storage.Panels, storage.PaddedColumns, storage.Length));
    }

    [Theory]
    [InlineData(1, 1, 4, 1, false)]
    [InlineData(2, 1, 4, 4)] // one column: rows stand in the lanes
    [InlineData(5, 1, 4, 8)]
    [InlineData(20, 1, 4, 32)]
    [InlineData(3, 1, 8, 4)]
    [InlineData(3, 3, 4, 12, false)] // too few rows of more
    [InlineData(3, 2, 4, 12, false)]
    [InlineData(4, 2, 4, 8)] // pairs
    [InlineData(48, 2, 4, 96)]
    [InlineData(49, 2, 4, 208)]
    [InlineData(4, 3, 4, 16)]
    [InlineData(7, 3, 4, 32)]
    [InlineData(7, 5, 4, 56, false)] // wide ones
    [InlineData(8, 5, 4, 64)]
    [InlineData(9, 3, 4, 48)]
    [InlineData(9, 3, 8, 40)]
    [InlineData(9, 8, 8, 72, false)] // a row fills a vector
    public void NarrowMatricesFillWholeVectors(int rows, int columns, int bytes, int length, bool hasGroups = true)
    {
        Storage storage = Storage.OnePanel(rows, columns, bytes);

        Assert.Equal((length, length % storage.PanelWidth), (storage.Length, 0));
        Assert.Equal(hasGroups, storage.HasGroups);
    }

    [Theory]
    [InlineData(15, 4, 1)] // few rows are few additions
    [InlineData(16, 4, 4)]
    [InlineData(16, 32, 4)]
    [InlineData(16, 33, 2)]
    [InlineData(16, 65, 1)]
    public void FewColumnsAreSummedInSeveralSegments(int rows, int columns, int segments) =>
        Assert.Equal(segments, Storage.OnePanel(rows, columns, 4).SegmentsOf(0));

    private static void AssertPlaces(Storage storage, int elementBytes)
    {
        HashSet<int> places = [];
        foreach ((int row, int column) in Places(storage))
        {
            Assert.InRange(storage.Offset(row, column), 0, storage.Length - 1);
            Assert.True(places.Add(storage.Offset(row, column)));
        }

        // Whole vectors of several rows may reach behind the last one.
        Assert.InRange(storage.Length - 1 - places.Max(), 0, storage.HasGroups ? (64 / elementBytes) - 1 : 0);
        Assert.InRange(storage.PaddedColumns, storage.Columns, int.MaxValue);
    }

    /// <summary>All elements, and those of the padding.</summary>
    private static IEnumerable<(int Row, int Column)> Places(Storage storage) =>
        from row in Enumerable.Range(0, storage.Rows)
        from column in Enumerable.Range(0, storage.PaddedColumns)
        select (row, column);
}
