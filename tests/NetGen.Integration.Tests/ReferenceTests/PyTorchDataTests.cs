using System.Collections.Generic;
using System.Linq;
using NetGen.Integration.Tests.PyTorch;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.ReferenceTests;

/// <summary>The reference, written from the mathematics page, agrees with PyTorch's autograd: two independent readings of the definitions.</summary>
public class PyTorchDataTests
{
    public static TheoryData<int, string> RandomNames => CompiledCases.NamesOf(PyTorchData.Random);

    public static TheoryData<int, string> ExtremeNames => CompiledCases.NamesOf(PyTorchData.Extremes);

    [Theory]
    [MemberData(nameof(RandomNames))]
    public void Random_architectures_agree(int index, string name) => Check(PyTorchData.Random[index], name);

    [Theory]
    [MemberData(nameof(ExtremeNames))]
    public void Extremes_agree(int index, string name) => Check(PyTorchData.Extremes[index], name);

    private static void Check(NetworkCase expected, string name)
    {
        Assert.Equal(name, expected.Name);
        string[] differences = [.. Differences(expected).OfType<string>()];
        Assert.True(differences.Length == 0, string.Join("\n", differences));
    }

    private static IEnumerable<string?> Differences(NetworkCase expected)
    {
        double tolerance = Agreement.Tolerance(isDouble: true, expected.IsExtreme);
        var network = new ReferenceNetwork(expected.Network, expected.Parameters);
        yield return Agreement.Compare("Forward", network.Forward(expected.Inputs), expected.Outputs, tolerance);

        (double[] vjp, double[] vjpInputs) = network.Backpropagate(expected.Inputs, expected.OutputGradients);
        yield return Agreement.Compare("Backpropagate gradients", vjp, expected.VjpGradients, tolerance);
        yield return Agreement.Compare("Backpropagate inputGradients", vjpInputs, expected.VjpInputGradients, tolerance);

        if (expected.Targets is { } targets)
        {
            (double loss, double[] gradients, double[] inputGradients) = network.Backward(expected.Inputs, targets);
            yield return Agreement.Compare("Loss", loss, expected.Loss!.Value, tolerance);
            yield return Agreement.Compare("gradients", gradients, expected.Gradients!, tolerance);
            yield return Agreement.Compare("inputGradients", inputGradients, expected.InputGradients!, tolerance);
            network.TrainStep(expected.Inputs, targets, expected.LearningRate);
            yield return Agreement.Compare("TrainStep parameters", network.Parameters, expected.Trained!, tolerance);
        }

        if (expected.Labels is { } labels)
        {
            yield return ReferenceNetwork.OneHot(labels, expected.Network.OutputSize).SequenceEqual(expected.Targets!) ? null : "labels";
        }
    }
}
