using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>Finds out which programs have a method for one sample in vectors, and which of them share one.</summary>
internal sealed class RowProgramPlanner(ParameterLayout parameters, int elementBytes, TargetProfile profile)
{
    private const string OutputGradient = "gy";

    /// <summary>The methods, by the programs that they serve.</summary>
    public IReadOnlyDictionary<ProgramKind, RowProgram> Plan(IEnumerable<KernelProgram> programs)
    {
        Dictionary<ProgramKind, KernelProgram> byKind = programs.ToDictionary(program => program.Kind);
        Dictionary<ProgramKind, RowProgram> planned = [];
        KernelProgram backpropagate = byKind[ProgramKind.Backpropagate];
        Add(Whole(byKind[ProgramKind.Forward]), ProgramKind.Forward);
        if (!byKind.TryGetValue(ProgramKind.Backward, out KernelProgram backward))
        {
            Add(Whole(backpropagate), ProgramKind.Backpropagate);
            return planned;
        }

        RowProgram alone = Whole(backward);
        RowProgram? shared = Shared(backward, Named(backpropagate, backward));
        if (shared is null || shared.Forms.Count < alone.Forms.Count)
        {
            Add(alone, ProgramKind.Backward);
        }
        else
        {
            Add(shared, ProgramKind.Backward, ProgramKind.Backpropagate);
        }

        return planned;

        void Add(RowProgram program, params ProgramKind[] kinds)
        {
            foreach (ProgramKind kind in kinds.Where(_ => program.Forms.Count > 0))
            {
                planned.Add(kind, program);
            }
        }
    }

    /// <summary>A program whose kernels run one after another.</summary>
    private RowProgram Whole(KernelProgram program) => InForms(new(
        program.Kind, program.ErrorLast.ToEquatableArray(), Nothing, Nothing, Nothing, Nothing, program.Values.ToEquatableArray(), EquatableArray<RowForm>.Empty));

    /// <summary>One method for the loss and for the backward passes from the targets and from a gradient of the outputs, if these have the deltas of the hidden layers in common.</summary>
    private RowProgram? Shared(KernelProgram backward, KernelProgram backpropagate)
    {
        Kernel[] needed = backward.Needed(kernel => kernel.IsWaitedFor);
        Kernel[] outputs = [.. needed.Except(backward.Following("t", "scale"))];
        Kernel[] fromTargets = [.. needed.Except(outputs)];
        Kernel[] fromOutputs = [.. backpropagate.Kernels.Except(outputs)];
        Kernel[] deltas = KernelProgram.Common(fromTargets, fromOutputs);
        RowProgram shared = new(
            ProgramKind.Backward,
            outputs.ToEquatableArray(),
            backward.Needed(kernel => kernel.Target == ProgramPlan.ErrorName).Except(outputs).ToEquatableArray(),
            fromTargets.Except(deltas).ToEquatableArray(),
            fromOutputs.Except(deltas).ToEquatableArray(),
            deltas.ToEquatableArray(),
            backward.ValuesWith(backpropagate.Values).ToEquatableArray(),
            EquatableArray<RowForm>.Empty);
        return backward.AgreesWith(backpropagate) && AreApart(shared) ? InForms(shared) : null;
    }

    /// <summary>Whether the two ways to the deltas are short and begin with the same, and no name is made twice.</summary>
    private static bool AreApart(RowProgram shared)
    {
        HashSet<string> made = [.. shared.Outputs.Concat(shared.Deltas).Select(kernel => kernel.Target)];
        return shared.Deltas.Count > 0
            && shared.FromTargets.Concat(shared.FromOutputs).All(kernel => kernel is Kernel.Map { Accumulates: false } or Kernel.Reduce && !made.Contains(kernel.Target))
            && new HashSet<string>(shared.Begin(shared.FromTargets)).SetEquals(shared.Begin(shared.FromOutputs));
    }

    /// <summary>
    /// Where the outputs are those of the last product, their gradient is its delta: it gets the name that this has in the backward pass.
    /// </summary>
    private static KernelProgram Named(KernelProgram backpropagate, KernelProgram backward)
    {
        string? delta = backpropagate.Kernels.OfType<Kernel.Outer>()
            .Where(outer => outer.Right == OutputGradient)
            .SelectMany(outer => backward.Kernels.OfType<Kernel.Outer>().Where(known => known.Target == outer.Target))
            .Select(known => known.Right)
            .FirstOrDefault();
        if (delta is null)
        {
            return backpropagate;
        }

        ValuePlan value = backward.Values.First(value => value.Name == delta);
        Kernel named = new Kernel.Map(delta, value.Length, true, false, new Expression.Element(OutputGradient), false);
        return backpropagate with
        {
            Kernels = [named, .. backpropagate.Kernels.Select(kernel => kernel.Reading(OutputGradient, delta))],
            Values = [.. backpropagate.Values, value],
        };
    }

    private RowProgram InForms(RowProgram program) =>
        program with { Forms = RowForm.Of(program.Kernels, program.Values, parameters, elementBytes, profile) };

    private static EquatableArray<Kernel> Nothing => EquatableArray<Kernel>.Empty;
}
