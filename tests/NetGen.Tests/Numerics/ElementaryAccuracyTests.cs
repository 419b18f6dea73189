using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Holds every function to values of 50 digits, in units in the last place. The bounds leave room for the exp and log of another platform.</summary>
public class ElementaryAccuracyTests
{
    private static readonly Dictionary<string, (Func<double, double, double> Double, Func<float, float, float> Single)> Functions = new()
    {
        ["Exp"] = ((x, _) => Elementary.Exp(x), (x, _) => Elementary.Exp(x)),
        ["Expm1"] = ((x, _) => Elementary.Expm1(x), (x, _) => Elementary.Expm1(x)),
        ["Log"] = ((x, _) => Elementary.Log(x), (x, _) => Elementary.Log(x)),
        ["Sigmoid"] = ((x, _) => Elementary.Sigmoid(x), (x, _) => Elementary.Sigmoid(x)),
        ["Tanh"] = ((x, _) => Elementary.Tanh(x), (x, _) => Elementary.Tanh(x)),
        ["Softplus"] = ((x, _) => Elementary.Softplus(x), (x, _) => Elementary.Softplus(x)),
        ["NormalDensity"] = ((x, _) => Elementary.NormalDensity(x), (x, _) => Elementary.NormalDensity(x)),
        ["NormalCdf"] = ((x, _) => Elementary.NormalCdf(x), (x, _) => Elementary.NormalCdf(x)),
        ["BinaryCrossEntropy"] = (Elementary.BinaryCrossEntropy, Elementary.BinaryCrossEntropy),
        ["XLogY"] = (Elementary.XLogY, Elementary.XLogY),
    };

    [Theory]
    [InlineData("Exp", 1)]
    [InlineData("Expm1", 3)]
    [InlineData("Log", 1)]
    [InlineData("Sigmoid", 3)]
    [InlineData("Tanh", 3)]
    [InlineData("Softplus", 3)]
    [InlineData("NormalDensity", 4)]
    [InlineData("NormalCdf", 6)]
    [InlineData("BinaryCrossEntropy", 3)]
    [InlineData("XLogY", 2)]
    public void Double_is_accurate(string function, double bound)
    {
        AssertWorst(bound, Rows(function).Select(row =>
            (row, Functions[function].Double(row.X, row.Y), Ulps(Functions[function].Double(row.X, row.Y), row))));
    }

    /// <summary>All bounds are stricter in <see cref="ElementaryErrorTests"/>, which has no functions of two numbers.</summary>
    [Theory]
    [InlineData("Exp", 1.3)]
    [InlineData("Expm1", 2.2)]
    [InlineData("Log", 1.1)]
    [InlineData("Sigmoid", 2.5)]
    [InlineData("Tanh", 6)]
    [InlineData("Softplus", 2)]
    [InlineData("NormalDensity", 1.6)]
    [InlineData("NormalCdf", 5)]
    [InlineData("BinaryCrossEntropy", 3)]
    [InlineData("XLogY", 2)]
    public void Single_is_accurate(string function, double bound)
    {
        AssertWorst(bound, Rows(function).Where(row => (float)row.X == row.X && (float)row.Y == row.Y).Select(row =>
        {
            float actual = Functions[function].Single((float)row.X, (float)row.Y);
            return (row, (double)actual, SingleUlps(actual, row));
        }));
    }

    /// <summary>The logarithm behind the normal distribution, which uses no platform's.</summary>
    [Fact]
    public void Log_of_the_random_generator_is_accurate()
    {
        AssertWorst(2.5, Rows("Log").Where(row => row.X >= 2.3e-308).Select(row =>
            (row, Xoshiro256.Log(row.X), Ulps(Xoshiro256.Log(row.X), row))));
    }

    private static IEnumerable<Row> Rows(string function) => Data.Rows("elementary.csv").Where(cells => cells[0] == function).Select(cells =>
        new Row(Number(cells[1]), cells[2].Length == 0 ? 0.0 : Number(cells[2]), Number(cells[3]), Number(cells[4])));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void AssertWorst(double bound, IEnumerable<(Row Row, double Actual, double Ulps)> results)
    {
        var all = results.ToList();
        Assert.True(all.Count >= 20, $"{all.Count} values are too few");
        var worst = all.MaxBy(result => double.IsNaN(result.Ulps) ? double.PositiveInfinity : result.Ulps);
        Assert.True(worst.Ulps <= bound, $"{worst.Ulps} ulp at {worst.Row}: {worst.Actual:R}");
    }

    private static double Ulps(double actual, Row row) =>
        Math.Abs((actual - row.Nearest) / (Math.BitIncrement(Math.Abs(row.Nearest)) - Math.Abs(row.Nearest)) - row.Rest);

    private static double SingleUlps(float actual, Row row)
    {
        float nearest = Math.Abs((float)row.Nearest);
        return float.IsInfinity(nearest)
            ? (actual == (float)row.Nearest ? 0.0 : double.PositiveInfinity)
            : Math.Abs(actual - row.Nearest) / ((double)MathF.BitIncrement(nearest) - nearest);
    }

    /// <param name="X">The argument.</param>
    /// <param name="Y">The second argument, 0 where there is none.</param>
    /// <param name="Nearest">The double nearest to the result.</param>
    /// <param name="Rest">The result beyond it, in units in its last place.</param>
    private sealed record Row(double X, double Y, double Nearest, double Rest);
}
