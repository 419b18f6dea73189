using System;
using System.Linq;
using System.Numerics;
using NetGen.Compilation;
using Xunit;

namespace NetGen.Integration.Tests.Support;

/// <summary>
/// Speaks to a network in canonical doubles. Whatever a result must not depend on is garbage here: the padding of θ holds the largest
/// finite number, and spans that a call overwrites hold NaN before it.
/// </summary>
internal sealed class NetworkUnderTest<T>
    where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private readonly bool[] _isPadding;

    public NetworkUnderTest(object network)
    {
        Network = (INetwork<T>)network;
        Members = ClassMembers<T>.Of(network);

        T[] marked = new T[Network.StorageLength];
        Network.FromCanonical([.. Enumerable.Repeat(T.One, Network.ParameterCount)], marked);
        _isPadding = [.. marked.Select(T.IsZero)];
    }

    public INetwork<T> Network { get; }

    public ITrainableNetwork<T> Trainable => (ITrainableNetwork<T>)Network;

    /// <summary>The members with labels, and Predict.</summary>
    public ClassMembers<T> Members { get; }

    public double[] Parameters
    {
        get => Canonical(Network.Parameters);
        set
        {
            T[] stored = new T[Network.StorageLength];
            Network.FromCanonical(Numbers.To<T>(value), stored);
            for (int i = 0; i < stored.Length; i++)
            {
                stored[i] = _isPadding[i] ? T.MaxValue : stored[i];
            }

            stored.CopyTo(Network.Parameters);
        }
    }

    public double[] Forward(double[] inputs)
    {
        T[] outputs = Unwritten(inputs.Length / Network.InputSize * Network.OutputSize);
        Network.Forward(Numbers.To<T>(inputs), outputs);
        return Numbers.From<T>(outputs);
    }

    public double Loss(double[] inputs, double[] targets) =>
        double.CreateTruncating(Trainable.Loss(Numbers.To<T>(inputs), Numbers.To<T>(targets)));

    /// <summary>By the overload without input gradients.</summary>
    public (double Loss, double[] Gradients) BackwardToParameters(double[] inputs, double[] targets)
    {
        T[] gradients = Unwritten(Network.StorageLength);
        T loss = Trainable.Backward(Numbers.To<T>(inputs), Numbers.To<T>(targets), gradients);
        return (double.CreateTruncating(loss), CanonicalGradients(gradients));
    }

    public (double Loss, double[] Gradients, double[] InputGradients) Backward(double[] inputs, double[] targets)
    {
        T[] gradients = Unwritten(Network.StorageLength);
        T[] inputGradients = Unwritten(inputs.Length);
        T loss = Trainable.Backward(Numbers.To<T>(inputs), Numbers.To<T>(targets), gradients, inputGradients);
        return (double.CreateTruncating(loss), CanonicalGradients(gradients), Numbers.From<T>(inputGradients));
    }

    public (double[] Gradients, double[] InputGradients) Backpropagate(double[] inputs, double[] outputGradients, bool toInputs = true)
    {
        T[] gradients = Unwritten(Network.StorageLength);
        T[] inputGradients = toInputs ? Unwritten(inputs.Length) : [];
        Network.Backpropagate(Numbers.To<T>(inputs), Numbers.To<T>(outputGradients), gradients, inputGradients);
        return (CanonicalGradients(gradients), Numbers.From<T>(inputGradients));
    }

    public double TrainStep(double[] inputs, double[] targets, double learningRate) =>
        double.CreateTruncating(Trainable.TrainStep(Numbers.To<T>(inputs), Numbers.To<T>(targets), T.CreateTruncating(learningRate)));

    public double Loss(double[] inputs, int[] labels) => double.CreateTruncating(Members.Loss!(Numbers.To<T>(inputs), labels));

    public (double Loss, double[] Gradients) BackwardToParameters(double[] inputs, int[] labels)
    {
        T[] gradients = Unwritten(Network.StorageLength);
        T loss = Members.Backward!(Numbers.To<T>(inputs), labels, gradients);
        return (double.CreateTruncating(loss), CanonicalGradients(gradients));
    }

    public (double Loss, double[] Gradients, double[] InputGradients) Backward(double[] inputs, int[] labels)
    {
        T[] gradients = Unwritten(Network.StorageLength);
        T[] inputGradients = Unwritten(inputs.Length);
        T loss = Members.BackwardToInputs!(Numbers.To<T>(inputs), labels, gradients, inputGradients);
        return (double.CreateTruncating(loss), CanonicalGradients(gradients), Numbers.From<T>(inputGradients));
    }

    public double TrainStep(double[] inputs, int[] labels, double learningRate) =>
        double.CreateTruncating(Members.TrainStep!(Numbers.To<T>(inputs), labels, T.CreateTruncating(learningRate)));

    public int[] Predict(double[] inputs)
    {
        int[] labels = new int[inputs.Length / Network.InputSize];
        Array.Fill(labels, -1);
        Members.PredictAll!(Numbers.To<T>(inputs), labels);
        return labels;
    }

    /// <summary>One sample after another, by the overload for one.</summary>
    public int[] PredictEach(double[] inputs) => [.. inputs.Chunk(Network.InputSize).Select(x => Members.Predict!(Numbers.To<T>(x)))];

    private double[] CanonicalGradients(T[] gradients)
    {
        for (int i = 0; i < gradients.Length; i++)
        {
            Assert.False(_isPadding[i] && !T.IsZero(gradients[i]), $"Gradient {gradients[i]} in the padding at {i}.");
        }

        return Canonical(gradients);
    }

    private double[] Canonical(ReadOnlySpan<T> stored)
    {
        T[] canonical = Unwritten(Network.ParameterCount);
        Network.ToCanonical(stored, canonical);
        return Numbers.From<T>(canonical);
    }

    private static T[] Unwritten(int length)
    {
        T[] values = new T[length];
        Array.Fill(values, T.NaN);
        return values;
    }
}
