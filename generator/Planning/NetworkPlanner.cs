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
        Draft[] drafts = [.. programs.Select(program => Draft.Of(program, graph, layers, parameters, profile))];
        NetworkProgram? backward = programs.FirstOrDefault(program => program.Kind == ProgramKind.Backward);
        EquatableArray<PenaltyPlan> penalties = backward is null ? EquatableArray<PenaltyPlan>.Empty : PenaltyPlanner.Plan(backward);
        return layers.All(layer => layer.IsUnrolled) ? WithRows(1) : InBlocks(WithRows, layers, profile);

        NetworkPlan WithRows(int rows) => new(
            options.Precision,
            options.Loss,
            graph.Input.Shape.Length,
            graph.Output.Shape.Length,
            options.TakesLabels,
            options.Predicts,
            layers,
            parameters,
            rows,
            drafts.Select(draft => draft.Place(rows)).ToEquatableArray(),
            penalties,
            profile);
    }

    /// <summary>
    /// As many samples in a block as the stack has room for, if the network is small and that is a tile at least: it then allocates nothing, ever. Otherwise
    /// as many as run best, in memory that is kept per thread.
    /// </summary>
    private static NetworkPlan InBlocks(Func<int, NetworkPlan> withRows, EquatableArray<LayerPlan> layers, TargetProfile profile)
    {
        NetworkPlan smallest = withRows(profile.TileRows);
        bool isSmall = (long)smallest.Parameters.StorageLength * smallest.ElementBytes <= profile.CacheBytes;
        if (isSmall && smallest.WorksOnStack)
        {
            // The gradients of a training step keep their room.
            int room = (profile.StackBudget / smallest.ElementBytes) - (smallest.AccumulatesOnStack ? smallest.Parameters.StorageLength : 0);
            NetworkPlan filled = withRows(Math.Max(profile.TileRows, Math.Min(profile.BlockRows, profile.TileRows * room / smallest.WorkingLength())));
            return filled.WorksOnStack && filled.AccumulatesOnStack == smallest.AccumulatesOnStack ? filled : smallest;
        }

        // An activation, what it is made of, and a delta for every unit.
        long numbers = layers.Sum(layer => 4L * layer.Layer.OutputShape.Length);
        return withRows((int)Math.Max(profile.TileRows, Math.Min(profile.BlockRows, profile.BlockNumbers / numbers)));
    }

    /// <summary>A program before it is known how many samples run together.</summary>
    private sealed record Draft(ProgramKind Kind, IReadOnlyList<ValuePlan> Values, EquatableArray<MethodPlan> Methods, int Lanes)
    {
        public static Draft Of(
            NetworkProgram program, NetworkGraph graph, EquatableArray<LayerPlan> layers, ParameterLayout parameters, TargetProfile profile)
        {
            NetworkProgram expanded = new Expansion(graph.Builder).Expand(program);
            GraphVerifier.Verify(graph.Builder.Tensors);
            (IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values) = KernelBuilder.Build(expanded, layers, parameters);
            int lanes = profile.AlignmentBytes / graph.Input.Element.Bytes();
            return new Draft(program.Kind, values, MethodSplitter.Split(kernels, values, profile), lanes);
        }

        public ProgramPlan Place(int rows)
        {
            (EquatableArray<ValuePlan> placed, int length) = ScratchPlanner.Place(Values, Methods, rows, Lanes);
            return new ProgramPlan(Kind, Methods, placed, length);
        }
    }
}

/// <summary>What Planning is told beside the graph.</summary>
internal sealed record PlanOptions(Precision Precision, Unroll Unroll, LossFunction? Loss, bool TakesLabels, bool Predicts);
