using System.Linq;
using NetGen.Reference;

namespace NetGen.Integration.Tests.Support;

/// <summary>Cases whose expected results come from the reference.</summary>
internal static class CaseNumbers
{
    /// <summary>A case whose units keep away from the jumps of their derivatives, where rounding alone would choose the side.</summary>
    public static NetworkCase DrawClear(NetworkSpec spec, int seed, int n)
    {
        for (int attempt = 0; ; attempt++)
        {
            // Gives way for large batches of wide networks, where some unit always is close.
            double distance = attempt < 50 ? 1e-3 : 1e-3 / attempt;
            NetworkCase drawn = Draw(spec, seed + attempt, n);
            if (new ReferenceNetwork(spec, drawn.Parameters).DistanceToKink(drawn.Inputs) > distance)
            {
                return drawn;
            }
        }
    }

    /// <summary>A case of n samples with reproducible numbers.</summary>
    public static NetworkCase Draw(NetworkSpec spec, int seed, int n)
    {
        int outputs = n * spec.OutputSize;
        int[]? labels = spec.TakesLabels && seed % 2 == 0 ? [.. Enumerable.Range(seed, n).Select(i => i * 7 % spec.OutputSize)] : null;
        double[] targets = labels is not null ? ReferenceNetwork.OneHot(labels, spec.OutputSize)
            : spec.Loss is "CrossEntropy" or "BinaryCrossEntropy" ? [.. Numbers.Draw(seed + 1, outputs).Select(t => (1 + t) / 2)]
            : Numbers.Draw(seed + 1, outputs, 2);
        return Measure(spec, DrawParameters(spec, seed), Numbers.Draw(seed + 2, n * spec.InputSize), targets, labels, Numbers.Draw(seed + 3, outputs));
    }

    /// <summary>Weights of ±2/√n_in, which neither kill nor saturate what passes through, and biases of ±½.</summary>
    public static double[] DrawParameters(NetworkSpec spec, int seed) =>
    [
        .. spec.LayerPlaces().SelectMany((layer, index) =>
            Numbers.Draw(seed + (100 * index), layer.Inputs * layer.Units, 2 / System.Math.Sqrt(layer.Inputs))
                .Concat(Numbers.Draw(seed + (100 * index) + 50, layer.BiasCount, 0.5))),
    ];

    /// <summary>What the reference makes of given numbers.</summary>
    public static NetworkCase Measure(
        NetworkSpec spec, double[] parameters, double[] inputs, double[] targets, int[]? labels, double[] outputGradients, bool isExtreme = false)
    {
        var reference = new ReferenceNetwork(spec, parameters);
        (double[] vjp, double[] vjpInputs) = reference.Backpropagate(inputs, outputGradients);
        var result = new NetworkCase
        {
            Name = spec.Name,
            IsExtreme = isExtreme,
            Network = spec,
            Parameters = parameters,
            Inputs = inputs,
            OutputGradients = outputGradients,
            Outputs = reference.Forward(inputs),
            VjpGradients = vjp,
            VjpInputGradients = vjpInputs,
        };
        if (spec.Loss is null)
        {
            return result;
        }

        const double LearningRate = 0.125;
        (double loss, double[] gradients, double[] inputGradients) = reference.Backward(inputs, targets);
        reference.TrainStep(inputs, targets, LearningRate);
        return result with
        {
            Targets = targets,
            Labels = labels,
            LearningRate = LearningRate,
            Loss = loss,
            Gradients = gradients,
            InputGradients = inputGradients,
            Trained = reference.Parameters,
        };
    }
}
