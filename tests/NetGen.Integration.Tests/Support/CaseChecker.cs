using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Support;

/// <summary>Holds every member of a network to a case, within rule 6.</summary>
internal static class CaseChecker
{
    public static void Check<T>(object network, NetworkCase expected)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        string[] differences = [.. Differences<T>(network, expected)];
        Assert.True(differences.Length == 0, $"{expected.Name}\n{expected.Network.ToDeclaration("Case")}\n{string.Join("\n", differences)}");
    }

    public static IEnumerable<string> Differences<T>(object network, NetworkCase expected)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        double tolerance = Agreement.Tolerance(typeof(T) == typeof(double), expected.IsExtreme);
        var actual = new NetworkUnderTest<T>(network) { Parameters = expected.Parameters };
        IEnumerable<string?> all = InferenceDifferences(actual, expected, tolerance);
        if (expected.Targets is { } targets)
        {
            all = all.Concat(LossDifferences(actual, expected, targets, tolerance));
        }

        if (expected.Labels is { } labels)
        {
            all = all.Concat(LabelDifferences(actual, expected, labels, tolerance));
        }

        return all.OfType<string>();
    }

    private static IEnumerable<string?> InferenceDifferences<T>(NetworkUnderTest<T> actual, NetworkCase expected, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        double[] outputs = actual.Forward(expected.Inputs);
        yield return Agreement.Compare("Forward", outputs, expected.Outputs, tolerance);

        (double[] gradients, double[] inputGradients) = actual.Backpropagate(expected.Inputs, expected.OutputGradients);
        yield return Agreement.Compare("Backpropagate gradients", gradients, expected.VjpGradients, tolerance);
        yield return Agreement.Compare("Backpropagate inputGradients", inputGradients, expected.VjpInputGradients, tolerance);

        (gradients, _) = actual.Backpropagate(expected.Inputs, expected.OutputGradients, toInputs: false);
        yield return Agreement.Compare("Backpropagate without inputGradients", gradients, expected.VjpGradients, tolerance);

        if (expected.Network.Predicts)
        {
            // The largest of its own outputs: which of two nearly equal ones that is, rounding decides.
            int[] largest = Numbers.Largest(outputs, expected.Network.OutputSize);
            yield return actual.Predict(expected.Inputs).SequenceEqual(largest) ? null : "Predict of all samples";
            yield return actual.PredictEach(expected.Inputs).SequenceEqual(largest) ? null : "Predict of each sample";
        }
    }

    private static IEnumerable<string?> LossDifferences<T>(NetworkUnderTest<T> actual, NetworkCase expected, double[] targets, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        yield return Agreement.Compare("Loss", actual.Loss(expected.Inputs, targets), expected.Loss!.Value, tolerance);

        (double loss, double[] gradients, double[] inputGradients) = actual.Backward(expected.Inputs, targets);
        yield return Agreement.Compare("Backward", loss, expected.Loss.Value, tolerance);
        yield return Agreement.Compare("Backward gradients", gradients, expected.Gradients!, tolerance);
        yield return Agreement.Compare("Backward inputGradients", inputGradients, expected.InputGradients!, tolerance);

        (loss, gradients) = actual.BackwardToParameters(expected.Inputs, targets);
        yield return Agreement.Compare("Backward without inputGradients", loss, expected.Loss.Value, tolerance);
        yield return Agreement.Compare("Backward without inputGradients, gradients", gradients, expected.Gradients!, tolerance);

        // Last, because it writes the parameters.
        loss = actual.TrainStep(expected.Inputs, targets, expected.LearningRate);
        yield return Agreement.Compare("TrainStep", loss, expected.Loss.Value, tolerance);
        yield return Agreement.Compare("TrainStep parameters", actual.Parameters, expected.Trained!, tolerance);
    }

    private static IEnumerable<string?> LabelDifferences<T>(NetworkUnderTest<T> actual, NetworkCase expected, int[] labels, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        actual.Parameters = expected.Parameters;
        yield return Agreement.Compare("Loss of labels", actual.Loss(expected.Inputs, labels), expected.Loss!.Value, tolerance);

        (double loss, double[] gradients, double[] inputGradients) = actual.Backward(expected.Inputs, labels);
        yield return Agreement.Compare("Backward of labels", loss, expected.Loss.Value, tolerance);
        yield return Agreement.Compare("Backward of labels, gradients", gradients, expected.Gradients!, tolerance);
        yield return Agreement.Compare("Backward of labels, inputGradients", inputGradients, expected.InputGradients!, tolerance);

        (loss, gradients) = actual.BackwardToParameters(expected.Inputs, labels);
        yield return Agreement.Compare("Backward of labels without inputGradients", loss, expected.Loss.Value, tolerance);
        yield return Agreement.Compare("Backward of labels without inputGradients, gradients", gradients, expected.Gradients!, tolerance);

        loss = actual.TrainStep(expected.Inputs, labels, expected.LearningRate);
        yield return Agreement.Compare("TrainStep of labels", loss, expected.Loss.Value, tolerance);
        yield return Agreement.Compare("TrainStep of labels, parameters", actual.Parameters, expected.Trained!, tolerance);
    }
}
