using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Differentiation;

/// <summary>Graphs that are no chains: what later layers will bring.</summary>
public sealed class ReverseWalkTests
{
    [Fact]
    public void ATensorThatIsUsedSeveralTimesGetsTheSum() => GradientCheck.Check(graph =>
    {
        Tensor x = Parameter(graph, "x", Shape.PerSample(3));
        Tensor y = graph.Apply(UnaryFunction.Tanh, x);
        return graph.Add(graph.Multiply(y, graph.Apply(UnaryFunction.Exp, y)), graph.Add(graph.Square(x), y));
    });

    [Fact]
    public void AResidualConnection() => GradientCheck.Check(graph =>
    {
        Tensor x = Parameter(graph, "x", Shape.PerSample(3));
        Tensor z = graph.Add(graph.MatMul(x, Parameter(graph, "V", Shape.Fixed(3, 3))), Parameter(graph, "b", Shape.Fixed(3)));
        return graph.Apply(UnaryFunction.Sigmoid, graph.Add(z, graph.Apply(UnaryFunction.Tanh, graph.MatMul(z, Parameter(graph, "W", Shape.Fixed(3, 3))))));
    });

    [Fact]
    public void AParameterOfTwoLayers() => GradientCheck.Check(graph =>
    {
        Tensor x = Parameter(graph, "x", Shape.PerSample(3));
        Tensor weights = Parameter(graph, "W", Shape.Fixed(3, 2));
        Tensor code = graph.Apply(UnaryFunction.Sigmoid, graph.MatMul(x, weights));
        return graph.MatMul(code, weights, transposeRight: true);
    });

    [Fact]
    public void AnImageAndABatchStatistic() => GradientCheck.Check(graph =>
    {
        // x − mean of the batch, over its deviation, times a learned scale: what a normalization layer does.
        Tensor x = Parameter(graph, "x", Shape.PerSample(2, 1, 3));
        Tensor centered = graph.Subtract(x, graph.Apply(new Op.BatchMean(), x));
        Tensor variance = graph.Apply(new Op.BatchMean(), graph.Square(centered));
        return graph.Multiply(graph.Divide(centered, graph.Add(variance, graph.Constant(0.5))), Parameter(graph, "s", Shape.Fixed(2, 1, 3)));
    });

    [Fact]
    public void OneStepOfARecurrence() => GradientCheck.Check(graph =>
    {
        Tensor weights = Parameter(graph, "W", Shape.Fixed(3, 3));
        Tensor state = Parameter(graph, "x", Shape.PerSample(3));
        for (int step = 0; step < 3; step++)
        {
            state = graph.Apply(UnaryFunction.Tanh, graph.MatMul(state, weights));
        }

        return state;
    });

    [Fact]
    public void SeedsOfSeveralResultsAdd()
    {
        GraphBuilder graph = new(Precision.Double);
        Tensor weights = Parameter(graph, "W", Shape.Fixed(2, 2));
        Tensor one = graph.Constant(1);
        Tensor squares = graph.SumTo(Shape.Scalar, graph.Square(weights));
        Tensor sum = graph.SumTo(Shape.Scalar, graph.Scale(3, weights));

        Tensor gradient = ReverseWalk.Differentiate(graph, [(squares, one), (sum, one)], [weights])[weights];

        Interpreter interpreter = new(batch: 1);
        interpreter.Set(new Dictionary<Tensor, double[]> { [weights] = [1, -2, 0.5, 0] });
        Assert.Equal([5, -1, 4, 3], interpreter.Evaluate(gradient));
    }

    [Fact]
    public void NothingIsDerivedThatWasNotAskedFor()
    {
        GraphBuilder graph = new(Precision.Double);
        Tensor x = graph.Input("x", "x", Shape.PerSample(3));
        Tensor weights = Parameter(graph, "W", Shape.Fixed(3, 2));
        Tensor unused = Parameter(graph, "unused", Shape.Fixed(3));
        Tensor z = graph.MatMul(x, weights);

        IReadOnlyDictionary<Tensor, Tensor> gradients = ReverseWalk.Differentiate(graph, [(z, graph.Input("G", "G", z.Shape))], [weights, unused]);

        Assert.False(gradients.ContainsKey(x));
        Assert.False(gradients.ContainsKey(unused));
        Assert.True(gradients.ContainsKey(weights));
    }

    [Fact]
    public void WhatIsDerivedBelongsToTheLayerOfWhatItIsDerivedFrom()
    {
        GraphBuilder graph = new(Precision.Double) { Layer = 1 };
        Tensor x = Parameter(graph, "x", Shape.PerSample(3));
        Tensor y = graph.Apply(UnaryFunction.Tanh, x);
        graph.Layer = null;

        Tensor gradient = ReverseWalk.Differentiate(graph, [(y, graph.Input("G", "G", y.Shape))], [x])[x];

        Assert.Equal(1, gradient.Layer);
        Assert.Null(graph.Layer);
    }

    private static Tensor Parameter(GraphBuilder graph, string name, Shape shape) => graph.Parameter(name, name, shape);
}
