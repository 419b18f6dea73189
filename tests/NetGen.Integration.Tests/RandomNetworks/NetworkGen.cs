using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;

namespace NetGen.Integration.Tests.RandomNetworks;

/// <summary>Random declarations with numbers for them, and how they shrink.</summary>
internal static class NetworkGen
{
    private static readonly Gen<string> HiddenActivation = Gen.Elements(
        "Identity", "Relu", "LeakyRelu", "Sigmoid", "Tanh", "Softmax", "Elu", "Softplus", "Silu", "Gelu");

    private static readonly Gen<string?> Loss = Gen.Elements<string?>("CrossEntropy", "BinaryCrossEntropy", "SquaredError", "MeanSquaredError", null);

    /// <summary>Small sizes more often; up to 40.</summary>
    private static readonly Gen<int> Size = Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, 12), Gen.Choose(1, 40));

    private static readonly Gen<int[]> InputShape = Gen.OneOf(
        Size.Select(size => new[] { size }),
        Gen.Choose(1, 5).ArrayOf(2),
        Gen.Choose(1, 3).ArrayOf(3),
        Gen.Choose(1, 2).ArrayOf(4));

    public static Gen<NetworkSpec> Spec { get; } =
        from shape in InputShape
        from depth in Gen.Choose(1, 5)
        from loss in Loss
        from hidden in HiddenActivation.SelectMany(Layer).ArrayOf(depth - 1)
        from last in OutputActivation(loss).SelectMany(Layer)
        from l2 in Gen.Elements(0, 0, 1e-4, 0.01, 0.25)
        from unroll in Gen.Elements("Auto", "Auto", "Full", "None")
        from isDouble in Gen.Elements(true, false)
        select new NetworkSpec { InputShape = shape, Layers = [.. hidden, last], Loss = loss, L2 = l2, Unroll = unroll, IsDouble = isDouble };

    public static Gen<NetworkCase> Case { get; } =
        from spec in Spec
        from seed in Gen.Choose(0, 1_000_000)
        from n in Gen.OneOf(Gen.Constant(1), Gen.Choose(1, 9), Gen.Choose(1, 40))
        select CaseNumbers.DrawClear(spec, seed, n);

    /// <summary>Simpler declarations, the simplest first: fewer samples, fewer layers, fewer units, plainer layers.</summary>
    public static IEnumerable<NetworkCase> Shrink(NetworkCase from)
    {
        NetworkSpec spec = from.Network;
        int n = from.Inputs.Length / spec.InputSize;
        if (n > 1)
        {
            yield return CaseNumbers.DrawClear(spec, 1, n: 1);
        }

        foreach (NetworkSpec simpler in Simpler(spec))
        {
            yield return CaseNumbers.DrawClear(simpler, 1, n);
        }
    }

    private static IEnumerable<NetworkSpec> Simpler(NetworkSpec spec)
    {
        for (int i = 0; i < spec.Layers.Length; i++)
        {
            LayerSpec layer = spec.Layers[i];
            if (i < spec.Layers.Length - 1)
            {
                yield return spec with { Layers = [.. spec.Layers[..i], .. spec.Layers[(i + 1)..]] };
            }

            var plain = new LayerSpec { Units = layer.Units, Activation = layer.Activation };
            if (layer != plain)
            {
                yield return With(spec, i, plain);
            }

            // Softmax over one unit is a case of its own.
            if (layer.Units > 2)
            {
                yield return With(spec, i, layer with { Units = layer.Units / 2 });
                yield return With(spec, i, layer with { Units = layer.Units - 1 });
            }
        }

        if (spec.InputSize > 1)
        {
            yield return spec with { InputShape = [spec.InputSize / 2] };
        }

        if (spec.L2 != 0)
        {
            yield return spec with { L2 = 0 };
        }
    }

    private static NetworkSpec With(NetworkSpec spec, int index, LayerSpec layer) =>
        spec with { Layers = [.. spec.Layers.Select((old, i) => i == index ? layer : old)] };

    private static Gen<string> OutputActivation(string? loss) => loss switch
    {
        "CrossEntropy" => Gen.Elements("Softmax", "Softmax", "Softmax", "Sigmoid", "Softplus"),
        "BinaryCrossEntropy" => Gen.Elements("Sigmoid", "Sigmoid", "Softmax"),
        _ => HiddenActivation,
    };

    private static Gen<LayerSpec> Layer(string activation) =>
        // Over one unit, 1 − y of softmax is exactly 0, and its logarithm with any other target than 1 infinite.
        from units in activation == "Softmax" ? Size.Select(size => size + 1) : Size
        from bias in Gen.Elements("PerUnit", "PerUnit", "PerUnit", "Shared", "None")
        from l2 in Gen.Elements<double?>(null, null, null, 0, 0.02, 0.5)
        from alpha in activation is "LeakyRelu" or "Elu" ? Gen.Elements<double?>(null, 0, 0.3, 1, 2.5) : Gen.Constant<double?>(null)
        from atZero in activation == "Relu" ? Gen.Elements<int?>(null, 0, 1) : Gen.Constant<int?>(null)
        select new LayerSpec { Units = units, Activation = activation, Bias = bias, L2 = l2, Alpha = alpha, ReluGradientAtZero = atZero };
}
