using System.Linq;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;
using Xunit;

namespace NetGen.Generator.Tests.Lowering;

/// <summary>Which finding a value leads to, and what it is about; how it reads and where it stands is tested with Diagnostics.</summary>
public sealed class LoweringFindingTests
{
    private static readonly NetworkModel Valid = Declare.Network(2, LossFunction.CrossEntropy, Declare.Dense(3, Activation.Relu), Declare.Dense(2, Activation.Softmax));

    [Fact]
    public void AValidDeclarationHasNone() => AssertFindings(Valid);

    [Fact]
    public void TheNetwork()
    {
        AssertFindings(Valid with { InputShape = default }, "NETGEN012 Network ");
        AssertFindings(Declare.Network([3, 0, -1], null, Declare.Dense(1)), "NETGEN013 Network inputShape[1]", "NETGEN013 Network inputShape[2]");
        AssertFindings(Declare.Network([1 << 12, (1 << 12) + 1], null, Declare.Dense(1)), "NETGEN014 Network ");
        AssertFindings(Declare.Network([int.MaxValue, int.MaxValue, int.MaxValue], null, Declare.Dense(1)), "NETGEN014 Network ");
        AssertFindings(Valid with { Precision = (Precision)7 }, "NETGEN018 Network Precision");
        AssertFindings(Valid with { Unroll = (Unroll)7 }, "NETGEN018 Network Unroll");
        AssertFindings(Valid with { L2 = -1 }, "NETGEN015 Network L2");
        AssertFindings(Valid with { L2 = double.NaN }, "NETGEN015 Network L2");
        AssertFindings(Valid with { Loss = (LossFunction)7 }, "NETGEN018 Loss function");
        AssertFindings(Declare.Network(2, LossFunction.CrossEntropy), "NETGEN011 Type ");
    }

    [Fact]
    public void Limits()
    {
        AssertFindings(Layers(256));
        AssertFindings(Layers(257), "NETGEN014 Type ");
        AssertFindings(Declare.Network(1 << 14, null, Declare.Dense((1 << 14) - 1)));
        AssertFindings(Declare.Network(1 << 14, null, Declare.Dense(1 << 14)), "NETGEN014 Type ");
        AssertFindings(Declare.Network(1, null, Declare.Dense((1 << 24) + 1)), "NETGEN014 Layer 0 units");

        static NetworkModel Layers(int count) => Declare.Network(1, null, [.. Enumerable.Repeat(Declare.Dense(1), count)]);
    }

    [Fact]
    public void ALayer()
    {
        AssertLayer("units", "NETGEN013", Declare.Dense(0));
        AssertLayer("units", "NETGEN013", Declare.Dense(int.MinValue));
        AssertLayer("activation", "NETGEN018", Declare.Dense(2, (Activation)99));
        AssertLayer("Bias", "NETGEN018", Declare.Dense(2, Activation.Relu, ("Bias", 9)));
        AssertLayer("Initializer", "NETGEN018", Declare.Dense(2, Activation.Relu, ("Initializer", -1)));
        AssertLayer("L2", "NETGEN015", Declare.Dense(2, Activation.Relu, ("L2", double.PositiveInfinity)));
        AssertLayer("L2", "NETGEN015", Declare.Dense(2, Activation.Relu, ("L2", 3e38)));
        AssertLayer("Alpha", "NETGEN016", Declare.Dense(2, Activation.Elu, ("Alpha", -0.1)));
        AssertLayer("Alpha", "NETGEN016", Declare.Dense(2, Activation.LeakyRelu, ("Alpha", 1e39)));
        AssertLayer("ReluGradientAtZero", "NETGEN017", Declare.Dense(2, Activation.Relu, ("ReluGradientAtZero", 2)));
        AssertLayer("Name", "NETGEN020", Declare.Dense(2, Activation.Relu, ("Name", "two words")));
        AssertLayer("Name", "NETGEN020", Declare.Dense(2, Activation.Relu, ("Name", "")));
        AssertFindings(
            Declare.Network(2, null, Declare.Dense(2, Activation.Relu, ("Name", "a")), Declare.Dense(2, Activation.Relu, ("Name", "a"))),
            "NETGEN019 Layer 1 Name");
    }

    [Fact]
    public void WhatIsOddIsNoError()
    {
        AssertFindings(Declare.Network(2, LossFunction.CrossEntropy, Declare.Dense(2)), "NETGEN021 Loss function");
        AssertFindings(Declare.Network(2, LossFunction.BinaryCrossEntropy, Declare.Dense(2, Activation.Softmax)), "NETGEN022 Loss function");
        AssertFindings(Declare.Network(2, LossFunction.BinaryCrossEntropy, Declare.Dense(2, Activation.Tanh)), "NETGEN022 Loss function");
        AssertFindings(Declare.Network(2, null, Declare.Dense(1, Activation.Softmax)), "NETGEN023 Layer 0 activation");
        AssertFindings(Declare.Network(2, null, Declare.Dense(1, Activation.Tanh, ("Alpha", 1.0))), "NETGEN024 Layer 0 Alpha");
        AssertFindings(Declare.Network(2, null, Declare.Dense(1, Activation.Tanh, ("ReluGradientAtZero", 1))), "NETGEN024 Layer 0 ReluGradientAtZero");
        AssertFindings(Declare.Network(2, null, Declare.Dense(1)) with { L2 = 1 }, "NETGEN024 Network L2");
        AssertFindings(Declare.Network(2, LossFunction.SquaredError, Declare.Dense(1, Activation.Tanh, ("L2", 1.0))) with { L2 = 1 }, "NETGEN024 Network L2");
    }

    [Fact]
    public void OneLookShowsEverything() => AssertFindings(
        Declare.Network([0], (LossFunction)5, Declare.Dense(0), Declare.Dense(3, (Activation)77, ("L2", -1.0))) with { L2 = -1 },
        "NETGEN013 Network inputShape[0]", "NETGEN015 Network L2", "NETGEN013 Layer 0 units", "NETGEN018 Layer 1 activation", "NETGEN015 Layer 1 L2", "NETGEN018 Loss function");

    [Fact]
    public void RefusedUnrollingIsTold()
    {
        NetworkModel model = Declare.Network(45, null, Declare.Dense(46)) with { Unroll = Unroll.Full };

        Assert.Equal("NETGEN025 Layer 0 ", string.Join(", ", NetworkCompiler.Check(model).Select(Text)));
        Assert.Empty(NetworkCompiler.Check(model with { Unroll = Unroll.Auto }));
    }

    private static void AssertLayer(string argument, string id, LayerModel layer) =>
        AssertFindings(Declare.Network(2, LossFunction.SquaredError, layer, Declare.Dense(2)), $"{id} Layer 0 {argument}");

    /// <summary>Asserts the findings as id, kind of target, index of a layer, argument; with an error among them there is no graph.</summary>
    private static void AssertFindings(NetworkModel model, params string[] expected)
    {
        (Generator.Graph.NetworkGraph? graph, var findings) = NetworkLowering.Lower(model);

        Assert.Equal(expected, findings.Select(Text));
        Assert.Equal(expected.Any(text => string.CompareOrdinal(text, "NETGEN021") < 0), graph is null);
    }

    private static string Text(Finding finding) =>
        $"{finding.Id} {finding.Target.Kind} {(finding.Target.Kind == FindingTargetKind.Layer ? $"{finding.Target.Index} " : "")}{finding.Target.Argument}";
}
