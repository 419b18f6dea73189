using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

public sealed class ParameterLayoutTests
{
    [Fact]
    public void UnrolledLayersAreStoredInCanonicalOrder()
    {
        ParameterLayout layout = Layout(Unroll.Full, Precision.Single, 20, 20);

        Assert.True(layout.IsCanonical);
        Assert.Equal(layout.ParameterCount, layout.StorageLength);
    }

    [Theory]
    [InlineData((int)Precision.Single, "W¹ 0+32, b¹ 96+32, W² 128+16, b² 448+16")]
    [InlineData((int)Precision.Double, "W¹ 0+24, b¹ 72+24, W² 96+16, b² 416+16")]
    public void RowsOfLoopsBeginOnACacheLine(int precision, string expected) =>
        Assert.Equal(expected, Text(Layout(Unroll.None, (Precision)precision, 20, 16)));

    [Theory]
    [InlineData((int)Precision.Single, 15, "W¹ 0+15, b¹ 45+15")]
    [InlineData((int)Precision.Single, 16, "W¹ 0+16, b¹ 48+16")]
    [InlineData((int)Precision.Double, 7, "W¹ 0+7, b¹ 21+7")]
    [InlineData((int)Precision.Double, 8, "W¹ 0+8, b¹ 24+8")]
    public void NarrowRowsAreNotPadded(int precision, int units, string expected) =>
        Assert.Equal(expected, Text(Layout(Unroll.None, (Precision)precision, units)));

    [Fact]
    public void BlocksNeverOverlapAndCountsAreTrue()
    {
        foreach (NetworkPlan plan in RandomPlans.All)
        {
            ParameterLayout layout = plan.Parameters;
            ParameterBlock[] blocks = [.. layout.Blocks];
            Assert.Equal(layout.ParameterCount, blocks.Sum(block => block.Rows * block.Columns));
            Assert.Equal(layout.ParameterCount, blocks[^1].CanonicalOffset + (blocks[^1].Rows * blocks[^1].Columns));
            int end = blocks[^1].Offset + (blocks[^1].Rows * blocks[^1].Stride);
            int lanes = 64 / plan.ElementBytes;

            // Behind loops there is room to read the last row in whole vectors.
            Assert.InRange(layout.StorageLength, plan.IsBlocked ? end + lanes : end, plan.IsBlocked ? end + (2 * lanes) : end);
            Assert.InRange(layout.StorageLength, layout.ParameterCount, int.MaxValue);
            foreach ((ParameterBlock block, ParameterBlock next) in blocks.Zip(blocks.Skip(1)))
            {
                Assert.True(block.Stride >= block.Columns);
                Assert.True(next.Offset >= block.Offset + (block.Rows * block.Stride));
                Assert.Equal(next.CanonicalOffset, block.CanonicalOffset + (block.Rows * block.Columns));
            }
        }
    }

    private static ParameterLayout Layout(Unroll unroll, Precision precision, params int[] units) => NetworkCompiler.Plan(
        Declare.Network(3, null, [.. units.Select(count => Declare.Dense(count))]) with { Unroll = unroll, Precision = precision },
        TargetProfile.Default).Plan!.Parameters;

    /// <summary>Symbol, offset and stride.</summary>
    private static string Text(ParameterLayout layout) => string.Join(", ", layout.Blocks.Select(block => $"{block.Symbol} {block.Offset}+{block.Stride}"));
}
