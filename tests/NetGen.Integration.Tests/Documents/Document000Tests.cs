using System;
using System.Linq;
using NetGen.Integration.Tests.Support;
using Xunit;
using static NetGen.Integration.Tests.Documents.Algebra;

namespace NetGen.Integration.Tests.Documents;

/// <summary>Document 000: two layers, ReLU and softmax, cross-entropy with λ ΣW², one sample; ReLU′ is 1{z ≥ 0}.</summary>
public class Document000Tests
{
    private const double Lambda = 0.03;

    // z¹ = (1.25, −0.5, 0, 0.3): one unit is dead, and one sits on exactly 0.
    private static readonly double[] X0 = [1, -0.5, 2];
    private static readonly double[] W1 = [0.5, 0.25, -1, 0.3, 0.5, 1, 1, -1, 0.5, -0.25, 0.5, 0];
    private static readonly double[] B1 = [0, 0.25, 0.5, -0.5];
    private static readonly double[] W2 = [0.2, -0.4, 0.1, 0.7, 0.3, -0.2, -0.6, 0.9, 0.5, 0.4, -0.3, 0.8];
    private static readonly double[] B2 = [0.1, -0.2, 0.05];
    private static readonly double[] Y = [0, 1, 0];
    private static readonly double[] Theta = [.. W1, .. B1, .. W2, .. B2];

    private static readonly double[] Z1 = Times(X0, W1).Plus(B1);
    private static readonly double[] X1 = Z1.Map(z => Math.Max(0, z));
    private static readonly double[] P = Softmax(Times(X1, W2).Plus(B2));
    private static readonly double[] Delta2 = P.Minus(Y);

    [Fact]
    public void The_example_has_a_dead_unit_and_one_at_exactly_0()
    {
        Assert.Contains(Z1, z => z < 0);
        Assert.Contains(Z1, z => z == 0);
        Assert.Contains(Z1, z => z > 0);
    }

    [Fact]
    public void Equations_1_to_4_forward() => Expect.Close(P, Network(new Document000Network()).Forward(X0));

    [Fact]
    public void Equation_5_loss_has_both_weight_matrices_in_the_penalty()
    {
        double crossEntropy = -Y.Zip(P, (y, p) => y * Math.Log(p)).Sum();
        double penalty = Lambda * (W1.Sum(w => w * w) + W2.Sum(w => w * w));
        Expect.Close(crossEntropy + penalty, Network(new Document000Network()).Loss(X0, Y));
    }

    [Fact]
    public void Equation_6_through_the_chain_rule_gives_equation_7()
    {
        // ∂L/∂p = −y/p, handed to the network as G: what arrives at b² is ∂L/∂s = p − y.
        double[] g = Y.Zip(P, (y, p) => -y / p).ToArray();
        (double[] gradients, _) = Network(new Document000Network()).Backpropagate(X0, g);
        Expect.Close(Delta2, gradients[28..31]);
    }

    [Fact]
    public void Equation_8_weights_of_the_second_layer() =>
        Expect.Close(Outer(X1, Delta2).Plus(W2.Times(2 * Lambda)), Gradients(new Document000Network())[16..28]);

    [Fact]
    public void Equations_7_and_9_bias_of_the_second_layer() => Expect.Close(Delta2, Gradients(new Document000Network())[28..31]);

    [Fact]
    public void Equations_10_11_and_13_bias_of_the_first_layer() => Expect.Close(Delta1(atZero: 1), Gradients(new Document000Network())[12..16]);

    [Fact]
    public void Equation_12_weights_of_the_first_layer() =>
        Expect.Close(Outer(X0, Delta1(atZero: 1)).Plus(W1.Times(2 * Lambda)), Gradients(new Document000Network())[..12]);

    [Fact]
    public void With_the_other_convention_the_unit_at_0_gets_no_gradient()
    {
        double[] gradients = Gradients(new Document000OtherConvention());
        Expect.Close(Outer(X0, Delta1(atZero: 0)).Plus(W1.Times(2 * Lambda)), gradients[..12]);
        Expect.Close(Delta1(atZero: 0), gradients[12..16]);
        Assert.NotEqual(Delta1(atZero: 0), Delta1(atZero: 1));
    }

    [Fact]
    public void Single_precision_does_the_same()
    {
        var network = new NetworkUnderTest<float>(new Document000Single()) { Parameters = Theta };
        (_, double[] gradients, _) = network.Backward(X0, Y);
        Expect.Close(P, network.Forward(X0), 1e-5);
        Expect.Close(Outer(X0, Delta1(atZero: 1)).Plus(W1.Times(2 * Lambda)), gradients[..12], 1e-5);
    }

    /// <summary>∂L/∂z¹ₜ = Σₖ (pₖ − yₖ) w²ₜₖ 1{z¹ₜ ≥ 0}.</summary>
    private static double[] Delta1(double atZero) =>
        TimesTransposed(Delta2, W2).Hadamard(Z1.Map(z => z > 0 ? 1 : z < 0 ? 0 : atZero));

    private static double[] Gradients(object network) => Network(network).Backward(X0, Y).Gradients;

    private static NetworkUnderTest<double> Network(object network) => new(network) { Parameters = Theta };
}

[Network(3, L2 = 0.03, Precision = Precision.Double)]
[Dense(4, Activation.Relu, ReluGradientAtZero = 1)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Document000Network
{
}

[Network(3, L2 = 0.03, Precision = Precision.Double)]
[Dense(4, Activation.Relu)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Document000OtherConvention
{
}

[Network(3, L2 = 0.03)]
[Dense(4, Activation.Relu, ReluGradientAtZero = 1)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Document000Single
{
}
