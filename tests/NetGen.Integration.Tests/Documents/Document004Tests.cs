using System;
using System.Linq;
using NetGen.Integration.Tests.Support;
using Xunit;
using static NetGen.Integration.Tests.Documents.Algebra;

namespace NetGen.Integration.Tests.Documents;

/// <summary>
/// Document 004: a general f at every layer, ½ squared error and binary cross-entropy, stochastic gradient descent. Its equations bear no numbers.
/// The document's w are [out × in]; canonical W is the transpose.
/// </summary>
public class Document004Tests
{
    private static readonly double[] X = [0.4, -0.8];
    private static readonly double[] W1 = [0.5, -0.3, 0.8, 0.2, 0.7, -0.6];
    private static readonly double[] B1 = [0.1, -0.2, 0.3];
    private static readonly double[] W2 = [0.4, 0.9, -0.5, 0.25, 0.6, -0.1];
    private static readonly double[] B2 = [-0.15, 0.05];
    private static readonly double[] W3 = [0.35, -0.65, 0.75, 0.45];
    private static readonly double[] B3 = [0.2, -0.1];
    private static readonly double[] T = [0.3, -0.4];
    private static readonly double[] Theta = [.. W1, .. B1, .. W2, .. B2, .. W3, .. B3];

    // f is tanh, then softplus, then silu: a different one at every layer.
    private static readonly double[] Z1 = Times(X, W1).Plus(B1);
    private static readonly double[] A1 = Z1.Map(Math.Tanh);
    private static readonly double[] Z2 = Times(A1, W2).Plus(B2);
    private static readonly double[] A2 = Z2.Map(z => Math.Log(1 + Math.Exp(z)));
    private static readonly double[] Z3 = Times(A2, W3).Plus(B3);
    private static readonly double[] Y = Z3.Map(z => z * Sigmoid(z));

    // δᴸ = (y − t) f′(zᴸ), δˡ = (wˡ⁺¹)ᵀδˡ⁺¹ ⊙ f′(zˡ).
    private static readonly double[] Delta3 = Y.Minus(T).Hadamard(Z3.Map(z => Sigmoid(z) * (1 + (z * (1 - Sigmoid(z))))));
    private static readonly double[] Delta2 = TimesTransposed(Delta3, W3).Hadamard(Z2.Map(Sigmoid));
    private static readonly double[] Delta1 = TimesTransposed(Delta2, W2).Hadamard(Z1.Map(z => 1 - (Math.Tanh(z) * Math.Tanh(z))));

    private static NetworkUnderTest<double> Network => new(new Document004Network()) { Parameters = Theta };

    private static double[] ExpectedGradients => [.. Outer(X, Delta1), .. Delta1, .. Outer(A1, Delta2), .. Delta2, .. Outer(A2, Delta3), .. Delta3];

    [Fact]
    public void Forward_pass() => Expect.Close(Y, Network.Forward(X));

    [Fact]
    public void Cost_is_half_the_squared_error() =>
        Expect.Close(0.5 * Y.Zip(T, (y, t) => (y - t) * (y - t)).Sum(), Network.Loss(X, T));

    [Fact]
    public void Gradients_of_weights_and_biases_of_every_layer() => Expect.Close(ExpectedGradients, Network.Backward(X, T).Gradients);

    [Fact]
    public void Stochastic_gradient_descent_steps_against_the_gradient()
    {
        NetworkUnderTest<double> network = Network;
        double before = network.TrainStep(X, T, 0.25);
        Expect.Close(Network.Loss(X, T), before);
        Expect.Close(Theta.Minus(ExpectedGradients.Times(0.25)), network.Parameters);
        Assert.True(network.Loss(X, T) < before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1)]
    public void Binary_cross_entropy_has_the_sign_that_descent_needs(double t)
    {
        var network = new NetworkUnderTest<double>(new Document004Binary()) { Parameters = [0.6, -0.9, 0.2] };
        double y = Sigmoid((0.4 * 0.6) + (-0.8 * -0.9) + 0.2);
        double cost = -(t * Math.Log(y)) - ((1 - t) * Math.Log(1 - y));
        (double loss, double[] gradients, _) = network.Backward(X, [t]);
        Expect.Close(cost, loss);
        Expect.Close([0.4 * (y - t), -0.8 * (y - t), y - t], gradients);
    }

    [Fact]
    public void Squared_error_on_identity_has_the_delta_y_minus_t()
    {
        var network = new NetworkUnderTest<double>(new Document004Linear()) { Parameters = [0.6, -0.9, 0.2] };
        double y = (0.4 * 0.6) + (-0.8 * -0.9) + 0.2;
        Expect.Close([0.4 * (y - 2), -0.8 * (y - 2), y - 2], network.Backward(X, [2.0]).Gradients);
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}

[Network(2, Precision = Precision.Double)]
[Dense(3, Activation.Tanh)]
[Dense(2, Activation.Softplus)]
[Dense(2, Activation.Silu)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Document004Network
{
}

[Network(2, Precision = Precision.Double)]
[Dense(1, Activation.Sigmoid)]
[Loss(LossFunction.BinaryCrossEntropy)]
internal sealed partial class Document004Binary
{
}

[Network(2, Precision = Precision.Double)]
[Dense(1)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Document004Linear
{
}
