using System;
using System.Linq;
using NetGen.Integration.Tests.Support;
using Xunit;
using static NetGen.Integration.Tests.Documents.Algebra;

namespace NetGen.Integration.Tests.Documents;

/// <summary>Document 002: any depth, batches, the mean over N; ReLU′ is 0 for s ≤ 0 (equation 23).</summary>
public class Document002Tests
{
    private static readonly double[] W1 = [0.5, -0.25, 1, 0.75, -0.5, 0.25];
    private static readonly double[] B1 = [0.25, 0.5, -0.5];
    private static readonly double[] W2 = [0.6, -0.4, 0.2, 0.8, 0.5, -0.7, 0.3, 0.9, 0.1, -0.2, 0.45, 0.35];
    private static readonly double[] B2 = [0.05, -0.1, 0.15, 0.2];
    private static readonly double[] W3 = [0.3, -0.6, 0.4, 0.7, 0.2, -0.5, -0.8, 0.55, 0.1, 0.65, -0.35, 0.25];
    private static readonly double[] B3 = [0.1, 0, -0.1];
    private static readonly double[] Theta = [.. W1, .. B1, .. W2, .. B2, .. W3, .. B3];

    // The second sample puts the first unit of the first layer on exactly 0.
    private static readonly double[][] X = [[1, -0.5], [-0.5, 0], [0.75, 1.5], [-1, 0.5], [2, 1]];
    private static readonly double[][] Y = [[0, 1, 0], [1, 0, 0], [0, 0, 1], [0.25, 0.5, 0.25], [0, 1, 0]];

    [Fact]
    public void The_example_has_a_unit_at_exactly_0() => Assert.Equal(0, Sample.Of(1).S1[0]);

    [Fact]
    public void Equation_20_forward_of_every_layer() =>
        Expect.Close([.. Samples().SelectMany(sample => sample.P)], Network(new Document002Network()).Forward(Flat(X)));

    [Fact]
    public void Equation_3_loss_is_the_mean_of_the_samples()
    {
        double expected = Enumerable.Range(0, X.Length).Average(n => -Y[n].Zip(Sample.Of(n).P, (y, p) => y * Math.Log(p)).Sum());
        Expect.Close(expected, Network(new Document002Network()).Loss(Flat(X), Flat(Y)));
    }

    [Fact]
    public void Equations_1_to_8_single_sample()
    {
        Sample sample = Sample.Of(0);
        Expect.Close(Outer(sample.X2, sample.Delta3), Network(new Document002Network()).Backward(X[0], Y[0]).Gradients[25..37]);
    }

    [Fact]
    public void Equation_3_to_4_for_targets_that_do_not_sum_to_1()
    {
        // −yⱼ + Σₖ yₖ xⱼ, the line above equation 4.
        double[] y = [2, 0.5, 0];
        double[] p = Sample.Of(0).P;
        Expect.Close(p.Map(pj => pj * 2.5).Minus(y), Network(new Document002Network()).Backward(X[0], y).Gradients[37..40]);
    }

    [Fact]
    public void Equations_9_and_10_weights_of_the_last_layer() =>
        Expect.Close(Mean(sample => Outer(sample.X2, sample.Delta3)), Gradients(new Document002Network())[25..37]);

    [Fact]
    public void Equations_17_and_18_bias_of_the_last_layer() =>
        Expect.Close(Mean(sample => sample.Delta3), Gradients(new Document002Network())[37..40]);

    [Fact]
    public void Equations_30_33_and_34_weights_of_the_hidden_layers()
    {
        double[] gradients = Gradients(new Document002Network());
        Expect.Close(Mean(sample => Outer(sample.X1, sample.Delta2)), gradients[9..21]);
        Expect.Close(Mean(sample => Outer(sample.X0, sample.Delta1(atZero: 0))), gradients[..6]);
    }

    [Fact]
    public void Equations_41_and_42_biases_of_the_hidden_layers()
    {
        double[] gradients = Gradients(new Document002Network());
        Expect.Close(Mean(sample => sample.Delta2), gradients[21..25]);
        Expect.Close(Mean(sample => sample.Delta1(atZero: 0)), gradients[6..9]);
    }

    [Fact]
    public void With_the_convention_of_document_000_the_unit_at_0_gets_its_gradient()
    {
        Expect.Close(Mean(sample => sample.Delta1(atZero: 1)), Gradients(new Document002OtherConvention())[6..9]);
        Assert.NotEqual(Mean(sample => sample.Delta1(atZero: 0)), Mean(sample => sample.Delta1(atZero: 1)));
    }

    private static double[] Gradients(object network) => Network(network).Backward(Flat(X), Flat(Y)).Gradients;

    private static NetworkUnderTest<double> Network(object network) => new(network) { Parameters = Theta };

    private static Sample[] Samples() => [.. Enumerable.Range(0, X.Length).Select(Sample.Of)];

    /// <summary>(1/N) Σ over the samples.</summary>
    private static double[] Mean(Func<Sample, double[]> ofSample) => Algebra.Sum([.. Samples().Select(ofSample)]).Times(1.0 / X.Length);

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];

    /// <summary>One sample through the equations; the document's S are pre-activations and X activations.</summary>
    private sealed record Sample(double[] X0, double[] S1, double[] X1, double[] S2, double[] X2, double[] P, double[] Delta3)
    {
        /// <summary>Equation 30: δ² = θ′(s²) ⊙ W³δ³.</summary>
        public double[] Delta2 => TimesTransposed(Delta3, W3).Hadamard(S2.Map(s => s > 0 ? 1 : 0));

        public static Sample Of(int n)
        {
            double[] s1 = Times(X[n], W1).Plus(B1);
            double[] x1 = s1.Map(s => Math.Max(0, s));
            double[] s2 = Times(x1, W2).Plus(B2);
            double[] x2 = s2.Map(s => Math.Max(0, s));
            double[] p = Softmax(Times(x2, W3).Plus(B3));
            return new Sample(X[n], s1, x1, s2, x2, p, p.Minus(Y[n]));
        }

        /// <summary>Equation 30 with θ′(0) as given; equation 23 says 0.</summary>
        public double[] Delta1(double atZero) => TimesTransposed(Delta2, W2).Hadamard(S1.Map(s => s > 0 ? 1 : s < 0 ? 0 : atZero));
    }
}

[Network(2, Precision = Precision.Double)]
[Dense(3, Activation.Relu)]
[Dense(4, Activation.Relu)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Document002Network
{
}

[Network(2, Precision = Precision.Double)]
[Dense(3, Activation.Relu, ReluGradientAtZero = 1)]
[Dense(4, Activation.Relu, ReluGradientAtZero = 1)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Document002OtherConvention
{
}
