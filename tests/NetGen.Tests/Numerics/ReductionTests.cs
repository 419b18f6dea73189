using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class ReductionTests
{
    [Theory]
    [InlineData(0, 5.0)]
    [InlineData(2, 1.0, 2.0, 3.0)]
    [InlineData(1, 1.0, 3.0, 3.0)] // the first of equals
    [InlineData(0, -0.0, 0.0)]
    [InlineData(1, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(0, 1.0, double.NaN)] // NaN wins over nothing
    [InlineData(2, 1.0, double.NaN, 2.0)]
    [InlineData(0, double.NaN, 1.0)] // and is not beaten where it comes first
    [InlineData(0, double.NaN, double.NaN)]
    public void Finds_the_first_of_the_largest(int expected, params double[] values)
    {
        Assert.Equal(expected, Reduction.IndexOfMax(values));
        Assert.Equal(expected, Reduction.IndexOfMax(values.Select(x => (float)x).ToArray()));
    }
}
