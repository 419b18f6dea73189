using System;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.ReferenceTests;

/// <summary>The error function to the accuracy of double, against tabulated values.</summary>
public class ErrorFunctionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 0.1124629160182849)]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(1, 0.8427007929497149)]
    [InlineData(1.5, 0.9661051464753108)]
    [InlineData(2, 0.9953222650189527)]
    [InlineData(3, 0.9999779095030014)]
    [InlineData(6, 1)]
    public void Erf_is_odd_and_has_the_tabulated_values(double x, double expected)
    {
        Assert.Equal(expected, ErrorFunction.Erf(x), 1e-15);
        Assert.Equal(-expected, ErrorFunction.Erf(-x), 1e-15);
    }

    [Theory]
    [InlineData(0.5, 0.4795001221869535)]
    [InlineData(2, 0.004677734981047266)]
    [InlineData(3, 2.209049699858544e-5)]
    [InlineData(5, 1.5374597944280349e-12)]
    [InlineData(10, 2.088487583762545e-45)]
    public void The_complement_keeps_its_relative_accuracy(double x, double expected)
    {
        Assert.True(Math.Abs(ErrorFunction.Complement(x) - expected) <= 1e-13 * expected);
        Assert.Equal(2 - expected, ErrorFunction.Complement(-x), 1e-15);
    }

    [Fact]
    public void The_two_expansions_meet() =>
        Assert.Equal(ErrorFunction.Complement(2), ErrorFunction.Complement(Math.BitIncrement(2.0)), 1e-15);
}
