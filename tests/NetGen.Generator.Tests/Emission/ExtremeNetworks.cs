using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Lowering;

namespace NetGen.Generator.Tests.Emission;

/// <summary>Declarations at the edges of what is unrolled, and far beyond them.</summary>
internal static class ExtremeNetworks
{
    /// <summary>Class → declaration.</summary>
    public static Dictionary<string, NetworkModel> All()
    {
        Dictionary<string, NetworkModel> networks = new()
        {
            ["Tiny"] = Network(2, LossFunction.SquaredError, Unroll.Auto, (4, Activation.Tanh), (1, Activation.Sigmoid)),
            ["Wide"] = Network(200, LossFunction.CrossEntropy, Unroll.Full, (200, Activation.Relu), (10, Activation.Softmax)),
            ["Huge"] = Network(5000, LossFunction.CrossEntropy, Unroll.Auto, (3000, Activation.Relu), (1000, Activation.Softmax)),
            ["Deep"] = Network(2, LossFunction.SquaredError, Unroll.Auto, [.. Enumerable.Repeat((2, Activation.Tanh), 32)]),
            ["DeepFull"] = Network(3, LossFunction.MeanSquaredError, Unroll.Full, [.. Enumerable.Repeat((3, Activation.Gelu), 64)]),
            ["DeepLoops"] = Network(2, LossFunction.SquaredError, Unroll.None, [.. Enumerable.Repeat((2, Activation.Silu), 70)]),
            ["Deepest"] = Network(20, LossFunction.SquaredError, Unroll.None, [.. Enumerable.Repeat((20, Activation.Relu), 256)]) with { L2 = 0.1 },
            ["OneToMany"] = Network(1, LossFunction.CrossEntropy, Unroll.Auto, (256, Activation.Softmax)),
            ["OneToManyFull"] = Network(1, LossFunction.CrossEntropy, Unroll.Full, (256, Activation.Softmax)),
            ["ManyToOne"] = Network(256, LossFunction.BinaryCrossEntropy, Unroll.Auto, (1, Activation.Sigmoid)),
            ["ManyToOneFull"] = Network(2048, LossFunction.SquaredError, Unroll.Full, (1, Activation.Elu)),
            ["Square"] = Network(45, LossFunction.SquaredError, Unroll.Full, (45, Activation.Tanh)),
            ["Ceiling"] = Network(4, LossFunction.BinaryCrossEntropy, Unroll.Auto, (60, Activation.Softmax), (4, Activation.Softmax)),
        };
        Activation[] activations = Enum.GetValues<Activation>();
        foreach (Activation activation in activations)
        {
            // One precision has to do for each: the instructions are the same.
            networks.Add($"Auto{activation}", Network(16, LossFunction.BinaryCrossEntropy, Unroll.Auto, (16, activation)) with { Precision = (Precision)((int)activation % 2) });
        }

        // All of them together, up to 1,960 multiply-accumulates. A general loss has the longest deltas.
        networks.Add("Full", Network(14, LossFunction.MeanSquaredError, Unroll.Full, [.. activations.Select(activation => (14, activation))]));
        networks.Add("FullDouble", networks["Full"] with { Precision = Precision.Double });
        return networks;
    }

    private static NetworkModel Network(int inputs, LossFunction loss, Unroll unroll, params (int Units, Activation Activation)[] layers) =>
        Declare.Network(inputs, loss, [.. layers.Select(layer => Declare.Dense(layer.Units, layer.Activation))]) with { Unroll = unroll, L2 = 0.001 };
}
