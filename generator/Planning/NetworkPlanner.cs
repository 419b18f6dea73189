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
        bool isStraight = layers.All(layer => layer.IsUnrolled);
        if (!isStraight)
        {
            // Products of matrices run over a block of samples, straight-line code over one: a network is either.
            layers = layers.Select(layer => layer with { IsUnrolled = false }).ToEquatableArray();
        }

        ParameterLayout parameters = ParameterLayout.Create(graph, isStraight, profile);

        // A block of samples gives the loss on the way to the gradients.
        Draft[] drafts = [.. programs.Where(program => isStraight || program.Kind != ProgramKind.Loss).Select(program => Draft.Of(program, graph, layers, parameters, profile))];
        if (options.VectorSupport != VectorSupport.None)
        {
            IReadOnlyDictionary<ProgramKind, RowProgram> rows = new RowProgramPlanner(parameters, graph.Input.Element.Bytes(), profile).Plan(
                drafts.Select(draft => new KernelProgram(draft.Kind, draft.Kernels, draft.Values)));
            drafts = [.. drafts.Select(draft => draft with { Row = rows.TryGetValue(draft.Kind, out RowProgram? row) ? row : null })];
            if (options.Unroll != Unroll.None)
            {
                IReadOnlyDictionary<ProgramKind, SampleForm> samples = SamplePlanner.Plan(
                    drafts.Select(draft => new SampleProgram(draft.Kind, draft.Kernels, draft.Values)), parameters, graph.Input.Element.Bytes(), profile);
                drafts = [.. drafts.Select(draft => draft with { Samples = samples.TryGetValue(draft.Kind, out SampleForm? form) ? form : null })];
            }
        }

        NetworkProgram? backward = programs.FirstOrDefault(program => program.Kind == ProgramKind.Backward);
        EquatableArray<PenaltyPlan> penalties = backward is null ? EquatableArray<PenaltyPlan>.Empty : PenaltyPlanner.Plan(backward);
        return isStraight ? WithRows(1) : InBlocks(WithRows, layers, profile);

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
            options.VectorSupport,
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
            NetworkPlan filled = withRows(Math.Max(profile.TileRows, Math.Min(profile.BlockRows, profile.TileRows * room / Math.Max(1, smallest.WorkingLength()))));
            return filled.WorksOnStack && filled.AccumulatesOnStack == smallest.AccumulatesOnStack ? filled : smallest;
        }

        // An activation, what it is made of, and a delta for every unit.
        long numbers = layers.Sum(layer => 4L * layer.Layer.OutputShape.Length);
        return withRows((int)Math.Max(profile.TileRows, Math.Min(profile.BlockRows, profile.BlockNumbers / numbers)));
    }

    /// <summary>A program before it is known how many samples run together.</summary>
    private sealed record Draft(
        ProgramKind Kind, IReadOnlyList<Kernel> Kernels, IReadOnlyList<ValuePlan> Values, bool IsStraight, ParameterLayout Parameters,
        RowProgram? Row, SampleForm? Samples, int ElementBytes, TargetProfile Profile)
    {
        public static Draft Of(
            NetworkProgram program, NetworkGraph graph, EquatableArray<LayerPlan> layers, ParameterLayout parameters, TargetProfile profile)
        {
            NetworkProgram expanded = new Expansion(graph.Builder).Expand(program);
            GraphVerifier.Verify(graph.Builder.Tensors);
            (IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values) = KernelBuilder.Build(expanded, layers, parameters);
            bool isStraight = layers.All(layer => layer.IsUnrolled);
            return new Draft(program.Kind, kernels, values, isStraight, parameters, null, null, graph.Input.Element.Bytes(), profile);
        }

        public ProgramPlan Place(int rows)
        {
            if (IsStraight)
            {
                EquatableArray<MethodPlan> methods = MethodSplitter.Split(Kernels, Profile);
                (EquatableArray<ValuePlan> locals, int memory) = ScratchPlanner.Place(Values, methods);
                return new ProgramPlan(Kind, Kernels.ToEquatableArray(), methods, EquatableArray<Stage>.Empty, locals, memory, Row, Samples);
            }

            (EquatableArray<Stage> stages, IReadOnlyList<ValuePlan> values) = StagePlanner.Plan(Kernels, Values, Parameters, Profile.AlignmentBytes / ElementBytes);
            (EquatableArray<ValuePlan> placed, int length) = BlockScratchPlanner.Place(values, stages, rows, ElementBytes);
            return new ProgramPlan(Kind, Kernels.ToEquatableArray(), EquatableArray<MethodPlan>.Empty, stages, placed, length, Row, Samples);
        }
    }
}

/// <summary>What Planning is told beside the graph.</summary>
internal sealed record PlanOptions(Precision Precision, Unroll Unroll, LossFunction? Loss, bool TakesLabels, bool Predicts, VectorSupport VectorSupport);
