using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Lowering;
using NetGen.Generator.Lowering.Losses;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator;

/// <summary>The whole flow as pure functions from a model to a file; no Roslyn.</summary>
internal static class NetworkCompiler
{
    /// <summary>What Lowering and Planning have to say of a declaration.</summary>
    public static EquatableArray<Finding> Check(NetworkModel model)
    {
        (NetworkGraph? graph, EquatableArray<Finding> findings) = NetworkLowering.Lower(model);
        if (graph is null)
        {
            return findings;
        }

        // What a network takes is known only when it is planned, which costs too much to be done for nothing.
        IEnumerable<Finding> all = model.Budget is null ? findings : Plan(model, TargetProfile.Default).Findings;
        return all.Concat(Refusals(LayerPlan.Choose(graph.Layers, model.Unroll, TargetProfile.Default))).ToEquatableArray();
    }

    /// <summary>The text of the generated file.</summary>
    /// <param name="model">The declaration.</param>
    /// <param name="errors">The texts of the errors that Parsing found: with any, every member throws.</param>
    /// <param name="describe">Turns a finding into the text the user reads, its id in front; null for one that is no error.</param>
    public static string Compile(NetworkModel model, EquatableArray<string> errors, Func<Finding, string?> describe)
    {
        if (errors.Count > 0)
        {
            return FailedNetworkEmitter.Emit(model, errors);
        }

        (NetworkPlan? plan, EquatableArray<Finding> findings) = Plan(model, TargetProfile.Default);
        return plan is null
            ? FailedNetworkEmitter.Emit(model, findings.Select(describe).OfType<string>().ToEquatableArray())
            : NetworkEmitter.Emit(model.Type, plan);
    }

    /// <summary>The name of the network and the table of its layers and costs, as it also stands in its documentation.</summary>
    public static string Summarize(NetworkModel model)
    {
        IEnumerable<string> table = Plan(model, TargetProfile.Default).Plan is { } plan ? PlanPrinter.Table(plan) : ["not compiled: its declaration has errors"];
        return string.Join("\n", table.Prepend(model.Type.FullName));
    }

    /// <summary>All decisions of how the network runs; null where the declaration has errors.</summary>
    public static (NetworkPlan? Plan, EquatableArray<Finding> Findings) Plan(NetworkModel model, TargetProfile profile)
    {
        (NetworkGraph? graph, EquatableArray<Finding> findings) = NetworkLowering.Lower(model);
        if (graph is null)
        {
            return (null, findings);
        }

        GraphVerifier.Verify(graph.Builder.Tensors);
        IReadOnlyList<NetworkProgram> programs = ProgramBuilder.Build(graph);
        GraphVerifier.Verify(graph.Builder.Tensors);
        PlanOptions options = new(
            model.Precision,
            model.Unroll,
            model.Loss,
            TakesLabels: model.Loss is { } loss && LossRegistry.Find(loss)!.TakesLabels,
            Predicts: graph.Layers[graph.Layers.Count - 1].Activation == Activation.Softmax,
            model.VectorSupport);
        NetworkPlan plan = NetworkPlanner.Plan(graph, programs, options, profile) with { Budget = model.Budget };
        Finding[] exceeded = model.Budget is { } budget ? [.. BudgetCheck.Find(plan, budget)] : [];
        return exceeded.Length == 0 ? (plan, findings) : (null, findings.Concat(exceeded).ToEquatableArray());
    }

    private static IEnumerable<Finding> Refusals(EquatableArray<LayerPlan> layers) =>
        from index in Enumerable.Range(0, layers.Count)
        let refusal = layers[index].Refused
        where refusal is not null
        select new Finding(
            FindingIds.UnrollingRefused,
            FindingTarget.Layer(index),
            new[] { layers[index].Layer.Name, $"{refusal.Count}", refusal.What, $"{refusal.Ceiling}" }.ToEquatableArray());
}
