using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

/// <summary>Every invariant is broken once.</summary>
public sealed class GraphVerifierTests
{
    private static readonly Shape Row = Shape.PerSample(3);

    [Fact]
    public void WhatTheBuilderMakesIsSound()
    {
        GraphBuilder graph = new(Precision.Single);
        Tensor x = graph.Input("x", "x", Row);
        graph.SumTo(Shape.Scalar, graph.Apply(UnaryFunction.Exp, graph.MatMul(x, graph.Parameter("W", "W", Shape.Fixed(3, 2)))));

        GraphVerifier.Verify(graph.Tensors);
    }

    [Fact]
    public void ATensorStandsWhereItsIdSays() =>
        AssertRefused("x stands at 0", Leaf(1));

    [Fact]
    public void InputsComeFirst()
    {
        Tensor later = Leaf(1);
        AssertRefused("%0 uses a tensor that comes later", Exp(0, later), later);
    }

    [Fact]
    public void InputsAreOfTheSameGraph() =>
        AssertRefused("%1 uses a tensor of another graph", Leaf(0), Exp(1, Leaf(0)));

    [Fact]
    public void NumberTypesDoNotMix()
    {
        Tensor x = Leaf(0, Precision.Double);
        AssertRefused("%1 mixes number types", x, Exp(1, x));
    }

    [Fact]
    public void TheShapeIsThatOfTheOperation()
    {
        Tensor x = Leaf(0);
        AssertRefused("%1 does not have the shape of its operation", x, new Tensor(1, new Op.RowMax(), [x], Row, Precision.Single, null));
    }

    private static Tensor Leaf(int id, Precision element = Precision.Single) =>
        new(id, new Op.Input("x"), [], Row, element, null) { Label = new TensorLabel("x", "x", IsLandmark: true) };

    private static Tensor Exp(int id, Tensor input) => new(id, new Op.Unary(UnaryFunction.Exp), [input], Row, Precision.Single, null);

    private static void AssertRefused(string message, params Tensor[] tensors) =>
        Assert.Equal(message, Assert.Throws<GraphException>(() => GraphVerifier.Verify(tensors)).Message);
}
