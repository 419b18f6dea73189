using System;
using System.Linq;
using NetGen.Integration.Tests.Support;
using Xunit;
using static NetGen.Integration.Tests.Documents.Algebra;

namespace NetGen.Integration.Tests.Documents;

/// <summary>Document 003: class labels, the mean over N, a penalty on the weights of both layers. φ is the hidden activation, ψ softmax.</summary>
public class Document003Tests
{
    private const double Lambda = 0.05;

    private static readonly double[] W1 = [0.3, -0.5, 0.8, 0.6, 0.4, -0.2, -0.7, 0.9, 0.1];
    private static readonly double[] B1 = [0.1, -0.3, 0.2];
    private static readonly double[] W2 = [0.5, -0.1, 0.4, 0.2, -0.6, 0.3, 0.7, 0.25, 0.15, -0.45, 0.55, -0.35];
    private static readonly double[] B2 = [0.05, -0.05, 0.1, 0];

    private static readonly double[][] A1 = [[0.5, 1, -0.5], [-1, 0.25, 0.75], [0.1, -0.9, 1.2]];
    private static readonly int[] Labels = [2, 0, 3];

    private static NetworkUnderTest<double> Network => new(new Document003Network()) { Parameters = [.. W1, .. B1, .. W2, .. B2] };

    private static double[] Inputs => [.. A1.SelectMany(row => row)];

    [Fact]
    public void Part_a_loss_is_the_mean_of_the_negative_logarithms_and_the_penalty()
    {
        double penalty = Lambda * (W1.Sum(w => w * w) + W2.Sum(w => w * w));
        double expected = Enumerable.Range(0, 3).Average(i => -Math.Log(Psi(i)[Labels[i]])) + penalty;
        Expect.Close(expected, Network.Loss(Inputs, Labels));
    }

    [Fact]
    public void Part_a_and_c_bias_of_the_second_layer_is_the_sum_over_the_batch() =>
        Expect.Close(OverBatch(Delta3), Network.Backward(Inputs, Labels).Gradients[24..28]);

    [Fact]
    public void Part_b_weights_of_the_second_layer() =>
        Expect.Close(OverBatch(i => Outer(A2(i), Delta3(i))).Plus(W2.Times(2 * Lambda)), Network.Backward(Inputs, Labels).Gradients[12..24]);

    [Fact]
    public void Part_c_bias_of_the_first_layer_has_the_derivative_of_the_activation() =>
        Expect.Close(OverBatch(Delta2), Network.Backward(Inputs, Labels).Gradients[9..12]);

    [Fact]
    public void Part_c_weights_of_the_first_layer() =>
        Expect.Close(OverBatch(i => Outer(A1[i], Delta2(i))).Plus(W1.Times(2 * Lambda)), Network.Backward(Inputs, Labels).Gradients[..9]);

    [Fact]
    public void Labels_mean_one_hot_targets()
    {
        double[] targets = [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1];
        Expect.Close(Network.Loss(Inputs, targets), Network.Loss(Inputs, Labels));
        Expect.Close(Network.Backward(Inputs, targets).Gradients, Network.Backward(Inputs, Labels).Gradients);
    }

    [Fact]
    public void The_penalty_of_one_layer_may_differ()
    {
        var network = new NetworkUnderTest<double>(new Document003OtherPenalty()) { Parameters = Network.Parameters };
        double[] gradients = network.Backward(Inputs, Labels).Gradients;
        Expect.Close(OverBatch(i => Outer(A1[i], Delta2(i))), gradients[..9]);
        Expect.Close(OverBatch(i => Outer(A2(i), Delta3(i))).Plus(W2.Times(2 * Lambda)), gradients[12..24]);
    }

    private static double[] Z2(int i) => Times(A1[i], W1).Plus(B1);

    /// <summary>a² = φ(z²), here tanh.</summary>
    private static double[] A2(int i) => Z2(i).Map(Math.Tanh);

    private static double[] Psi(int i) => Softmax(Times(A2(i), W2).Plus(B2));

    /// <summary>ψ(z³) − Δ with Δ = 1 for the label's class.</summary>
    private static double[] Delta3(int i) => [.. Psi(i).Select((p, k) => p - (k == Labels[i] ? 1 : 0))];

    /// <summary>(ψ(z³) − Δ)·w² ⊙ φ′(z²), φ′ = 1/cosh².</summary>
    private static double[] Delta2(int i) => TimesTransposed(Delta3(i), W2).Hadamard(Z2(i).Map(z => 1 / (Math.Cosh(z) * Math.Cosh(z))));

    /// <summary>(1/N) Σᵢ.</summary>
    private static double[] OverBatch(Func<int, double[]> ofSample) => Algebra.Sum(ofSample(0), ofSample(1), ofSample(2)).Times(1.0 / 3);
}

[Network(3, L2 = 0.05, Precision = Precision.Double)]
[Dense(3, Activation.Tanh)]
[Dense(4, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Document003Network
{
}

[Network(3, L2 = 0.05, Precision = Precision.Double)]
[Dense(3, Activation.Tanh, L2 = 0)]
[Dense(4, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Document003OtherPenalty
{
}
