using System;

namespace NetGen.Benchmarks.Networks;

/// <summary>One network with the numbers that every peer works on: parameters in canonical order, N samples, and their targets.</summary>
internal sealed class Workload
{
    /// <summary>The rate of the step that is checked: large enough that a wrong gradient shows in the parameters.</summary>
    public const float CheckedRate = 0.5f;

    /// <summary>The rate of the steps that are timed: so small that a million of them leave the network what it is, and no number becomes subnormal.</summary>
    public const float TimedRate = 1e-6f;

    /// <summary>Up to here the pre-activations of all networks stay below 1, where FANN's piecewise linear activation has its second bend.</summary>
    private const float LargestInput = 0.15f;

    public Workload(BenchmarkNetwork network, int n)
    {
        Network = network;
        N = n;
        var random = new Random(1);

        Parameters = new float[network.ParameterCount];
        ITrainableNetwork<float> generated = network.Create();
        generated.ToCanonical(generated.Parameters, Parameters);
        FillBiases(random);

        // Pinned: the same memory, at the same alignment, is handed to C# and to C.
        Inputs = GC.AllocateUninitializedArray<float>(n * network.InputSize, pinned: true);
        foreach (ref float input in Inputs.AsSpan())
        {
            input = LargestInput * ((2 * random.NextSingle()) - 1);
        }

        Targets = GC.AllocateArray<float>(n * network.OutputSize, pinned: true);
        Labels = new int[n];
        for (int row = 0; row < n; row++)
        {
            Labels[row] = random.Next(network.OutputSize);
            Span<float> targets = Targets.AsSpan(row * network.OutputSize, network.OutputSize);
            if (network.Loss == LossFunction.CrossEntropy)
            {
                targets[Labels[row]] = 1;
            }
            else
            {
                foreach (ref float target in targets)
                {
                    target = random.NextSingle();
                }
            }
        }
    }

    public BenchmarkNetwork Network { get; }

    /// <summary>The number of samples.</summary>
    public int N { get; }

    /// <summary>Layer by layer W [inputs × outputs], row by row, then b.</summary>
    public float[] Parameters { get; }

    /// <summary>N × InputSize numbers.</summary>
    public float[] Inputs { get; }

    /// <summary>N × OutputSize numbers; one-hot where the loss is CrossEntropy.</summary>
    public float[] Targets { get; }

    /// <summary>N class indices, which say the same as one-hot targets.</summary>
    public int[] Labels { get; }

    public override string ToString() => $"{Network} at N = {N}";

    /// <summary>Biases start at 0, where a peer that forgets them would not be noticed.</summary>
    private void FillBiases(Random random)
    {
        int offset = 0;
        foreach (DenseLayer layer in Network.Layers)
        {
            foreach (ref float bias in Parameters.AsSpan(offset + layer.Weights, layer.Outputs))
            {
                bias = 0.1f * (random.NextSingle() - 0.5f);
            }

            offset += layer.Parameters;
        }
    }
}
