using System;
using System.Collections.Generic;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A layer as most people store it: W [outputs × inputs] in a flat array, and room for what a batch needs.</summary>
internal sealed class RowMajorLayer(DenseLayer layer, int n)
{
    public int Inputs { get; } = layer.Inputs;

    public int Outputs { get; } = layer.Outputs;

    public Activation Activation { get; } = layer.Activation;

    /// <summary>W [outputs × inputs].</summary>
    public float[] Weights { get; } = new float[layer.Weights];

    public float[] Bias { get; } = new float[layer.Outputs];

    /// <summary>N × outputs numbers.</summary>
    public float[] Activations { get; } = new float[n * layer.Outputs];

    /// <summary>N × outputs numbers.</summary>
    public float[] Deltas { get; } = new float[n * layer.Outputs];

    public static RowMajorLayer[] From(Workload workload)
    {
        var layers = new List<RowMajorLayer>();
        ReadOnlySpan<float> canonical = workload.Parameters;
        foreach (DenseLayer shape in workload.Network.Layers)
        {
            var layer = new RowMajorLayer(shape, workload.N);
            for (int i = 0; i < shape.Inputs; i++)
            {
                for (int j = 0; j < shape.Outputs; j++)
                {
                    layer.Weights[(j * shape.Inputs) + i] = canonical[(i * shape.Outputs) + j];
                }
            }

            canonical.Slice(shape.Weights, shape.Outputs).CopyTo(layer.Bias);
            canonical = canonical[shape.Parameters..];
            layers.Add(layer);
        }

        return [.. layers];
    }

    /// <returns>W [inputs × outputs], then b, layer by layer.</returns>
    public static float[] ToCanonical(IEnumerable<RowMajorLayer> layers)
    {
        var canonical = new List<float>();
        foreach (RowMajorLayer layer in layers)
        {
            for (int i = 0; i < layer.Inputs; i++)
            {
                for (int j = 0; j < layer.Outputs; j++)
                {
                    canonical.Add(layer.Weights[(j * layer.Inputs) + i]);
                }
            }

            canonical.AddRange(layer.Bias);
        }

        return [.. canonical];
    }
}
