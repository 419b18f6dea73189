using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Compilation;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 6: where the definitions promise finite losses and gradients, they are finite in both precisions, and right.</summary>
public class Rule6FinitenessTests
{
    private static readonly (string Loss, string Activation, double Largest)[] Pairs =
    [
        ("CrossEntropy", "Softmax", 1e30), ("BinaryCrossEntropy", "Sigmoid", 1e30),

        // Squares of a few of these stay below the largest float.
        ("SquaredError", "Identity", 1e18), ("MeanSquaredError", "Identity", 1e18),
        ("SquaredError", "Relu", 1e18), ("MeanSquaredError", "Softplus", 1e18), ("SquaredError", "Silu", 1e18),
        ("MeanSquaredError", "Gelu", 1e18), ("SquaredError", "Elu", 1e18), ("SquaredError", "LeakyRelu", 1e18),
        ("SquaredError", "Tanh", 1e30), ("MeanSquaredError", "Sigmoid", 1e30), ("SquaredError", "Softmax", 1e30),
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(string.Concat(
        from pair in Pairs.Index()
        from unroll in new[] { "Full", "None" }
        from isDouble in new[] { false, true }
        select Spec(pair.Index, unroll, isDouble).ToDeclaration("Finite"))));

    public static TheoryData<int, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<int, string, bool>();
            foreach ((int pair, string unroll, bool isDouble) in
                from pair in Enumerable.Range(0, Pairs.Length)
                from unroll in new[] { "Full", "None" }
                from isDouble in new[] { false, true }
                select (pair, unroll, isDouble))
            {
                cases.Add(pair, unroll, isDouble);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Huge_pre_activations_give_finite_losses_and_gradients(int pair, string unroll, bool isDouble)
    {
        NetworkSpec spec = Spec(pair, unroll, isDouble);
        object network = Compiled.Value.Create<object>($"Finite.{spec.Name}");
        foreach (double scale in new[] { 100, 1e4, 1e10, Pairs[pair].Largest }.Where(scale => scale <= Pairs[pair].Largest))
        {
            NetworkCase expected = HugeCase(spec, scale);
            Assert.True(double.IsFinite(expected.Loss!.Value));
            if (isDouble)
            {
                CaseChecker.Check<double>(network, expected);
            }
            else
            {
                CaseChecker.Check<float>(network, expected);
            }
        }
    }

    /// <summary>Pre-activations of ±scale, 0 and in between; inputs of 0 and ±1 keep the gradients of the weights as small as the deltas.</summary>
    private static NetworkCase HugeCase(NetworkSpec spec, double scale)
    {
        double[] weights = [scale, -scale, 0, 0.5 * scale, 0.25 * scale, -0.5 * scale, 1, 0, 0];
        double[] inputs = [1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 1];
        double[] targets = [0, 1, 0, 1, 0, 0, 0.25, 0.5, 0.25, 0, 0, 1];
        return CaseNumbers.Measure(spec, [.. weights, 0, 0, 0], inputs, targets, null, [1, 2, -1, 0.5, -2, 1, 1, 1, 1, -1, 0, 1], isExtreme: true);
    }

    private static NetworkSpec Spec(int pair, string unroll, bool isDouble) => new()
    {
        Name = $"Pair{pair}{unroll}{(isDouble ? "Double" : "Single")}",
        InputShape = [3],
        IsDouble = isDouble,
        Unroll = unroll,
        Loss = Pairs[pair].Loss,
        Layers = [new LayerSpec { Units = 3, Activation = Pairs[pair].Activation }],
    };
}
