using System;
using System.Linq;
using NetGen.Optimizers;
using Xunit;

namespace NetGen.Tests.Optimizers;

public class GradientClippingTests
{
    private static readonly ClippingCase[] PyTorch = JsonData.Read<ClippingCase[]>("clipping.json");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, PyTorch.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Norms_agree_with_PyTorch(int index)
    {
        ClippingCase expected = PyTorch[index];
        double[] gradients = [.. expected.Gradients];
        Assert.Equal(expected.Norm, GradientClipping.ByNorm<double>(gradients, expected.Limit), 1e-12);
        CheckEqual(expected.ByNorm, gradients, 1e-12);

        float[] singles = Single(expected.Gradients);
        Assert.Equal(expected.Norm, GradientClipping.ByNorm<float>(singles, expected.Limit), 1e-5);
        CheckEqual(expected.ByNorm, [.. singles.Select(value => (double)value)], 1e-6);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_agree_with_PyTorch(int index)
    {
        ClippingCase expected = PyTorch[index];
        double[] gradients = [.. expected.Gradients];
        GradientClipping.ByValue<double>(gradients, expected.Limit);
        Assert.Equal(expected.ByValue, gradients);

        float[] singles = Single(expected.Gradients);
        GradientClipping.ByValue<float>(singles, expected.Limit);
        Assert.Equal(Single(expected.ByValue), singles);
    }

    [Fact]
    public void Every_length_is_clipped()
    {
        for (int length = 0; length <= 70; length++)
        {
            float[] gradients = [.. Enumerable.Range(1, length).Select(i => i % 2 == 0 ? i : -(float)i)];
            double norm = Math.Sqrt(gradients.Sum(value => (double)value * value));

            float[] byNorm = [.. gradients];
            Assert.Equal(norm, GradientClipping.ByNorm<float>(byNorm, 0.5), 1e-9 * (1 + norm));
            Assert.All(byNorm.Zip(gradients), pair => Assert.Equal(pair.Second * Math.Min(1, 0.5 / (norm + 1e-6)), pair.First, 1e-6));

            float[] byValue = [.. gradients];
            GradientClipping.ByValue<float>(byValue, 5);
            Assert.Equal(gradients.Select(value => Math.Clamp(value, -5, 5)), byValue);
        }
    }

    [Fact]
    public void NaN_is_passed_on()
    {
        for (int at = 0; at < 20; at++)
        {
            float[] gradients = [.. Enumerable.Repeat(3f, 20)];
            gradients[at] = float.NaN;
            float[] byValue = [.. gradients];
            GradientClipping.ByValue<float>(byValue, 1);
            Assert.True(float.IsNaN(byValue[at]));
            Assert.Equal(19, byValue.Count(value => value == 1));
            Assert.True(double.IsNaN(GradientClipping.ByNorm<float>(gradients, 1)));
        }
    }

    [Fact]
    public void Squares_beyond_the_range_of_a_float_do_no_harm()
    {
        float[] gradients = [3e30f, 4e30f];
        Assert.Equal(5e30, GradientClipping.ByNorm<float>(gradients, 1), 1e25);
        Assert.Equal(0.6, gradients[0], 1e-6);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] gradients = [.. Enumerable.Repeat(3f, 100)];
        GradientClipping.ByNorm<float>(gradients, 1);
        GradientClipping.ByValue<float>(gradients, 1);

        long before = GC.GetAllocatedBytesForCurrentThread();
        GradientClipping.ByNorm<float>(gradients, 1);
        GradientClipping.ByValue<float>(gradients, 1);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_limit_that_is_none_is_refused(double limit)
    {
        Assert.Equal("maxNorm", Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByNorm<float>(new float[1], limit)).ParamName);
        Assert.Equal("clipValue", Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByValue<float>(new float[1], limit)).ParamName);
    }

    private static float[] Single(double[] values) => [.. values.Select(value => (float)value)];

    private static void CheckEqual(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    private sealed record ClippingCase(double Limit, double[] Gradients, double Norm, double[] ByNorm, double[] ByValue);
}
