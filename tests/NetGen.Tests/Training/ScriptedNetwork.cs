using System;
using System.Collections.Generic;
using NetGen.Data;
using NetGen.Optimizers;

namespace NetGen.Tests.Training;

/// <summary>
/// A network that does what a test says and notes what a trainer does with it: its one parameter counts the steps when plain SGD with a rate of 1 trains it,
/// its outputs are its inputs, and its losses are given.
/// </summary>
internal sealed class ScriptedNetwork : ITrainableNetwork<double>
{
    private readonly double[] _parameters = new double[1];

    /// <summary>The inputs of each batch that was learned from.</summary>
    public List<double[]> Batches { get; } = [];

    /// <summary>The inputs of each batch whose loss was evaluated.</summary>
    public List<double[]> EvaluatedBatches { get; } = [];

    /// <summary>The rates of the steps that were made by TrainStep.</summary>
    public List<double> LearningRates { get; } = [];

    /// <summary>The loss of a batch, by its index since the beginning.</summary>
    public Func<int, double> TrainingLoss { get; set; } = _ => 1;

    /// <summary>The loss of an evaluated batch, by its index since the beginning.</summary>
    public Func<int, double> EvaluationLoss { get; set; } = _ => 1;

    public int InputSize => 1;

    public int OutputSize => 1;

    public int ParameterCount => 1;

    public int StorageLength => 1;

    public NetworkInfo Info { get; } = new("ScriptedNetwork", Precision.Double, LossFunction.MeanSquaredError, [], 1, 1, 0, 0, "");

    public Span<double> Parameters => _parameters;

    public double Parameter => _parameters[0];

    /// <summary>Samples whose inputs are 0, 1, 2, …, and whose targets are the same.</summary>
    public static Dataset<double> Samples(int count)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = i;
        }

        return new Dataset<double>(numbers, 1, numbers, 1);
    }

    public double TrainStep(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, double learningRate)
    {
        Assert(inputs.SequenceEqual(targets));
        LearningRates.Add(learningRate);
        _parameters[0] += learningRate;
        return Learn(inputs);
    }

    public double TrainStep(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, IOptimizer<double> optimizer)
    {
        double[] gradients = new double[1];
        double loss = Backward(inputs, targets, gradients);
        if (double.IsFinite(loss))
        {
            optimizer.Step(_parameters, gradients);
        }

        return loss;
    }

    public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, Span<double> gradients)
    {
        Assert(inputs.SequenceEqual(targets));
        gradients[0] = -1;
        return Learn(inputs);
    }

    public double Loss(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        Assert(inputs.SequenceEqual(targets));
        EvaluatedBatches.Add(inputs.ToArray());
        return EvaluationLoss(EvaluatedBatches.Count - 1);
    }

    public void Forward(ReadOnlySpan<double> inputs, Span<double> outputs) => inputs.CopyTo(outputs);

    public void ToCanonical(ReadOnlySpan<double> stored, Span<double> canonical) => stored.CopyTo(canonical);

    public void FromCanonical(ReadOnlySpan<double> canonical, Span<double> stored) => canonical.CopyTo(stored);

    public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, Span<double> gradients, Span<double> inputGradients) =>
        throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<double> inputs, ReadOnlySpan<double> outputGradients, Span<double> gradients, Span<double> inputGradients) =>
        throw new NotSupportedException();

    public void Initialize(ulong seed) => throw new NotSupportedException();

    private static void Assert(bool isEqual) => Xunit.Assert.True(isEqual, "The targets of a batch are not those of its inputs.");

    private double Learn(ReadOnlySpan<double> inputs)
    {
        Batches.Add(inputs.ToArray());
        return TrainingLoss(Batches.Count - 1);
    }
}
