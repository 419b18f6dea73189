using System.Collections.Generic;
using System.Linq;
using NetGen.Integration.Tests.PyTorch;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.ReferenceTests;

/// <summary>The data of PyTorch leave nothing out.</summary>
public class CoverageTests
{
    private static readonly string[] Activations =
        ["Identity", "Relu", "LeakyRelu", "Sigmoid", "Tanh", "Softmax", "Elu", "Softplus", "Silu", "Gelu"];

    private static IEnumerable<NetworkSpec> Networks => PyTorchData.Random.Select(c => c.Network);

    [Fact]
    public void There_are_at_least_150_random_architectures() => Assert.True(PyTorchData.Random.Length >= 150);

    [Fact]
    public void Every_activation_is_hidden_somewhere() =>
        Assert.Superset(Set(Activations), Set(Networks.SelectMany(network => network.Layers[..^1]).Select(layer => layer.Activation)));

    [Fact]
    public void Every_loss_stands_on_every_activation_that_it_fits()
    {
        IEnumerable<string> pairs = Networks.Select(network => $"{network.Loss ?? "none"} on {network.Layers[^1].Activation}")
            .Concat(PyTorchData.Extremes.Select(c => $"{c.Network.Loss} on {c.Network.Layers[^1].Activation}"));
        IEnumerable<string> needed =
        [
            "CrossEntropy on Softmax", "CrossEntropy on Sigmoid", "CrossEntropy on Softplus", "CrossEntropy on Relu",
            "BinaryCrossEntropy on Sigmoid", "BinaryCrossEntropy on Softmax", "BinaryCrossEntropy on Relu",
            "SquaredError on Identity", "SquaredError on Softmax", "MeanSquaredError on Identity", "MeanSquaredError on Softmax", "none on Softmax",
        ];
        Assert.Superset(Set(needed), Set(pairs));
    }

    [Fact]
    public void Every_option_is_used()
    {
        IEnumerable<LayerSpec> layers = Networks.SelectMany(network => network.Layers);
        Assert.Superset(Set("PerUnit", "Shared", "None"), Set(layers.Select(layer => layer.Bias)));
        Assert.Superset(Set("Auto", "Full", "None"), Set(Networks.Select(network => network.Unroll)));
        Assert.Contains(layers, layer => layer.L2 > 0);
        Assert.Contains(Networks, network => network.L2 > 0 && network.Layers.Any(layer => layer.L2 == 0));
        Assert.Contains(layers, layer => layer.Activation == "LeakyRelu" && layer.Alpha is not null);
        Assert.Contains(layers, layer => layer.Activation == "Elu" && layer.Alpha is not null);
        Assert.Contains(layers, layer => layer.ReluGradientAtZero == 1);
    }

    [Fact]
    public void Sizes_depths_ranks_and_batches_vary()
    {
        Assert.Equal(Enumerable.Range(1, 5), Networks.Select(network => network.Layers.Length).Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 3), Networks.Select(network => network.InputShape.Length).Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 9), PyTorchData.Random.Select(c => c.Inputs.Length / c.Network.InputSize).Distinct().Order());
        int[] units = [.. Networks.SelectMany(network => network.Layers).Select(layer => layer.Units)];
        Assert.Contains(1, units);
        Assert.Contains(units, size => size > 32);
        Assert.True(units.Count(size => size % 2 == 1) > units.Length / 4);
    }

    [Fact]
    public void Labels_occur_and_targets_that_are_no_distribution()
    {
        Assert.True(PyTorchData.Random.Count(c => c.Labels is not null) >= 10);
        Assert.Contains(PyTorchData.Random, c => c.Network.TakesLabels && c.Targets!.Sum() < 0.5 * c.Targets!.Length / c.Network.OutputSize);
    }

    private static HashSet<string> Set(params IEnumerable<string> values) => [.. values];
}
