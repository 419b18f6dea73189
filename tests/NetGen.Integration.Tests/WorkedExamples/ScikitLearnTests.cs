using NetGen.Integration.Tests.Support;
using Xunit;

namespace NetGen.Integration.Tests.WorkedExamples;

/// <summary>
/// scikit-learn, sklearn/neural_network/tests/test_mlp.py, test_fit: a 3-2-1 logistic network, one step of gradient descent worked out by hand
/// to three decimals. Its penalty is α/2·Σw², so our λ is α/2 = 0.05.
/// </summary>
public class ScikitLearnTests
{
    private static readonly double[] Inputs = [0.6, 0.8, 0.7];

    [Fact]
    public void One_step_gives_the_parameters_of_test_fit()
    {
        NetworkUnderTest<double> network = Network();
        network.TrainStep(Inputs, [0.0], 0.1);
        double[] expected = [0.098, 0.195756, 0.2956664, 0.096008, 0.4939998, -0.002244, 0.098333, 0.09626, 0.04706, 0.154089, 0.9235];
        double[] actual = network.Parameters;
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            // numpy's assert_almost_equal to 3 decimals: within 1.5·10⁻³.
            Assert.True(System.Math.Abs(expected[i] - actual[i]) < 1.5e-3, $"{i}: {expected[i]} expected, {actual[i]} came");
        }
    }

    [Fact]
    public void Outputs_before_and_after_the_step()
    {
        NetworkUnderTest<double> network = Network();
        Assert.Equal(0.765, network.Forward(Inputs)[0], 1e-3);
        network.TrainStep(Inputs, [0.0], 0.1);
        Assert.Equal(0.739, network.Forward(Inputs)[0], 1.5e-3);
    }

    private static NetworkUnderTest<double> Network() =>
        new(new ScikitLearnNetwork()) { Parameters = [0.1, 0.2, 0.3, 0.1, 0.5, 0, 0.1, 0.1, 0.1, 0.2, 1.0] };
}

[Network(3, L2 = 0.05, Precision = Precision.Double)]
[Dense(2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
[Loss(LossFunction.BinaryCrossEntropy)]
internal sealed partial class ScikitLearnNetwork
{
}
