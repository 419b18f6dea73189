using System;
using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

public sealed class ShapeTests
{
    [Fact]
    public void ShapesCompareByValue()
    {
        Assert.Equal(Shape.PerSample(2, 3), Shape.PerSample(2, 3));
        Assert.NotEqual(Shape.PerSample(2, 3), Shape.Fixed(2, 3));
        Assert.NotEqual(Shape.Fixed(2, 3), Shape.Fixed(3, 2));
    }

    [Fact]
    public void LengthIsTheProductOfAnyRank()
    {
        Assert.Equal(24, Shape.PerSample(2, 3, 4).Length);
        Assert.Throws<OverflowException>(() => Shape.Fixed(1 << 16, 1 << 16).Length);
    }

    [Fact]
    public void TextHasTheBatchInFront()
    {
        Assert.Equal("N×2×3", Shape.PerSample(2, 3).ToString());
        Assert.Equal("4", Shape.Fixed(4).ToString());
    }

    [Theory]
    [InlineData("3", "3", true)]
    [InlineData("3", "N×3", true)]
    [InlineData("1", "N×3", true)]
    [InlineData("1", "2×3×4", true)]
    [InlineData("N×1", "N×3", true)]
    [InlineData("N×3", "3", false)]
    [InlineData("N×1", "3", false)]
    [InlineData("3", "1", false)]
    [InlineData("2", "N×3", false)]
    [InlineData("2×3", "3×2", false)]
    [InlineData("3", "2×3", false)]
    public void StretchingGoesFromOneNumberOrFromOneArray(string from, string to, bool stretches) =>
        Assert.Equal(stretches, Shapes.Parse(from).StretchesTo(Shapes.Parse(to)));
}
