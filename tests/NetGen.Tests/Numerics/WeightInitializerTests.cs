using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class WeightInitializerTests
{
    private const int Rows = 120;
    private const int Columns = 380;

    [Theory]
    [InlineData(Initializer.HeUniform, 6.0 / Rows)]
    [InlineData(Initializer.GlorotUniform, 6.0 / (Rows + Columns))]
    public void Uniform_fills_its_interval(Initializer initializer, double squareOfLimit)
    {
        double[] weights = Draw(initializer, Columns);
        double limit = Math.Sqrt(squareOfLimit);

        // Of 45,600 numbers the outermost lie this close to the limits, unless one is unlucky once in e²² times.
        Assert.InRange(weights.Max(), limit * 0.999, limit);
        Assert.InRange(weights.Min(), -limit, -limit * 0.999);
        AssertMoments(weights, squareOfLimit / 3.0, squareOfLimit * squareOfLimit * 4.0 / 45.0);
    }

    [Theory]
    [InlineData(Initializer.HeNormal, 2.0 / Rows)]
    [InlineData(Initializer.GlorotNormal, 2.0 / (Rows + Columns))]
    public void Normal_has_its_variance(Initializer initializer, double variance)
    {
        double[] weights = Draw(initializer, Columns);

        Assert.Contains(weights, w => Math.Abs(w) > 3.0 * Math.Sqrt(variance));
        AssertMoments(weights, variance, 2.0 * variance * variance);
    }

    [Theory]
    [InlineData(Initializer.HeUniform)]
    [InlineData(Initializer.HeNormal)]
    [InlineData(Initializer.GlorotUniform)]
    [InlineData(Initializer.GlorotNormal)]
    [InlineData(Initializer.Zero)]
    public void The_layout_does_not_change_the_values(Initializer initializer)
    {
        double[] dense = Draw(initializer, Columns);
        double[] padded = Draw(initializer, Columns + 4);

        for (int r = 0; r < Rows; r++)
        {
            Assert.Equal(dense.AsSpan(r * Columns, Columns).ToArray(), padded.AsSpan(r * (Columns + 4), Columns).ToArray());
        }
    }

    [Fact]
    public void A_transposed_layout_does_not_change_the_values()
    {
        double[] transposed = new double[Rows * Columns];
        var random = new Xoshiro256(3);
        WeightInitializer.Fill(transposed, Initializer.HeUniform, new MatrixLayout(Rows, Columns, Rows, Rows, Rows * Columns, isTransposed: true), ref random);

        double[] weights = Draw(Initializer.HeUniform, Columns);
        Assert.Equal(weights, Enumerable.Range(0, weights.Length).Select(i => transposed[(i % Columns * Rows) + (i / Columns)]));
    }

    [Fact]
    public void Padding_is_left_alone()
    {
        double[] weights = Enumerable.Repeat(9.0, 11).ToArray();
        var random = new Xoshiro256(1);
        WeightInitializer.Fill(weights, Initializer.HeUniform, Layout(3, 2, 4), ref random);

        Assert.Equal([2, 3, 6, 7, 10], Enumerable.Range(0, weights.Length).Where(i => weights[i] == 9.0));
    }

    /// <summary>The first of the numbers that <c>Data/xoshiro.py</c> has for seed 42, scaled: canonical order is row by row.</summary>
    [Fact]
    public void Weights_are_drawn_row_by_row()
    {
        double[] weights = new double[6];
        var random = new Xoshiro256(42);
        WeightInitializer.Fill(weights, Initializer.GlorotNormal, Layout(2, 3, 3), ref random);

        var sequence = new Xoshiro256(42);
        Assert.All(weights, weight => Assert.Equal(Math.Sqrt(2.0 / 5.0) * sequence.NextNormal(), weight));
    }

    [Theory]
    [InlineData(Initializer.HeUniform)]
    [InlineData(Initializer.HeNormal)]
    [InlineData(Initializer.GlorotUniform)]
    [InlineData(Initializer.GlorotNormal)]
    [InlineData(Initializer.Zero)]
    public void Single_is_double_rounded(Initializer initializer)
    {
        float[] weights = new float[Rows * Columns];
        var random = new Xoshiro256(3);
        WeightInitializer.Fill(weights, initializer, Layout(Rows, Columns, Columns), ref random);

        Assert.Equal(Draw(initializer, Columns).Select(w => (float)w), weights);
    }

    [Fact]
    public void Zero_draws_nothing()
    {
        double[] weights = [1.0, 2.0, 3.0, 4.0];
        var random = new Xoshiro256(5);
        WeightInitializer.Fill(weights, Initializer.Zero, Layout(2, 2, 2), ref random);

        Assert.Equal(new double[4], weights);
        var untouched = new Xoshiro256(5);
        Assert.Equal(untouched.NextUInt64(), random.NextUInt64());
    }

    [Theory]
    [InlineData(Initializer.Auto)]
    [InlineData((Initializer)99)]
    public void Auto_is_for_the_caller_to_resolve(Initializer initializer)
    {
        var random = new Xoshiro256(0);
        Assert.Equal("initializer", Assert.Throws<ArgumentOutOfRangeException>(
            () => WeightInitializer.Fill(new double[4], initializer, Layout(2, 2, 2), ref random)).ParamName);
        Assert.Equal("initializer", Assert.Throws<ArgumentOutOfRangeException>(
            () => WeightInitializer.Fill(new float[4], initializer, Layout(2, 2, 2), ref random)).ParamName);
    }

    /// <summary>One panel, of rows that are so far apart.</summary>
    private static MatrixLayout Layout(int rows, int columns, int stride) => new(rows, columns, stride, stride, rows * stride, isTransposed: false);

    private static double[] Draw(Initializer initializer, int stride)
    {
        double[] weights = new double[(Rows - 1) * stride + Columns];
        var random = new Xoshiro256(3);
        WeightInitializer.Fill(weights, initializer, Layout(Rows, Columns, stride), ref random);
        return weights;
    }

    /// <summary>Mean and mean square within five standard errors.</summary>
    private static void AssertMoments(double[] weights, double variance, double varianceOfSquare)
    {
        Assert.InRange(Math.Abs(weights.Average()), 0.0, 5.0 * Math.Sqrt(variance / weights.Length));
        Assert.InRange(Math.Abs(weights.Average(w => w * w) - variance), 0.0, 5.0 * Math.Sqrt(varianceOfSquare / weights.Length));
    }
}
