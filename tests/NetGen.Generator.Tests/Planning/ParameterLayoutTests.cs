extern alias NetGenLibrary;

using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;
using NetGenLibrary::NetGen.Numerics;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Where parameters are stored. A block is written as its offset and its columns, padding included; * where it is transposed.</summary>
public sealed class ParameterLayoutTests
{
    [Theory]
    [InlineData((int)Precision.Single, 4, "W¹ 0+4, b¹ 12+4")]
    [InlineData((int)Precision.Single, 3, "W¹ 0+4, b¹ 12+4")]
    [InlineData((int)Precision.Single, 20, "W¹ 0+32, b¹ 96+32")]
    [InlineData((int)Precision.Single, 1, "W¹ 0+1, b¹ 4+1")]
    [InlineData((int)Precision.Double, 20, "W¹ 0+24, b¹ 72+24")]
    public void StraightLineCodeHasRowsOfWholeVectors(int precision, int units, string expected) =>
        Assert.Equal(expected, Text(Layout(Unroll.Full, (Precision)precision, units)));

    [Fact]
    public void WideRowsOfStraightLineCodeBeginOnALine() =>
        Assert.Equal("W¹ 0+4, b¹ 12+4, W² 16+32, b² 112+32", Text(Layout(Unroll.Full, Precision.Single, 3, 20)));

    [Fact]
    public void RowsThatFillTheirVectorsAreInCanonicalOrder()
    {
        Assert.True(Layout(Unroll.Full, Precision.Single, 4, 16).IsCanonical);
        Assert.False(Layout(Unroll.Full, Precision.Single, 4, 15).IsCanonical);
    }

    [Fact]
    public void StorageIsCanonicalWhereEveryElementStandsAtItsPlace() =>
        Assert.All(RandomPlans.All.Select(plan => plan.Parameters), layout => Assert.Equal(IsInPlace(layout), layout.IsCanonical));

    [Theory]
    [InlineData((int)Precision.Single, "W¹ 0+32, b¹ 96+32, W² 128+16, b² 448+16")]
    [InlineData((int)Precision.Double, "W¹ 0+24, b¹ 72+24, W² 96+16, b² 416+16")]
    public void LoopsHavePanelsOfWholeLines(int precision, string expected) =>
        Assert.Equal(expected, Text(Layout(Unroll.None, (Precision)precision, 20, 16)));

    [Theory]
    [InlineData(15, "W¹ 0+16, b¹ 48+16, W² 64+16*, b² 80+16")]
    [InlineData(16, "W¹ 0+16, b¹ 48+16, W² 64+16*, b² 80+16")]
    [InlineData(1, "W¹ 0+16*, b¹ 16+16, W² 32+16, b² 48+16")]
    public void FewOutputsOfLoopsAreStoredTransposed(int units, string expected) =>
        Assert.Equal(expected, Text(Layout(Unroll.None, Precision.Single, units, 1)));

    [Fact]
    public void StraightLineCodeIsNeverTransposed() =>
        Assert.All(RandomPlans.All.Where(plan => !plan.IsBlocked).SelectMany(plan => plan.Parameters.Blocks), block => Assert.False(block.IsTransposed));

    [Fact]
    public void BlocksNeverOverlapAndCountsAreTrue()
    {
        foreach (NetworkPlan plan in RandomPlans.All)
        {
            ParameterLayout layout = plan.Parameters;
            ParameterBlock[] blocks = [.. layout.Blocks];
            Assert.Equal(layout.ParameterCount, blocks.Sum(block => block.Rows * block.Columns));
            Assert.Equal(layout.ParameterCount, blocks[^1].CanonicalOffset + (blocks[^1].Rows * blocks[^1].Columns));
            Assert.Equal(layout.StorageLength, blocks[^1].Offset + blocks[^1].Storage.Length);
            foreach ((ParameterBlock block, ParameterBlock next) in blocks.Zip(blocks.Skip(1)))
            {
                int end = block.Offset + block.Storage.Length;
                Assert.InRange(next.Offset, end, end + (64 / plan.ElementBytes) - 1);
                Assert.Equal(next.CanonicalOffset, block.CanonicalOffset + (block.Rows * block.Columns));
            }
        }
    }

    /// <summary>Kernels find elements at offsets that the plan has computed; what saves, loads and draws them asks the library.</summary>
    [Fact]
    public void PlanAndLibraryAgreeOnEveryElement()
    {
        int transposed = 0;
        foreach (ParameterBlock block in RandomPlans.All.SelectMany(plan => plan.Parameters.Blocks))
        {
            Storage storage = block.Storage;
            MatrixLayout layout = new(block.Rows, block.Columns, storage.PanelWidth, storage.LastWidth, storage.PanelStride, block.IsTransposed);
            HashSet<int> places = [];
            for (int row = 0; row < block.Rows; row++)
            {
                for (int column = 0; column < block.Columns; column++)
                {
                    int place = block.At(row, column) - block.Offset;
                    Assert.Equal(layout.Offset(row, column), place);
                    Assert.InRange(place, 0, storage.Length - 1);
                    Assert.True(places.Add(place));
                }
            }

            transposed += block.IsTransposed ? 1 : 0;
        }

        Assert.InRange(transposed, 50, int.MaxValue);
    }

    private static bool IsInPlace(ParameterLayout layout) => layout.StorageLength == layout.ParameterCount && layout.Blocks.All(block =>
        Enumerable.Range(0, block.Rows * block.Columns).All(index => block.At(index / block.Columns, index % block.Columns) == block.CanonicalOffset + index));

    private static ParameterLayout Layout(Unroll unroll, Precision precision, params int[] units) => NetworkCompiler.Plan(
        Declare.Network(3, null, [.. units.Select(count => Declare.Dense(count))]) with { Unroll = unroll, Precision = precision },
        TargetProfile.Default).Plan!.Parameters;

    private static string Text(ParameterLayout layout) => string.Join(
        ", ", layout.Blocks.Select(block => $"{block.Symbol} {block.Offset}+{block.Storage.PaddedColumns}{(block.IsTransposed ? "*" : "")}"));
}
