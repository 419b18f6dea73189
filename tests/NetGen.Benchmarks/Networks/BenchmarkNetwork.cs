using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Benchmarks.Networks;

/// <summary>A network to measure, and what a peer must know to be the same.</summary>
internal sealed class BenchmarkNetwork
{
    private readonly Func<ITrainableNetwork<float>> _create;

    private BenchmarkNetwork(string name, Func<ITrainableNetwork<float>> create)
    {
        _create = create;
        NetworkInfo info = create().Info;
        Name = name;
        Layers = [.. info.Layers.Select(layer => new DenseLayer(layer.InputShape.Aggregate((a, b) => a * b), layer.OutputShape[0], layer.Activation))];
        Loss = info.Loss ?? throw new ArgumentException($"The network {name} has no loss.", nameof(create));
        ParameterCount = info.ParameterCount;
    }

    /// <summary>The networks that peers are measured on, the smallest first.</summary>
    public static IReadOnlyList<BenchmarkNetwork> All { get; } =
    [
        new("2-4-1", () => new Net2x4x1()),
        new("4-16-3", () => new Net4x16x3()),
        new("8-20-4", () => new Net8x20x4()),
        new("16-32-32-4", () => new Net16x32x32x4()),
        new("13-64-64-1", () => new Net13x64x64x1()),
        new("64-100-10", () => new Net64x100x10()),
        new("64-128-10", () => new Net64x128x10()),
        new("784-128-10", () => new Net784x128x10()),
        new("784-512-512-10", () => new Net784x512x512x10()),
        new("640-128⁴-8-128⁴-640", () => new Autoencoder640()),
    ];

    /// <summary>Single layers, to see how cost grows with size.</summary>
    public static IReadOnlyList<BenchmarkNetwork> Growth { get; } =
    [
        new("64×64", () => new Layer64()),
        new("128×128", () => new Layer128()),
        new("256×256", () => new Layer256()),
        new("512×512", () => new Layer512()),
        new("1024×1024", () => new Layer1024()),
        new("2048×2048", () => new Layer2048()),
    ];

    /// <summary>The widths, as the network is called.</summary>
    public string Name { get; }

    public IReadOnlyList<DenseLayer> Layers { get; }

    public LossFunction Loss { get; }

    public int ParameterCount { get; }

    public int InputSize => Layers[0].Inputs;

    public int OutputSize => Layers[^1].Outputs;

    /// <summary>Multiply-adds of one forward pass over one sample.</summary>
    public long Macs => Layers.Sum(layer => (long)layer.Weights);

    /// <summary>Whether nearly all of its work is in layers with at least 128 inputs and 128 outputs.</summary>
    public bool IsWide => Layers.Where(layer => Math.Min(layer.Inputs, layer.Outputs) >= 128).Sum(layer => (long)layer.Weights) >= 0.9 * Macs;

    /// <summary>A new instance of the generated class.</summary>
    public ITrainableNetwork<float> Create() => _create();

    /// <summary>
    /// The useful floating-point operations of one call: two for each multiply-add of a product with weights. A step has one such product forward, one for
    /// the gradient of the weights, and one for the deltas of every layer but the first. Activations, biases and the loss are not counted.
    /// </summary>
    public double Flops(Pass pass, int n) => pass == Pass.Forward ? 2.0 * n * Macs : 2.0 * n * ((3 * Macs) - Layers[0].Weights);

    public override string ToString() => Name;
}
