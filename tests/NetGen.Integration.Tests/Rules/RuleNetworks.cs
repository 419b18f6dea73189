using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Compilation;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>The networks on which every rule is tried: every shape of surface, in both precisions, unrolled and as loops.</summary>
internal static class RuleNetworks
{
    private static readonly NetworkSpec[] Shapes =
    [
        Shape("Classifier", [5], "CrossEntropy", new LayerSpec { Units = 7, Activation = "Relu" }, new LayerSpec { Units = 3, Activation = "Softmax" }) with { L2 = 0.01 },
        Shape("Regressor", [3], "SquaredError", new LayerSpec { Units = 9, Activation = "Tanh", Bias = "Shared" }, new LayerSpec { Units = 2, Bias = "None" }),
        Shape("Binary", [2, 3], "BinaryCrossEntropy", new LayerSpec { Units = 5, Activation = "Gelu" }, new LayerSpec { Units = 4, Activation = "Sigmoid" }),
        Shape("Features", [6], null, new LayerSpec { Units = 8, Activation = "Silu" }, new LayerSpec { Units = 5, Activation = "Softmax" }),
        Shape("Labels", [4], "CrossEntropy", new LayerSpec { Units = 6, Activation = "Softmax" }, new LayerSpec { Units = 3, Activation = "Softplus" }),
        Shape("Broad", [5], "CrossEntropy", new LayerSpec { Units = 300, Activation = "Tanh" }, new LayerSpec { Units = 3, Activation = "Softmax" }),
        Shape("Wide", [67], "CrossEntropy", new LayerSpec { Units = 33, Activation = "Elu" }, new LayerSpec { Units = 10, Activation = "Softmax" }),
    ];

    /// <summary>Many samples of them stand in the lanes of vectors, few run as a block.</summary>
    private static readonly NetworkSpec[] Middle =
    [
        Shape("Agent", [12], "CrossEntropy", new LayerSpec { Units = 24, Activation = "Relu" }, new LayerSpec { Units = 6, Activation = "Softmax" }),
        Shape("Controller", [16], "SquaredError", new LayerSpec { Units = 20, Activation = "Tanh", Bias = "Shared" }, new LayerSpec { Units = 12, Activation = "Gelu" }, new LayerSpec { Units = 1 }) with { L2 = 0.01 },
    ];

    /// <summary>Too large for the stack and for unrolling.</summary>
    private static readonly NetworkSpec Large = Shape(
        "Large", [200], "CrossEntropy",
        new LayerSpec { Units = 700, Activation = "Relu" }, new LayerSpec { Units = 301, Activation = "Softplus" }, new LayerSpec { Units = 10, Activation = "Softmax" });

    private static readonly Lazy<CompiledNetworks> Compiled = new(() =>
        NetworkCompilation.Compile(string.Concat(Specs!.Values.Select(spec => spec.ToDeclaration("Rules")))));

    public static IReadOnlyDictionary<string, NetworkSpec> Specs { get; } = AllSpecs().ToDictionary(spec => spec.Name);

    /// <summary>The names of all but the large networks, for a theory.</summary>
    public static TheoryData<string> Small => [.. Specs.Keys.Where(name => !name.StartsWith("Large", StringComparison.Ordinal))];

    public static TheoryData<string> All => [.. Specs.Keys];

    /// <summary>A new instance, its parameters drawn by seed 0.</summary>
    public static object Create(string name) => Compiled.Value.Create<object>($"Rules.{name}");

    /// <summary>n samples for it, with what the reference makes of them.</summary>
    public static NetworkCase Case(string name, int n, int seed = 2) => CaseNumbers.Draw(Specs[name], seed, n);

    private static IEnumerable<NetworkSpec> AllSpecs() =>
        from isDouble in new[] { false, true }
        from spec in Shapes.SelectMany(shape => new[] { shape with { Unroll = "Full" }, shape with { Unroll = "None" } }).Concat(Middle).Append(Large)
        select spec with
        {
            Name = $"{spec.Name}{(spec.Unroll == "Full" ? "Unrolled" : spec.Unroll == "None" ? "Loops" : "")}{(isDouble ? "Double" : "Single")}",
            IsDouble = isDouble,
        };

    private static NetworkSpec Shape(string name, int[] inputShape, string? loss, params LayerSpec[] layers) =>
        new() { Name = name, InputShape = inputShape, Loss = loss, Layers = layers };
}
