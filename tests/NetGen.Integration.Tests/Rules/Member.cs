using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Compilation;
using NetGen.Optimizers;
using NetGen.Reference;

namespace NetGen.Integration.Tests.Rules;

/// <summary>A member of the surface as a function of named spans.</summary>
/// <param name="Name">Of the member, and what tells its overloads apart.</param>
/// <param name="Reads">Parameters of numbers that it reads.</param>
/// <param name="Writes">Parameters of numbers that it overwrites.</param>
/// <param name="Call">Calls it.</param>
internal sealed record Member<T>(string Name, string[] Reads, string[] Writes, Action<Arguments<T>> Call)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether it reads labels.</summary>
    public bool ReadsLabels { get; init; }

    /// <summary>Whether it overwrites labels.</summary>
    public bool WritesLabels { get; init; }

    /// <summary>Whether it writes the parameters, so that no span may overlap them.</summary>
    public bool Trains { get; init; }

    /// <summary>All members of a network that a declaration leads to, but for the conversions.</summary>
    public static IEnumerable<Member<T>> Of(object instance, NetworkSpec spec)
    {
        var network = (INetwork<T>)instance;
        yield return new("Forward", ["inputs"], ["outputs"], a => network.Forward(a["inputs"].Span, a["outputs"].Span));
        yield return new("Backpropagate", ["inputs", "outputGradients"], ["gradients", "inputGradients"], a =>
            network.Backpropagate(a["inputs"].Span, a["outputGradients"].Span, a["gradients"].Span, a["inputGradients"].Span));
        yield return new("Backpropagate without inputGradients", ["inputs", "outputGradients"], ["gradients"], a =>
            network.Backpropagate(a["inputs"].Span, a["outputGradients"].Span, a["gradients"].Span, []));

        IEnumerable<Member<T>> rest = [];
        rest = spec.Loss is null ? rest : rest.Concat(WithTargets((ITrainableNetwork<T>)instance));
        rest = spec.TakesLabels ? rest.Concat(WithLabels(ClassMembers<T>.Of(instance))) : rest;
        rest = spec.Predicts ? rest.Concat(Predictions(ClassMembers<T>.Of(instance))) : rest;
        foreach (Member<T> member in rest)
        {
            yield return member;
        }
    }

    /// <summary>The conversions between the compiled layout and the canonical order.</summary>
    public static IEnumerable<Member<T>> Conversions(INetwork<T> network) =>
    [
        new("ToCanonical", ["stored"], ["canonical"], a => network.ToCanonical(a["stored"].Span, a["canonical"].Span)),
        new("FromCanonical", ["canonical"], ["stored"], a => network.FromCanonical(a["canonical"].Span, a["stored"].Span)),
    ];

    public override string ToString() => Name;

    private static IEnumerable<Member<T>> WithTargets(ITrainableNetwork<T> network) =>
    [
        new("Loss", ["inputs", "targets"], [], a => a.Returned = network.Loss(a["inputs"].Span, a["targets"].Span)),
        new("Backward", ["inputs", "targets"], ["gradients"], a => a.Returned = network.Backward(a["inputs"].Span, a["targets"].Span, a["gradients"].Span)),
        new("Backward to inputs", ["inputs", "targets"], ["gradients", "inputGradients"], a =>
            a.Returned = network.Backward(a["inputs"].Span, a["targets"].Span, a["gradients"].Span, a["inputGradients"].Span)),
        new("TrainStep", ["inputs", "targets"], [], a => a.Returned = network.TrainStep(a["inputs"].Span, a["targets"].Span, a.LearningRate)) { Trains = true },
        TrainStepBy(optimizer => new("TrainStep by an optimizer", ["inputs", "targets"], [], a => a.Returned = network.TrainStep(a["inputs"].Span, a["targets"].Span, optimizer))),
    ];

    /// <summary>An optimizer without state, so that the same call does the same.</summary>
    private static Member<T> TrainStepBy(Func<IOptimizer<T>, Member<T>> member) => member(new Sgd<T>(0.125, weightDecay: 0.5)) with { Trains = true };

    private static IEnumerable<Member<T>> WithLabels(ClassMembers<T> network) =>
    [
        new("Loss of labels", ["inputs"], [], a => a.Returned = network.Loss!(a["inputs"].Span, a.Labels.Span)) { ReadsLabels = true },
        new("Backward of labels", ["inputs"], ["gradients"], a => a.Returned = network.Backward!(a["inputs"].Span, a.Labels.Span, a["gradients"].Span)) { ReadsLabels = true },
        new("Backward of labels to inputs", ["inputs"], ["gradients", "inputGradients"], a =>
            a.Returned = network.BackwardToInputs!(a["inputs"].Span, a.Labels.Span, a["gradients"].Span, a["inputGradients"].Span)) { ReadsLabels = true },
        new("TrainStep of labels", ["inputs"], [], a => a.Returned = network.TrainStep!(a["inputs"].Span, a.Labels.Span, a.LearningRate)) { ReadsLabels = true, Trains = true },
        TrainStepBy(optimizer => new("TrainStep of labels by an optimizer", ["inputs"], [], a => a.Returned = network.TrainStepBy!(a["inputs"].Span, a.Labels.Span, optimizer)) { ReadsLabels = true }),
    ];

    private static IEnumerable<Member<T>> Predictions(ClassMembers<T> network) =>
    [
        new("Predict of one", ["input"], [], a => a.Returned = T.CreateChecked(network.Predict!(a["input"].Span))),
        new("Predict of all", ["inputs"], [], a => network.PredictAll!(a["inputs"].Span, a.Labels.Span)) { WritesLabels = true },
    ];
}
