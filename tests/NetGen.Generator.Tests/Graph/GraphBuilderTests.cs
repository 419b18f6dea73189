using System.Linq;
using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

public sealed class GraphBuilderTests
{
    private readonly GraphBuilder _graph = new(Precision.Double);

    [Fact]
    public void OneOperationOnTheSameInputsIsOneTensor()
    {
        Tensor x = Input("x");
        Tensor y = Input("y");

        Assert.Same(_graph.Apply(UnaryFunction.Exp, x), _graph.Apply(UnaryFunction.Exp, x));
        Assert.Same(_graph.Divide(x, y), _graph.Divide(x, y));
        Assert.Same(_graph.Constant(0.5), _graph.Constant(0.5));
        Assert.Same(_graph.Input("x", "x", Shape.PerSample(3)), x);
        Assert.Same(_graph.Where(Comparison.Positive, x, x, y), _graph.Where(Comparison.Positive, x, x, y));
        Assert.Same(_graph.Apply(new Op.Relu(1), x), _graph.Apply(new Op.Relu(1), x));
    }

    [Fact]
    public void AnotherOperationOrOtherInputsAreAnotherTensor()
    {
        Tensor x = Input("x");
        Tensor y = Input("y");

        Assert.NotSame(_graph.Apply(UnaryFunction.Exp, x), _graph.Apply(UnaryFunction.Exp, y));
        Assert.NotSame(_graph.Apply(UnaryFunction.Exp, x), _graph.Apply(UnaryFunction.Tanh, x));
        Assert.NotSame(_graph.Divide(x, y), _graph.Divide(y, x));
        Assert.NotSame(_graph.Apply(new Op.Relu(0), x), _graph.Apply(new Op.Relu(1), x));
        Assert.NotSame(_graph.Apply(new Op.SumTo(Shape.ScalarPerSample), x), _graph.Apply(new Op.SumTo(Shape.Scalar), x));
    }

    [Fact]
    public void TensorsKnowTheirPlaceLayerAndNumberType()
    {
        Tensor x = Input("x");
        _graph.Layer = 2;
        Tensor y = _graph.Apply(UnaryFunction.Exp, x);

        Assert.Equal([x, y], _graph.Tensors);
        Assert.Equal([0, 1], _graph.Tensors.Select(tensor => tensor.Id));
        Assert.Equal([null, 2], _graph.Tensors.Select(tensor => tensor.Layer));
        Assert.All(_graph.Tensors, tensor => Assert.Equal(Precision.Double, tensor.Element));
    }

    [Fact]
    public void WhatKeepsTheShapeIsTheTensorItself()
    {
        Tensor x = Input("x");

        Assert.Same(x, _graph.SumTo(x.Shape, x));
        Assert.Same(x, _graph.Broadcast(x.Shape, x));
        Assert.Same(x, _graph.Reshape(x.Shape, x));
    }

    [Fact]
    public void TextIsALinePerTensor()
    {
        Tensor x = Input("x");
        Tensor w = _graph.Parameter("W1", "W¹", Shape.Fixed(3, 2));
        Tensor z = _graph.MatMul(x, w);
        z.Label = new TensorLabel("z1", "z¹", IsLandmark: true);
        _graph.Apply(UnaryFunction.Tanh, z);
        _graph.Scale(-0.5, z);
        _graph.Where(Comparison.NotPositive, z, _graph.Constant(0), z);
        _graph.SumTo(Shape.Scalar, z);

        Assert.Equal(
            """
            x N×3 = Input()
            W1 3×2 = Parameter()
            z1 N×2 = MatMul(x, W1)
            %3 N×2 = Tanh(z1)
            %4 N×2 = Scale -0.5(z1)
            %5 1 = Constant 0()
            %6 N×2 = Where NotPositive(z1, %5, z1)
            %7 1 = SumTo(z1)

            """,
            GraphPrinter.Print(_graph.Tensors),
            ignoreLineEndingDifferences: true);
    }

    private Tensor Input(string name) => _graph.Input(name, name, Shape.PerSample(3));
}
