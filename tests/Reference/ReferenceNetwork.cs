using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Reference;

/// <summary>The mathematics page as naive loops over double, one sample after another: the oracle. All parameters and gradients are in canonical order.</summary>
public sealed class ReferenceNetwork
{
    private readonly NetworkSpec _spec;
    private readonly LayerPlace[] _layers;

    public ReferenceNetwork(NetworkSpec spec, double[] parameters)
    {
        if (parameters.Length != spec.ParameterCount)
        {
            throw new ArgumentException($"{spec.ParameterCount} parameters expected, {parameters.Length} given.", nameof(parameters));
        }

        _spec = spec;
        _layers = [.. spec.LayerPlaces()];
        Parameters = [.. parameters];
    }

    public double[] Parameters { get; }

    public double[] Forward(double[] inputs) => [.. Rows(inputs, _spec.InputSize).SelectMany(x => Trace(x)[^1].A)];

    /// <summary>For each sample the index of the largest output, the first of equals.</summary>
    public int[] Predict(double[] inputs) => [.. Rows(Forward(inputs), _spec.OutputSize).Select(y => Array.IndexOf(y, y.Max()))];

    /// <summary>E = (1/N) Σₙ e(aᴸₙ, tₙ) + Σ_l λ_l Σ_ij (Wˡ_ij)².</summary>
    public double Loss(double[] inputs, double[] targets)
    {
        double[] errors = [.. Samples(inputs, targets).Select(sample =>
        {
            Step last = Trace(sample.Input)[^1];
            return Losses.Value(_spec.Loss!, _layers[^1].Spec, last.Z, last.A, sample.Target);
        })];
        return (errors.Sum() / errors.Length) + Penalty();
    }

    /// <summary>E, ∂E/∂θ and ∂E/∂X.</summary>
    public (double Loss, double[] Gradients, double[] InputGradients) Backward(double[] inputs, double[] targets)
    {
        double[] gradients = new double[Parameters.Length];
        List<double> inputGradients = [];
        double[] targetOf(int n) => targets[(n * _spec.OutputSize)..((n + 1) * _spec.OutputSize)];

        double[][] rows = Rows(inputs, _spec.InputSize);
        for (int n = 0; n < rows.Length; n++)
        {
            Step[] trace = Trace(rows[n]);
            Step last = trace[^1];
            double[] delta = Losses.OutputDelta(_spec.Loss!, _layers[^1].Spec, last.Z, last.A, targetOf(n));
            inputGradients.AddRange(Descend(rows[n], trace, delta, gradients));
        }

        // The mean over the batch, then the penalty, which counts once.
        double[] mean = [.. gradients.Select(g => g / rows.Length)];
        foreach (LayerPlace layer in _layers)
        {
            for (int i = layer.WeightOffset; i < layer.BiasOffset; i++)
            {
                mean[i] += 2 * layer.Lambda * Parameters[i];
            }
        }

        return (Loss(inputs, targets), mean, [.. inputGradients.Select(g => g / rows.Length)]);
    }

    /// <summary>∂J/∂θ, summed over the samples, and ∂J/∂X for given G = ∂J/∂Aᴸ; no penalty, no mean.</summary>
    public (double[] Gradients, double[] InputGradients) Backpropagate(double[] inputs, double[] outputGradients)
    {
        double[] gradients = new double[Parameters.Length];
        List<double> inputGradients = [];
        foreach ((double[] x, double[] g) in Samples(inputs, outputGradients))
        {
            Step[] trace = Trace(x);
            double[] delta = Activations.Pull(_layers[^1].Spec, trace[^1].Z, trace[^1].A, g);
            inputGradients.AddRange(Descend(x, trace, delta, gradients));
        }

        return (gradients, [.. inputGradients]);
    }

    /// <summary>θ ← θ − η·∂E/∂θ; returns E before the step.</summary>
    public double TrainStep(double[] inputs, double[] targets, double learningRate)
    {
        (double loss, double[] gradients, _) = Backward(inputs, targets);
        for (int i = 0; i < gradients.Length; i++)
        {
            Parameters[i] -= learningRate * gradients[i];
        }

        return loss;
    }

    /// <summary>The targets that class indices stand for.</summary>
    public static double[] OneHot(int[] labels, int classes) =>
        [.. labels.SelectMany(label => Enumerable.Range(0, classes).Select(k => k == label ? 1.0 : 0.0))];

    /// <summary>The smallest |z| of any unit whose f′ jumps at 0: differences taken closer than that to the inputs mean nothing.</summary>
    public double DistanceToKink(double[] inputs)
    {
        IEnumerable<double> distances = Rows(inputs, _spec.InputSize).SelectMany(x => Trace(x).Zip(_layers)
            .Where(pair => pair.Second.Spec.Activation is "Relu" or "LeakyRelu" or "Elu")
            .SelectMany(pair => pair.First.Z.Select(Math.Abs)));
        return distances.DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    /// <summary>Zˡ = Aˡ⁻¹·Wˡ + 1·bˡ, Aˡ = fˡ(Zˡ), for one sample.</summary>
    private Step[] Trace(double[] input)
    {
        List<Step> steps = [];
        double[] a = input;
        foreach (LayerPlace layer in _layers)
        {
            double[] z = new double[layer.Units];
            for (int j = 0; j < layer.Units; j++)
            {
                for (int i = 0; i < layer.Inputs; i++)
                {
                    z[j] += a[i] * Weight(layer, i, j);
                }

                z[j] += layer.Spec.Bias switch
                {
                    "PerUnit" => Parameters[layer.BiasOffset + j],
                    "Shared" => Parameters[layer.BiasOffset],
                    _ => 0,
                };
            }

            a = Activations.Apply(layer.Spec, z);
            steps.Add(new Step(z, a));
        }

        return [.. steps];
    }

    /// <summary>From Δᴸ of one sample down to its ∂/∂X, adding (Aˡ⁻¹)ᵀ·Δˡ and Δˡ to the gradients of W and b on the way.</summary>
    private double[] Descend(double[] input, Step[] trace, double[] delta, double[] gradients)
    {
        for (int l = _layers.Length - 1; ; l--)
        {
            LayerPlace layer = _layers[l];
            double[] below = l == 0 ? input : trace[l - 1].A;
            double[] upstream = new double[layer.Inputs];
            for (int j = 0; j < layer.Units; j++)
            {
                for (int i = 0; i < layer.Inputs; i++)
                {
                    gradients[layer.WeightOffset + (i * layer.Units) + j] += below[i] * delta[j];
                    upstream[i] += delta[j] * Weight(layer, i, j);
                }

                if (layer.Spec.Bias != "None")
                {
                    gradients[layer.BiasOffset + (layer.Spec.Bias == "Shared" ? 0 : j)] += delta[j];
                }
            }

            if (l == 0)
            {
                return upstream;
            }

            // Δˡ = (Δˡ⁺¹·(Wˡ⁺¹)ᵀ) ⊙ fˡ′(Zˡ), or the Jacobian of softmax.
            delta = Activations.Pull(_layers[l - 1].Spec, trace[l - 1].Z, trace[l - 1].A, upstream);
        }
    }

    private double Penalty() => _layers.Where(layer => layer.Lambda != 0).Sum(layer => layer.Lambda * Parameters[layer.WeightOffset..layer.BiasOffset].Sum(w => w * w));

    private double Weight(LayerPlace layer, int i, int j) => Parameters[layer.WeightOffset + (i * layer.Units) + j];

    private IEnumerable<(double[] Input, double[] Target)> Samples(double[] inputs, double[] targets) =>
        Rows(inputs, _spec.InputSize).Zip(Rows(targets, _spec.OutputSize));

    private static double[][] Rows(double[] values, int width) => [.. values.Chunk(width)];

    private readonly record struct Step(double[] Z, double[] A);
}
