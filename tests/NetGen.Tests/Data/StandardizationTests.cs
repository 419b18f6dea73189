using System;
using System.Linq;
using NetGen.Data;
using Xunit;

namespace NetGen.Tests.Data;

public class StandardizationTests
{
    [Fact]
    public void Mean_and_scale_are_those_of_the_population()
    {
        // Columns 1 3 5 7: mean 4, variance (9 + 1 + 1 + 9) / 4 = 5; 10 10 20 20: mean 15, variance 25.
        var training = new Dataset<double>(new double[] { 1, 10, 3, 10, 5, 20, 7, 20 }, 2, new int[4]);
        Standardization<double> fitted = Standardization<double>.Fit(training);

        Assert.Equal([4, 15], fitted.Mean.ToArray());
        Assert.Equal([Math.Sqrt(5), 5], fitted.Scale.ToArray());

        double[] other = [4, 20, 4 + Math.Sqrt(5), 0];
        fitted.Apply(other);
        Assert.Equal([0, 1, 1, -3], other);
    }

    [Fact]
    public void What_it_was_fitted_on_has_mean_0_and_deviation_1()
    {
        var random = new Random(3);
        float[] inputs = [.. Enumerable.Range(0, 3 * 500).Select(i => (float)(random.NextDouble() * (1 + i % 3 * 100) + 1e3))];
        var training = new Dataset<float>(inputs, 3, new int[500]);
        Dataset<float> standardized = Standardization<float>.Fit(training).Apply(training);

        for (int feature = 0; feature < 3; feature++)
        {
            double[] column = [.. standardized.Inputs.ToArray().Where((_, i) => i % 3 == feature).Select(x => (double)x)];
            Assert.Equal(0, column.Average(), 3);
            Assert.Equal(1, column.Average(x => x * x), 3);
        }

        Assert.Equal(1e3f, training.Inputs.Span[0], 1f);    // what was given is as it was
        Assert.Equal(training.Labels, standardized.Labels); // and not copied
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(1e30f)]
    [InlineData(0)]
    public void An_input_that_never_changes_becomes_0(float constant)
    {
        // The sum of 1000 times 0.1 is not 100, and what is left would be scaled up to numbers of size 1.
        float[] inputs = [.. Enumerable.Repeat(constant, 1000)];
        Standardization<float> fitted = Standardization<float>.Fit(new Dataset<float>(inputs, 1, new int[1000]));

        Assert.Equal(constant, fitted.Mean[0]);
        Assert.Equal(1, fitted.Scale[0]);
        fitted.Apply(inputs);
        Assert.All(inputs, x => Assert.Equal(0, x));
    }

    [Fact]
    public void Uniform_is_one_mean_and_one_scale_for_all()
    {
        Standardization<double> fitted = Standardization<double>.FitUniform(new Dataset<double>(new double[] { 1, 3, 5, 7 }, 2, new int[2]));

        Assert.Equal([4, 4], fitted.Mean.ToArray());
        Assert.Equal([Math.Sqrt(5), Math.Sqrt(5)], fitted.Scale.ToArray());
    }

    [Fact]
    public void What_does_not_fit_is_an_error()
    {
        Throws("mean is empty; expected a number for each input of a sample.", () => new Standardization<float>([], []));
        Throws("scale holds 2 numbers; expected 1.", () => new Standardization<float>([0], [1, 2]));
        Throws("scale[1] is 0; expected a positive finite number.", () => new Standardization<float>([0, 0], [1, 0]));
        Throws("scale[0] is NaN; expected a positive finite number.", () => new Standardization<double>([0], [double.NaN]));
        Throws("mean[0] is NaN; expected a finite number.", () => new Standardization<float>([float.NaN], [1]));
        Throws("training has the input NaN at 3; expected finite numbers.", () =>
            Standardization<float>.Fit(new Dataset<float>(new[] { 1, 2, 3, float.NaN }, 2, new int[2])));

        var fitted = new Standardization<float>([0, 0], [1, 1]);
        Throws("inputs holds 3 numbers; expected N × 2, for at least one sample.", () =>
        {
            fitted.Apply(new float[3]);
            return fitted;
        });
        Throws("dataset has samples of 3 numbers; expected 2.", () => fitted.Apply(new Dataset<float>(new float[3], 3, new int[1])));
    }

    private static void Throws(string message, Func<object> act)
    {
        var error = Assert.ThrowsAny<ArgumentException>(act);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
