using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Tests.Differentiation;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

/// <summary>Each identity: what it leaves, and that the numbers are those of the operation as it was asked for.</summary>
public sealed class SimplificationTests
{
    private readonly GraphBuilder _graph = new(Precision.Double);
    private readonly Tensor _x;
    private readonly Tensor _y;
    private readonly Tensor _z;

    public SimplificationTests()
    {
        _x = Input("x", Shape.PerSample(3));
        _y = Input("y", Shape.PerSample(3));
        _z = Input("z", Shape.PerSample(3));
    }

    private Tensor Zero => _graph.Constant(0);

    [Fact]
    public void OneTimesIsNothing() => Check(_x, new Op.Scale(1), _x);

    [Fact]
    public void AMultipleOfAConstantIsAConstant() => Check(_graph.Constant(6), new Op.Scale(2), _graph.Constant(3));

    [Fact]
    public void FactorsGather() => Check(_graph.Scale(6, _x), new Op.Scale(2), _graph.Scale(3, _x));

    [Fact]
    public void TheNegativeIsMinusOneTimes()
    {
        Check(_graph.Scale(-1, _x), new Op.Unary(UnaryFunction.Negate), _x);
        Check(_x, new Op.Unary(UnaryFunction.Negate), _graph.Negate(_x));
    }

    [Fact]
    public void AFactorGoesBeforeStretching()
    {
        Tensor one = Input("one", Shape.ScalarPerSample);

        Check(_graph.Broadcast(_x.Shape, _graph.Scale(2, one)), new Op.Scale(2), _graph.Broadcast(_x.Shape, one));
    }

    [Fact]
    public void AFactorGoesIntoTheBranchThatIsNotZero()
    {
        Check(Where(Zero, _graph.Scale(2, _x)), new Op.Scale(2), Where(Zero, _x));
        Check(Where(_graph.Scale(2, _x), Zero), new Op.Scale(2), Where(_x, Zero));
    }

    [Fact]
    public void AFactorComesOutOfASumOverTheSample() =>
        Check(_graph.Scale(2, _graph.SumTo(Shape.ScalarPerSample, _x)), new Op.SumTo(Shape.ScalarPerSample), _graph.Scale(2, _x));

    [Fact]
    public void TwiceTheSameIsTwo() => Check(_graph.Scale(2, _x), new Op.Binary(BinaryFunction.Add), _x, _x);

    [Fact]
    public void TwoBranchesOfOneConditionAreOneChoice()
    {
        Check(Where(_x, _y), new Op.Binary(BinaryFunction.Add), Where(_x, Zero), Where(Zero, _y));
        Check(Where(_x, _y), new Op.Binary(BinaryFunction.Add), Where(Zero, _y), Where(_x, Zero));
    }

    [Fact]
    public void BranchesOfDifferentConditionsStayApart()
    {
        Tensor other = _graph.Where(Comparison.Negative, _z, Zero, _y);

        Check("Add", new Op.Binary(BinaryFunction.Add), Where(_x, Zero), other);
    }

    [Fact]
    public void WhatBothBranchesHaveInCommonStandsInFront() => Check(
        _graph.Multiply(_x, Where(_graph.Constant(1), _y)),
        new Op.Binary(BinaryFunction.Add),
        Where(_x, Zero),
        Where(Zero, _graph.Multiply(_x, _y)));

    [Fact]
    public void ACommonFactorStandsInFront()
    {
        Check(_graph.Multiply(_x, _graph.Add(_y, _z)), new Op.Binary(BinaryFunction.Add), _graph.Multiply(_x, _y), _graph.Multiply(_x, _z));
        Check(_graph.Multiply(_x, _graph.Add(_graph.Constant(1), _y)), new Op.Binary(BinaryFunction.Add), _x, _graph.Multiply(_x, _y));
        Check("Add", new Op.Binary(BinaryFunction.Add), _x, _graph.Scale(3, _x));
    }

    [Fact]
    public void TimesAConstantIsAMultiple()
    {
        Check(_graph.Scale(2, _x), new Op.Binary(BinaryFunction.Multiply), _graph.Constant(2), _x);
        Check(_graph.Scale(2, _x), new Op.Binary(BinaryFunction.Multiply), _x, _graph.Constant(2));
    }

    [Fact]
    public void AFactorComesOutOfAProduct()
    {
        Check(_graph.Scale(2, _graph.Multiply(_x, _y)), new Op.Binary(BinaryFunction.Multiply), _graph.Scale(2, _x), _y);
        Check(_graph.Scale(2, _graph.Multiply(_x, _y)), new Op.Binary(BinaryFunction.Multiply), _y, _graph.Scale(2, _x));
    }

    [Fact]
    public void WhatAProductStretchesAnywayNeedsNoStretching()
    {
        Tensor one = Input("one", Shape.ScalarPerSample);

        Check(_graph.Multiply(one, _x), new Op.Binary(BinaryFunction.Multiply), _graph.Broadcast(_x.Shape, one), _x);
    }

    [Fact]
    public void AProductGoesIntoTheBranchThatIsNotZero()
    {
        Check(Where(_graph.Multiply(_x, _y), Zero), new Op.Binary(BinaryFunction.Multiply), Where(_x, Zero), _y);
        Check(Where(Zero, _graph.Multiply(_x, _y)), new Op.Binary(BinaryFunction.Multiply), Where(Zero, _x), _y);
        Check(Where(_graph.Multiply(_x, _y), Zero), new Op.Binary(BinaryFunction.Multiply), _y, Where(_x, Zero));
    }

    [Fact]
    public void RandomOperationsKeepTheirShapesAndNumbers()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            GraphBuilder graph = new(Precision.Double);
            List<Tensor> tensors = [.. new[] { "N×3", "N×3", "N×1", "3", "1" }.Select((shape, i) => graph.Input($"x{i}", "x", Shapes.Parse(shape)))];
            tensors.AddRange([graph.Constant(0), graph.Constant(1), graph.Constant(-0.5)]);
            for (int count = 0; count < 15; count++)
            {
                (Op op, Tensor[] inputs) = RandomOperation(random, tensors);
                Tensor result = graph.Apply(op, inputs);
                AssertSame(op, inputs, result);
                tensors.Add(result);
            }

            GraphVerifier.Verify(graph.Tensors);
        }
    }

    private static (Op Op, Tensor[] Inputs) RandomOperation(Random random, List<Tensor> tensors)
    {
        Tensor Any() => tensors[random.Next(tensors.Count)];
        return random.Next(7) switch
        {
            0 => (new Op.Scale(random.Next(-2, 3)), [Any()]),
            1 => (new Op.Binary(BinaryFunction.Add), [Any(), Any()]),
            2 or 3 => (new Op.Binary(BinaryFunction.Multiply), [Any(), Any()]),
            4 => (new Op.Where(Comparison.Positive), [tensors[random.Next(2)], Any(), Any()]),
            5 => (new Op.Unary(UnaryFunction.Negate), [Any()]),
            _ when Any() is { Shape.IsBatched: true } batched => (new Op.SumTo(Shape.ScalarPerSample), [batched]),
            _ => (new Op.Broadcast(Shape.PerSample(3)), [tensors[random.Next(2, 5)]]),
        };
    }

    private Tensor Input(string name, Shape shape) => _graph.Input(name, name, shape);

    private Tensor Where(Tensor then, Tensor otherwise) => _graph.Where(Comparison.Positive, _z, then, otherwise);

    private void Check(Tensor expected, Op op, params Tensor[] inputs)
    {
        Tensor result = _graph.Apply(op, inputs);

        Assert.Same(expected, result);
        AssertSame(op, inputs, result);
    }

    /// <summary>An operation that stays as it is.</summary>
    private void Check(string function, Op op, params Tensor[] inputs)
    {
        Tensor result = _graph.Apply(op, inputs);

        Assert.Equal(op, result.Op);
        Assert.Contains(function, GraphPrinter.Print([result]));
    }

    /// <summary>Asserts shape and numbers, the latter by computing the operation as it was asked for.</summary>
    private static void AssertSame(Op op, Tensor[] inputs, Tensor result)
    {
        Assert.Equal(ShapeRules.Infer(op, inputs), result.Shape);
        Interpreter interpreter = new(batch: 2);
        Random random = new(1);
        interpreter.Set(Leaves([.. inputs, result])
            .ToDictionary(leaf => leaf, leaf => Enumerable.Range(0, interpreter.Count(leaf.Shape)).Select(_ => (4 * random.NextDouble()) - 2).ToArray()));
        double[] expected = interpreter.Apply(op, result.Shape, [.. inputs.Select(input => (input.Shape, interpreter.Evaluate(input)))]);
        double scale = 1 + expected.Max(Math.Abs);
        Assert.All(expected.Zip(interpreter.Evaluate(result)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / scale, 0, 1e-10));
    }

    private static IEnumerable<Tensor> Leaves(IEnumerable<Tensor> tensors)
    {
        HashSet<Tensor> seen = [];
        Stack<Tensor> open = new(tensors);
        while (open.TryPop(out Tensor? tensor))
        {
            if (seen.Add(tensor))
            {
                tensor.Inputs.ToList().ForEach(open.Push);
            }
        }

        return seen.Where(tensor => tensor.Op is Op.Input).OrderBy(tensor => tensor.Id);
    }
}
