using System;
using System.Reflection;
using NetGen.Optimizers;

namespace NetGen.Compilation;

/// <summary>
/// The members that depend on labels and classes, bound by name to the class itself: a network with CrossEntropy on another activation than
/// Softmax takes labels, one with Softmax and another loss predicts, and neither is an IClassifier.
/// </summary>
public sealed class ClassMembers<T>
    where T : unmanaged
{
    private ClassMembers(object network)
    {
        Loss = Bind<LossMember>(network, "Loss");
        Backward = Bind<BackwardMember>(network, "Backward");
        BackwardToInputs = Bind<BackwardToInputsMember>(network, "Backward");
        TrainStep = Bind<TrainStepMember>(network, "TrainStep");
        TrainStepBy = Bind<TrainStepByMember>(network, "TrainStep");
        Predict = Bind<PredictMember>(network, "Predict");
        PredictAll = Bind<PredictAllMember>(network, "Predict");
    }

    public delegate T LossMember(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels);

    public delegate T BackwardMember(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradients);

    public delegate T BackwardToInputsMember(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradients, Span<T> inputGradients);

    public delegate T TrainStepMember(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate);

    public delegate T TrainStepByMember(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, IOptimizer<T> optimizer);

    public delegate int PredictMember(ReadOnlySpan<T> input);

    public delegate void PredictAllMember(ReadOnlySpan<T> inputs, Span<int> labels);

    public LossMember? Loss { get; }

    public BackwardMember? Backward { get; }

    public BackwardToInputsMember? BackwardToInputs { get; }

    public TrainStepMember? TrainStep { get; }

    public TrainStepByMember? TrainStepBy { get; }

    public PredictMember? Predict { get; }

    public PredictAllMember? PredictAll { get; }

    /// <summary>The members that the class has; the others are null.</summary>
    public static ClassMembers<T> Of(object network) => new(network);

    private static TDelegate? Bind<TDelegate>(object network, string name)
        where TDelegate : Delegate
    {
        Type[] parameters = Array.ConvertAll(typeof(TDelegate).GetMethod("Invoke")!.GetParameters(), parameter => parameter.ParameterType);
        return network.GetType().GetMethod(name, BindingFlags.Public | BindingFlags.Instance, parameters)?.CreateDelegate<TDelegate>(network);
    }
}
