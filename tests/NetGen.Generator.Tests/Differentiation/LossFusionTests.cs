using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Lowering.Activations;
using NetGen.Generator.Lowering.Losses;
using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Differentiation;

/// <summary>Softmax with CrossEntropy and Sigmoid with BinaryCrossEntropy are rewritten; every other pair stays as it is.</summary>
public sealed class LossFusionTests
{
    private const int Units = 3;

    private static readonly double[] Logits = [0.3, -1.2, 2];
    private static readonly double[] Targets = [0.25, 0, 0.9];

    private readonly GraphBuilder _graph = new(Precision.Double);
    private readonly Tensor _z;
    private readonly Tensor _t;

    public LossFusionTests()
    {
        _z = _graph.Input("z", "z", Shape.PerSample(Units));
        _t = _graph.Input("t", "t", Shape.PerSample(Units));
    }

    [Fact]
    public void OnlyTheTwoPairsAreRewritten()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            foreach (LossFunction loss in Enum.GetValues<LossFunction>())
            {
                Tensor error = Error(activation, loss);
                bool isRewritten = LossFusion.Rewrite(_graph, error) != error;

                Assert.True(isRewritten == (activation, loss) is (Activation.Softmax, LossFunction.CrossEntropy) or (Activation.Sigmoid, LossFunction.BinaryCrossEntropy), $"{activation} {loss}");
            }
        }
    }

    [Fact]
    public void TheFormFromTheLogitsHasTheSameValue()
    {
        AssertFused(Error(Activation.Softmax, LossFunction.CrossEntropy), new Op.SoftmaxCrossEntropy());
        AssertFused(Error(Activation.Sigmoid, LossFunction.BinaryCrossEntropy), new Op.Binary(BinaryFunction.BinaryCrossEntropy));
    }

    [Fact]
    public void TheDeltaOfSoftmaxIsThatOfTheTextbook()
    {
        double[] y = Evaluate(_graph.Apply(new Op.Softmax(), _z));

        AssertClose([.. y.Zip(Targets, (a, t) => (a * Targets.Sum()) - t)], Delta(Activation.Softmax, LossFunction.CrossEntropy));
    }

    [Fact]
    public void TheDeltaOfTheSigmoidIsThatOfTheTextbook()
    {
        double[] y = Evaluate(_graph.Apply(UnaryFunction.Sigmoid, _z));

        AssertClose([.. y.Zip(Targets, (a, t) => (a - t) / Units)], Delta(Activation.Sigmoid, LossFunction.BinaryCrossEntropy));
    }

    [Fact]
    public void ACrossEntropyWithinALargerObjectiveIsFound()
    {
        Tensor error = _graph.Square(Error(Activation.Softmax, LossFunction.CrossEntropy));

        AssertFused(error, new Op.SoftmaxCrossEntropy());
    }

    [Fact]
    public void WhatOnlyLooksAlikeStays()
    {
        Tensor y = _graph.Apply(UnaryFunction.Sigmoid, _z);
        Tensor one = _graph.Constant(1);
        Tensor complement = _graph.Subtract(one, y);
        Tensor[] others =
        [
            // Another complement than 1 − t, and one of another y.
            Likelihood(_t, y, _graph.Subtract(_graph.Constant(2), _t), complement),
            Likelihood(_t, y, _graph.Subtract(one, _t), _graph.Subtract(one, _graph.Apply(UnaryFunction.Sigmoid, _t))),

            // A sum over the batch, not over the sample.
            _graph.SumTo(Shape.Fixed(Units), _graph.Apply(BinaryFunction.XLogY, _t, _graph.Apply(new Op.Softmax(), _z))),
        ];

        Assert.All(others, error => Assert.Same(error, LossFusion.Rewrite(_graph, error)));
    }

    private Tensor Likelihood(Tensor t, Tensor y, Tensor otherT, Tensor otherY) =>
        _graph.Add(_graph.Apply(BinaryFunction.XLogY, t, y), _graph.Apply(BinaryFunction.XLogY, otherT, otherY));

    private Tensor Error(Activation activation, LossFunction loss)
    {
        Tensor y = ActivationRegistry.Find(activation)!.Apply(_graph, _z, new ActivationOptions(Alpha: 0.5, ReluGradientAtZero: 0));
        return LossRegistry.Find(loss)!.Apply(_graph, y, _t);
    }

    private double[] Delta(Activation activation, LossFunction loss)
    {
        Tensor error = LossFusion.Rewrite(_graph, Error(activation, loss));
        return Evaluate(ReverseWalk.Differentiate(_graph, [(error, _graph.Constant(1))], [_z])[_z]);
    }

    private void AssertFused(Tensor error, Op op)
    {
        Tensor rewritten = LossFusion.Rewrite(_graph, error);

        Op[] ops = [.. Reachable.From([rewritten]).Select(tensor => tensor.Op)];
        Assert.Contains(op, ops);
        Assert.DoesNotContain(new Op.Binary(BinaryFunction.XLogY), ops);
        AssertClose(Evaluate(error), Evaluate(rewritten));
    }

    private double[] Evaluate(Tensor tensor)
    {
        Interpreter interpreter = new(batch: 1);
        interpreter.Set(new Dictionary<Tensor, double[]> { [_z] = Logits, [_t] = Targets });
        return interpreter.Evaluate(tensor);
    }

    private static void AssertClose(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
