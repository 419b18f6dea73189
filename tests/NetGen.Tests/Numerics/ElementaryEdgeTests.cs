using System;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

#pragma warning disable xUnit1025 // It takes -0.0 for 0.0.

/// <summary>±0, ±∞, NaN, the largest and the smallest numbers, compared bit by bit, so that −0 is not 0.</summary>
public class ElementaryEdgeTests
{
    private const double Inf = double.PositiveInfinity;
    private const double NaN = double.NaN;

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(-0.0, 1.0)]
    [InlineData(Inf, Inf)]
    [InlineData(-Inf, 0.0)]
    [InlineData(NaN, NaN)]
    [InlineData(double.MaxValue, Inf)]
    [InlineData(double.MinValue, 0.0)]
    [InlineData(double.Epsilon, 1.0)]
    public void Exp(double x, double expected) => AssertBoth(expected, Elementary.Exp(x), Elementary.Exp((float)x));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(-0.0, -0.0)]
    [InlineData(Inf, Inf)]
    [InlineData(-Inf, -1.0)]
    [InlineData(NaN, NaN)]
    [InlineData(double.MaxValue, Inf)]
    [InlineData(double.MinValue, -1.0)]
    [InlineData(-1e-30, -1e-30)]
    [InlineData(1e-30, 1e-30)]
    public void Expm1(double x, double expected) => AssertBoth(expected, Elementary.Expm1(x), Elementary.Expm1((float)x));

    [Theory]
    [InlineData(0.0, -Inf)]
    [InlineData(-0.0, -Inf)]
    [InlineData(1.0, 0.0)]
    [InlineData(-1.0, NaN)]
    [InlineData(Inf, Inf)]
    [InlineData(-Inf, NaN)]
    [InlineData(NaN, NaN)]
    public void Log(double x, double expected) => AssertBoth(expected, Elementary.Log(x), Elementary.Log((float)x));

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(-0.0, 0.5)]
    [InlineData(Inf, 1.0)]
    [InlineData(-Inf, 0.0)]
    [InlineData(NaN, NaN)]
    [InlineData(double.MaxValue, 1.0)]
    [InlineData(double.MinValue, 0.0)]
    [InlineData(1000.0, 1.0)]
    [InlineData(-1000.0, 0.0)]
    public void Sigmoid(double z, double expected) => AssertBoth(expected, Elementary.Sigmoid(z), Elementary.Sigmoid((float)z));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(-0.0, -0.0)]
    [InlineData(Inf, 1.0)]
    [InlineData(-Inf, -1.0)]
    [InlineData(NaN, NaN)]
    [InlineData(double.MaxValue, 1.0)]
    [InlineData(double.MinValue, -1.0)]
    [InlineData(1e-30, 1e-30)]
    public void Tanh(double z, double expected) => AssertBoth(expected, Elementary.Tanh(z), Elementary.Tanh((float)z));

    [Theory]
    [InlineData(0.0, 0.6931471805599453)]
    [InlineData(-0.0, 0.6931471805599453)]
    [InlineData(Inf, Inf)]
    [InlineData(-Inf, 0.0)]
    [InlineData(NaN, NaN)]
    [InlineData(1e30, 1e30)]
    [InlineData(-1e30, 0.0)]
    [InlineData(double.MaxValue, double.MaxValue)]
    [InlineData(double.MinValue, 0.0)]
    public void Softplus(double z, double expected) => AssertBoth(expected, Elementary.Softplus(z), Elementary.Softplus((float)z));

    [Theory]
    [InlineData(0.0, 0.3989422804014327)]
    [InlineData(-0.0, 0.3989422804014327)]
    [InlineData(Inf, 0.0)]
    [InlineData(-Inf, 0.0)]
    [InlineData(NaN, NaN)]
    [InlineData(double.MaxValue, 0.0)]
    [InlineData(double.MinValue, 0.0)]
    public void NormalDensity(double z, double expected) =>
        AssertBoth(expected, Elementary.NormalDensity(z), Elementary.NormalDensity((float)z));

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(-0.0, 0.5)]
    [InlineData(Inf, 1.0)]
    [InlineData(-Inf, 0.0)]
    [InlineData(NaN, NaN)]
    [InlineData(double.MaxValue, 1.0)]
    [InlineData(double.MinValue, 0.0)]
    public void NormalCdf(double z, double expected) => AssertBoth(expected, Elementary.NormalCdf(z), Elementary.NormalCdf((float)z));

    [Theory]
    [InlineData(0.0, 0.5, 0.6931471805599453)]
    [InlineData(1e30, 1.0, 0.0)]
    [InlineData(1e30, 0.0, 1e30)]
    [InlineData(-1e30, 1.0, 1e30)]
    [InlineData(-1e30, 0.0, 0.0)]
    [InlineData(1e30, 2.0, -1e30)] // targets may be any number
    [InlineData(Inf, 1.0, 0.0)] // a factor of 0 adds nothing
    [InlineData(-Inf, 0.0, 0.0)]
    [InlineData(Inf, 0.0, Inf)]
    [InlineData(-Inf, 1.0, Inf)]
    [InlineData(NaN, 0.0, NaN)]
    [InlineData(NaN, 1.0, NaN)]
    [InlineData(1.0, NaN, NaN)]
    [InlineData(-1.0, NaN, NaN)]
    public void BinaryCrossEntropy(double z, double t, double expected) =>
        AssertBoth(expected, Elementary.BinaryCrossEntropy(z, t), Elementary.BinaryCrossEntropy((float)z, (float)t));

    [Theory]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(-0.0, 0.0, 0.0)]
    [InlineData(0.0, NaN, 0.0)]
    [InlineData(0.0, -1.0, 0.0)]
    [InlineData(0.0, Inf, 0.0)]
    [InlineData(1.0, 0.0, -Inf)]
    [InlineData(2.0, 1.0, 0.0)]
    [InlineData(1.0, NaN, NaN)]
    [InlineData(NaN, 1.0, NaN)]
    public void XLogY(double x, double y, double expected) =>
        AssertBoth(expected, Elementary.XLogY(x, y), Elementary.XLogY((float)x, (float)y));

    [Theory]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(-0.0, 0.0, 0.0)]
    [InlineData(0.0, NaN, 0.0)]
    [InlineData(1.0, 0.0, Inf)]
    [InlineData(1.0, 4.0, 0.25)]
    [InlineData(1.0, NaN, NaN)]
    [InlineData(NaN, 1.0, NaN)]
    public void XOverY(double x, double y, double expected) =>
        AssertBoth(expected, Elementary.XOverY(x, y), Elementary.XOverY((float)x, (float)y));

    /// <summary>No finite argument gives NaN: every power of two, of both signs.</summary>
    [Fact]
    public void Finite_arguments_never_give_NaN()
    {
        Func<double, double>[] functions =
        [
            Elementary.Exp, Elementary.Expm1, Elementary.Sigmoid, Elementary.Tanh, Elementary.Softplus, Elementary.NormalCdf, Elementary.NormalDensity,
            z => Elementary.BinaryCrossEntropy(z, 0.0), z => Elementary.BinaryCrossEntropy(z, 1.0), z => Elementary.BinaryCrossEntropy(z, 1e300),
        ];
        for (int exponent = -1074; exponent <= 1023; exponent++)
        {
            double x = Math.ScaleB(1.0, exponent);
            Assert.All(functions, function => Assert.False(double.IsNaN(function(x)) || double.IsNaN(function(-x)), $"2^{exponent}"));
        }
    }

    private static void AssertBoth(double expected, double actual, float single)
    {
        AssertBits(expected, actual);
        AssertBits((float)expected, single);
    }

    private static void AssertBits(double expected, double actual)
    {
        // NaN has many bit patterns, all of them right.
        if (!double.IsNaN(expected) || !double.IsNaN(actual))
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
        }
    }
}
