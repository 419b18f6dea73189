using System;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Lowering;
using NetGen.Generator.Lowering.Activations;
using NetGen.Generator.Lowering.Losses;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Lowering;

public sealed class DenseLoweringTests
{
    [Fact]
    public void ANetworkIsTheOperationsOfItsLayersAndItsLoss()
    {
        NetworkGraph graph = Lower(Declare.Network(2, LossFunction.SquaredError, Declare.Dense(3, Activation.Tanh), Declare.Dense(1)));

        GraphVerifier.Verify(graph.Builder.Tensors);
        Assert.Equal(
            """
            x N×2 = Input()
            W1 2×3 = Parameter()
            %2 N×3 = MatMul(x, W1)
            b1 3 = Parameter()
            z1 N×3 = Add(%2, b1)
            a1 N×3 = Tanh(z1)
            W2 3×1 = Parameter()
            %8 N×1 = MatMul(a1, W2)
            b2 1 = Parameter()
            y N×1 = Add(%8, b2)
            t N×1 = Input()
            %12 N×1 = Subtract(y, t)
            %13 N×1 = Square(%12)
            %14 N×1 = Scale 0.5(%13)

            """,
            GraphPrinter.Print(Reachable.From([graph.SampleError!])),
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData((int)Bias.PerUnit, "W1 6×3, b1 3")]
    [InlineData((int)Bias.Shared, "W1 6×3, b1 1")]
    [InlineData((int)Bias.None, "W1 6×3")]
    public void TheInputIsFlattenedAndTheBiasIsOfItsKind(int bias, string parameters)
    {
        NetworkGraph graph = Lower(Declare.Network([2, 1, 3], null, Declare.Dense(3, Activation.Identity, ("Bias", bias))));

        Assert.Equal(parameters, string.Join(", ", graph.Parameters.Select(parameter => $"{parameter.Tensor} {parameter.Tensor.Shape}")));
        Assert.Equal("N×2×1×3", graph.Layers[0].InputShape.ToString());
        Assert.Equal(18, graph.Layers[0].Macs);
    }

    [Fact]
    public void ParametersAreInCanonicalOrder()
    {
        NetworkGraph graph = Lower(Declare.Network(2, null, Declare.Dense(3), Declare.Dense(4, Activation.Identity, ("Bias", Bias.None)), Declare.Dense(1)));

        Assert.Equal(["W0", "b0", "W1", "W2", "b2"], graph.Parameters.Select(parameter => parameter.Role + parameter.Layer));
    }

    [Fact]
    public void AutoDrawsByTheActivation()
    {
        Activation[] he = [Activation.Relu, Activation.LeakyRelu, Activation.Elu, Activation.Silu, Activation.Gelu, Activation.Softplus];
        Assert.All(Enum.GetValues<Activation>(), activation =>
        {
            NetworkGraph graph = Lower(Declare.Network(2, null, Declare.Dense(3, activation)));

            Assert.Equal(he.Contains(activation) ? Initializer.HeUniform : Initializer.GlorotUniform, graph.Parameters[0].Initializer);
            Assert.Equal(Initializer.Zero, graph.Parameters[1].Initializer);
        });
    }

    [Fact]
    public void AnInitializerThatIsGivenHolds() => Assert.Equal(
        Initializer.GlorotNormal,
        Lower(Declare.Network(2, null, Declare.Dense(3, Activation.Relu, ("Initializer", Initializer.GlorotNormal)))).Parameters[0].Initializer);

    [Fact]
    public void EveryActivationAndEveryLossHasItsRule()
    {
        Assert.All(Enum.GetValues<Activation>(), activation => Assert.Equal(activation, ActivationRegistry.Find(activation)!.Activation));
        Assert.All(Enum.GetValues<LossFunction>(), loss => Assert.Equal(loss, LossRegistry.Find(loss)!.Function));
        Assert.Null(ActivationRegistry.Find((Activation)99));
        Assert.Null(LossRegistry.Find((LossFunction)99));
    }

    [Fact]
    public void AlphaHasItsDefaultByTheActivation()
    {
        Assert.Contains("Scale 0.01(z1)", Text(Declare.Dense(3, Activation.LeakyRelu)));
        Assert.Contains("Scale 0.2(z1)", Text(Declare.Dense(3, Activation.LeakyRelu, ("Alpha", 0.2))));
        Assert.DoesNotContain("Scale", Text(Declare.Dense(3, Activation.Elu)));
        Assert.Contains("Scale 0.2(", Text(Declare.Dense(3, Activation.Elu, ("Alpha", 0.2))));
    }

    [Fact]
    public void ReluHasTheGradientAtZeroThatWasAskedFor()
    {
        Assert.Contains(new Op.Relu(0), Ops(Declare.Dense(3, Activation.Relu)));
        Assert.Contains(new Op.Relu(1), Ops(Declare.Dense(3, Activation.Relu, ("ReluGradientAtZero", 1))));
    }

    [Fact]
    public void LayersInheritThePenaltyOfTheNetworkUnlessTheySetTheirOwn()
    {
        NetworkModel model = Declare.Network(
            2, LossFunction.SquaredError,
            Declare.Dense(3), Declare.Dense(3, Activation.Tanh, ("L2", 0.0)), Declare.Dense(3, Activation.Tanh, ("L2", 0.25))) with { L2 = 0.5 };

        string text = GraphPrinter.Print(Lower(model).Builder.Tensors);

        // λ in front of the sum of the squares: of the first layer and of the third.
        Assert.Contains("= Square(W1)", text);
        Assert.Contains("= Scale 0.5(", text);
        Assert.DoesNotContain("= Square(W2)", text);
        Assert.Contains("= Square(W3)", text);
        Assert.Contains("= Scale 0.25(", text);
        Assert.DoesNotContain("(b", string.Join("\n", text.Split('\n').Where(line => line.Contains("Square"))));
    }

    [Fact]
    public void WithoutALossThereIsNoPenalty() => Assert.Null(Lower(Declare.Network(2, null, Declare.Dense(3)) with { L2 = 0.5 }).Penalty);

    private static string Text(LayerModel layer) => GraphPrinter.Print(Lower(Declare.Network(2, null, layer, Declare.Dense(1))).Builder.Tensors);

    private static Op[] Ops(LayerModel layer) => [.. Lower(Declare.Network(2, null, layer)).Builder.Tensors.Select(tensor => tensor.Op)];

    private static NetworkGraph Lower(NetworkModel model) => NetworkLowering.Lower(model).Graph!;
}
