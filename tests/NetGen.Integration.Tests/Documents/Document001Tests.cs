using System;
using System.Linq;
using NetGen.Integration.Tests.Support;
using Xunit;
using static NetGen.Integration.Tests.Documents.Algebra;

namespace NetGen.Integration.Tests.Documents;

/// <summary>Document 001: a sigmoid layer and a softmax layer, one scalar bias each, cross-entropy. Its equations bear no numbers.</summary>
public class Document001Tests
{
    private static readonly double[] X = [0.5, -1, 0.25];
    private static readonly double[] W1 = [0.2, -0.4, 0.6, 0.8, 0.5, -0.3, 0.1, -0.7, 0.9, 0.35, -0.15, 0.45];
    private const double B1 = 0.3;
    private static readonly double[] W2 = [0.4, -0.2, -0.5, 0.6, 0.7, 0.1, -0.3, 0.8];
    private const double B2 = -0.15;
    private static readonly double[] Y = [1, 0];

    private static readonly double[] Z1 = Times(X, W1).Plus(B1);
    private static readonly double[] A1 = Z1.Map(z => 1 / (1 + Math.Exp(-z)));
    private static readonly double[] Z2 = Times(A1, W2).Plus(B2);
    private static readonly double[] YHat = Softmax(Z2);

    private static NetworkUnderTest<double> Network => new(new Document001Network()) { Parameters = [.. W1, B1, .. W2, B2] };

    [Fact]
    public void Each_layer_has_one_bias() => Assert.Equal(12 + 1 + 8 + 1, Network.Network.ParameterCount);

    [Fact]
    public void Forward_propagation() => Expect.Close(YHat, Network.Forward(X));

    [Fact]
    public void Loss_is_the_logarithm_of_the_sum_less_the_target_logit()
    {
        // log Σ e^z − Σ yᵢ zᵢ, which the document derives with Σ yᵢ = 1.
        double expected = Math.Log(Z2.Sum(Math.Exp)) - Y.Zip(Z2, (y, z) => y * z).Sum();
        Expect.Close(-Y.Zip(YHat, (y, p) => y * Math.Log(p)).Sum(), expected);
        Expect.Close(expected, Network.Loss(X, Y));
    }

    [Fact]
    public void Gradient_of_W2_is_made_of_the_first_bullet() =>
        Expect.Close(Outer(A1, YHat.Minus(Y)), Network.Backward(X, Y).Gradients[13..21]);

    [Fact]
    public void Bias_of_the_second_layer_gets_the_sum_of_components()
    {
        // With targets that sum to 1 the components of ŷ − y cancel; with others they do not.
        Expect.Close(0, Network.Backward(X, Y).Gradients[21]);
        double[] unnormalized = [2, 0.5];
        double[] delta = YHat.Times(unnormalized.Sum()).Minus(unnormalized);
        double[] g = unnormalized.Zip(YHat, (y, p) => -y / p).ToArray();
        Expect.Close(delta.Sum(), Network.Backward(X, unnormalized).Gradients[21]);
        Expect.Close(delta.Sum(), Network.Backpropagate(X, g).Gradients[21]);

        // A G that does not lie in the plane of softmax still has all its components summed.
        (double[] gradients, _) = new NetworkUnderTest<double>(new Document001Identity()) { Parameters = [1, 0, 0, 1, B2] }.Backpropagate([0.5, 0.25], [3, 4]);
        Expect.Close(7, gradients[4]);
    }

    [Fact]
    public void Derivative_of_the_sigmoid_is_applied_element_by_element()
    {
        double[] gradients = Network.Backward(X, Y).Gradients;
        Expect.Close(Outer(X, Delta1()), gradients[..12]);
        Expect.Close(Delta1().Sum(), gradients[12]);
    }

    [Fact]
    public void Last_bullet_but_one_is_the_gradient_of_the_inputs() =>
        Expect.Close(TimesTransposed(Delta1(), W1), Network.Backward(X, Y).InputGradients);

    /// <summary>∂L/∂z₁ = (∂L/∂z₂·W₂) ⊙ dσ/dx(Z₁), with the derivative as the document writes it.</summary>
    private static double[] Delta1() =>
        TimesTransposed(YHat.Minus(Y), W2).Hadamard(Z1.Map(x => Math.Exp(-x) / Math.Pow(1 + Math.Exp(-x), 2)));
}

[Network(3, Precision = Precision.Double)]
[Dense(4, Activation.Sigmoid, Bias = Bias.Shared)]
[Dense(2, Activation.Softmax, Bias = Bias.Shared)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Document001Network
{
}

[Network(2, Precision = Precision.Double)]
[Dense(2, Bias = Bias.Shared)]
internal sealed partial class Document001Identity
{
}
