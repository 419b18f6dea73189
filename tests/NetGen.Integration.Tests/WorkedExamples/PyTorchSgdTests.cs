using System;
using System.Linq;
using NetGen.Integration.Tests.Support;
using Xunit;

namespace NetGen.Integration.Tests.WorkedExamples;

/// <summary>
/// PyTorch, test/cpp/api/optim.cpp and optim_baseline.h: a 2-3-1 sigmoid network under 1,001 steps of plain SGD on the sum of its outputs,
/// with the values published there for some of the steps. rtol 10⁻³ and atol 5·10⁻⁴ are PyTorch's own.
/// </summary>
public class PyTorchSgdTests
{
    private static readonly double[] Inputs = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

    // As PyTorch stores them: weight [out × in] and bias of the first layer, then of the second.
    private static readonly double[] Before = [-0.2109, -0.4976, -0.1413, -0.3420, -0.2524, 0.6976, -0.1085, -0.2979, 0.6892, -0.0508, -0.3941, -0.2843, -0.0711];

    private static readonly (int Step, double[] Parameters)[] After =
    [
        (0, [-0.21063957030131192, -0.4972093725858961, -0.13931849072410168, -0.33939101965581686, -0.25112865488453673, 0.6992101966874735,
            -0.1076573444246077, -0.2913064413859577, 0.6933846874181748, -0.07998325778863398, -0.42149210515421365, -0.33498349553944556, -0.14255126505509488]),
        (100, [-0.15543131540224012, -0.42351103963720343, -0.04196796248622072, -0.20952231780684988, -0.16031407286541022, 0.8209742464453325,
            0.0772434360716014, 0.03387529472490231, 1.0028793648054941, -0.8213382425894498, -1.1570800333254736, -1.6154760331657425, -1.873409073108485]),
        (500, [-0.10149090356585248, -0.3515172115812867, 0.030662536099764083, -0.11261325211798622, -0.09797248308626623, 0.905027632401109,
            0.2577775982668944, 0.2766609657536914, 1.2199973265718322, -1.1789655573653979, -1.5355073692636771, -2.1996125838846075, -2.6005295414716625]),
        (1000, [-0.07583232846497831, -0.3172360102461862, 0.06309179259248046, -0.06926361352067163, -0.07274510848082802, 0.9392004636935606,
            0.34400386060915455, 0.38586478679967207, 1.3094518934419668, -1.3272851146877218, -1.695273130850265, -2.4301754289421593, -2.877716472882302]),
    ];

    [Fact]
    public void Plain_SGD_gives_the_published_parameters()
    {
        INetwork<double> network = (INetwork<double>)(object)new PyTorchSgdNetwork();
        network.FromCanonical(Canonical(Before), network.Parameters);
        double[] gradients = new double[network.StorageLength];
        double[] ones = [1, 1, 1];
        for (int step = 0; step <= 1000; step++)
        {
            // The sum of the outputs has the derivative 1 in each of them; the update works on θ as it is stored.
            network.Backpropagate(Inputs, ones, gradients, []);
            Span<double> theta = network.Parameters;
            for (int i = 0; i < theta.Length; i++)
            {
                theta[i] -= 0.1 * gradients[i];
            }

            if (After.FirstOrDefault(published => published.Step == step).Parameters is { } expected)
            {
                CheckStep(step, Canonical(expected), new NetworkUnderTest<double>(network).Parameters);
            }
        }
    }

    private static void CheckStep(int step, double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(actual[i] - expected[i]) <= 5e-4 + (1e-3 * Math.Abs(expected[i])),
                $"Step {step}, parameter {i}: {expected[i]} expected, {actual[i]} came");
        }
    }

    /// <summary>Transposes the first weight matrix; the second has one output, and is its own transpose as far as the order goes.</summary>
    private static double[] Canonical(double[] p) => [p[0], p[2], p[4], p[1], p[3], p[5], .. p[6..]];
}

[Network(2, Precision = Precision.Double)]
[Dense(3, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class PyTorchSgdNetwork
{
}
