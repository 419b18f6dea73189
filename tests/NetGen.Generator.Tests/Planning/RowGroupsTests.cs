using System.Linq;
using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Several rows of a narrow matrix in one vector.</summary>
public sealed class RowGroupsTests
{
    [Theory]
    [InlineData(20, 4, 512, 4, 5, 2)]
    [InlineData(20, 4, 256, 2, 10, 3)]
    [InlineData(20, 3, 512, 4, 5, 2)]
    [InlineData(20, 2, 512, 8, 3, 1)]
    [InlineData(20, 2, 128, 2, 10, 3)]
    [InlineData(16, 8, 512, 2, 8, 2)]
    [InlineData(4, 4, 512, 4, 1, 1)] // the fewest rows
    [InlineData(20, 1, 512, 16, 2, 1)]
    [InlineData(20, 1, 128, 4, 5, 2)]
    [InlineData(3, 1, 512, 4, 1, 1)] // the narrowest vector that holds it
    public void AVectorHoldsAsManyRowsAsFit(int rows, int columns, int bits, int perVector, int vectors, int chains)
    {
        RowGroups groups = Of(rows, columns, bits)!;

        Assert.Equal((perVector, vectors, chains), (groups.PerVector, groups.Form.Count, groups.Chains));
    }

    [Theory]
    [InlineData(20, 4, 128)] // a row is a vector
    [InlineData(49, 2, 128)] // with more pairs it is, too
    [InlineData(20, 8, 256)]
    [InlineData(20, 16, 512)]
    [InlineData(3, 4, 512)] // few rows
    [InlineData(7, 8, 512)]
    [InlineData(100, 4, 512)] // too many vectors to be written out
    public void ElsewhereAVectorIsOfOneRow(int rows, int columns, int bits) => Assert.Null(Of(rows, columns, bits));

    [Theory]
    [InlineData(20, 4, 512, true)]
    [InlineData(20, 3, 512, true)] // rows are four numbers wide
    [InlineData(20, 2, 256, true)]
    [InlineData(20, 8, 512, false)]
    [InlineData(20, 1, 512, false)]
    public void RowsOfTwoOrFourHaveColumns(int rows, int columns, int bits, bool hasColumns) => Assert.Equal(hasColumns, Of(rows, columns, bits)!.HasColumns);

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void RowsThatFillNoVectorAlwaysShareOne(int bits) => Assert.All(
        Enumerable.Range(4, 100).Where(rows => Storage.OnePanel(rows, 2, sizeof(float)).PanelWidth == 2),
        rows => Assert.NotNull(Of(rows, 2, bits)));

    [Fact]
    public void PaddingIsNoElement()
    {
        RowGroups groups = Of(9, 3, 512)!;

        Assert.Equal(27, Enumerable.Range(0, groups.Form.Count * groups.Form.Lanes).Count(i => groups.IsElement(i / 16, i % 16)));
        Assert.True(groups.IsElement(2, 2));
        Assert.False(groups.IsElement(2, 3)); // the fourth column
        Assert.False(groups.IsElement(2, 4)); // the tenth row
    }

    private static RowGroups? Of(int rows, int columns, int bits) =>
        RowGroups.Of(Storage.OnePanel(rows, columns, sizeof(float)), bits, sizeof(float), TargetProfile.Default);
}
