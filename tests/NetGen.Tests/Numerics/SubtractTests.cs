using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class SubtractTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(37)]
    [InlineData(100)]
    public void Subtracts_a_multiple(int length)
    {
        double[] target = [.. Enumerable.Range(0, length).Select(i => (double)i)];
        double[] source = [.. Enumerable.Range(0, length).Select(i => 2.0 * i * i)];
        float[] singles = [.. target.Select(x => (float)x)];
        double[] expected = [.. target.Zip(source, (t, s) => t - (0.5 * s))];

        Matrix.Subtract(target, source, 0.5);
        Matrix.Subtract(singles, source.Select(x => (float)x).ToArray(), 0.5f);

        Assert.Equal(expected, target);
        Assert.Equal(expected, singles.Select(x => (double)x));
    }

    [Fact]
    public void A_source_that_is_too_short_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Matrix.Subtract(new float[3], new float[2], 1));
        Assert.ThrowsAny<ArgumentException>(() => Matrix.Subtract(new double[3], new double[2], 1));
    }
}
