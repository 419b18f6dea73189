using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>From what a network can be asked for to how it runs.</summary>
internal static class NetworkPlanner
{
    public static NetworkPlan Plan(NetworkGraph graph, IReadOnlyList<NetworkProgram> programs, PlanOptions options, TargetProfile profile)
    {
        EquatableArray<LayerPlan> layers = LayerPlan.Choose(graph.Layers, options.Unroll, profile);
        ParameterLayout parameters = ParameterLayout.Create(graph, layers, profile);
        int rows = BlockRows(layers, profile);
        NetworkProgram? backward = programs.FirstOrDefault(program => program.Kind == ProgramKind.Backward);
        return new NetworkPlan(
            options.Precision,
            options.Loss,
            graph.Input.Shape.Length,
            graph.Output.Shape.Length,
            options.TakesLabels,
            options.Predicts,
            layers,
            parameters,
            rows,
            programs.Select(program => Plan(program, graph, layers, parameters, rows, profile)).ToEquatableArray(),
            backward is null ? EquatableArray<PenaltyPlan>.Empty : PenaltyPlanner.Plan(backward),
            profile);
    }

    /// <summary>As many samples as the working memory has room for; an activation, what it is made of, and a delta for every unit.</summary>
    private static int BlockRows(EquatableArray<LayerPlan> layers, TargetProfile profile)
    {
        if (layers.All(layer => layer.IsUnrolled))
        {
            return 1;
        }

        long numbers = layers.Sum(layer => 4L * layer.Layer.OutputShape.Length);
        return (int)Math.Max(profile.TileRows, Math.Min(profile.BlockRows, profile.BlockNumbers / numbers));
    }

    private static ProgramPlan Plan(
        NetworkProgram program, NetworkGraph graph, EquatableArray<LayerPlan> layers, ParameterLayout parameters, int rows, TargetProfile profile)
    {
        NetworkProgram expanded = new Expansion(graph.Builder).Expand(program);
        GraphVerifier.Verify(graph.Builder.Tensors);
        (IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values) = KernelBuilder.Build(expanded, layers, parameters);
        EquatableArray<MethodPlan> methods = MethodSplitter.Split(kernels, values, profile);
        int lanes = profile.AlignmentBytes / (graph.Input.Element == Precision.Double ? sizeof(double) : sizeof(float));
        (EquatableArray<ValuePlan> placed, int length) = ScratchPlanner.Place(values, methods, rows, lanes);
        return new ProgramPlan(program.Kind, methods, placed, length);
    }
}

/// <summary>What Planning is told beside the graph.</summary>
internal sealed record PlanOptions(Precision Precision, Unroll Unroll, LossFunction? Loss, bool TakesLabels, bool Predicts);
