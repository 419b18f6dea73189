using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>A program over many samples, in parts that it may share with others.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Kernels">By what.</param>
/// <param name="Values">What these work on.</param>
internal sealed record SampleProgram(ProgramKind Kind, IReadOnlyList<Kernel> Kernels, IReadOnlyList<ValuePlan> Values) : KernelProgram(Kind, Kernels, Values)
{
    private const string Output = "y";

    /// <summary>In the order of execution.</summary>
    public IReadOnlyList<SamplePart> Parts { get; private init; } = [];

    /// <summary>The sums over samples, which come behind all parts.</summary>
    public IEnumerable<Kernel> Gradients => Kernels.Where(IsGradient);

    /// <summary>
    /// The programs that begin with the same forward pass, this one first. Training names more values than predicting does: outputs and errors are made by the kernels that
    /// make them for the gradients. The deltas of the hidden layers are the same wherever that of the output comes from.
    /// </summary>
    public static IReadOnlyList<SampleProgram> Shared(IReadOnlyList<SampleProgram> programs)
    {
        SampleProgram forward = programs.Single(program => program.Kind == ProgramKind.Forward);
        SampleProgram backpropagate = programs.Single(program => program.Kind == ProgramKind.Backpropagate);
        SampleProgram? backward = programs.FirstOrDefault(program => program.Kind == ProgramKind.Backward);
        SampleProgram source = backward ?? backpropagate;
        SamplePart outputs = new(nameof(ProgramKind.Forward), source.Needed(kernel => kernel.Target == Output));
        if (outputs.Kernels.Length == 0)
        {
            return [forward with { Parts = [new(nameof(ProgramKind.Forward), [.. forward.Kernels])] }];
        }

        List<SampleProgram> shared = [forward with { Kernels = outputs.Kernels, Values = forward.With(source.Values), Parts = [outputs] }];
        Kernel[] fromOutputs = outputs.Kernels.All(backpropagate.Kernels.Contains) && (backward is null || backpropagate.AgreesWith(backward)) ? backpropagate.Without(outputs) : [];
        SamplePart deltas = new("Delta", []);
        if (backward is not null)
        {
            SamplePart errors = new(nameof(ProgramKind.Loss), [.. backward.Needed(kernel => kernel.Target == ProgramPlan.ErrorName).Except(outputs.Kernels)]);
            Kernel[] fromErrors = backward.Without(outputs, errors);
            deltas = deltas with { Kernels = Common(fromErrors, fromOutputs) };
            shared.Add(backward with { Parts = [outputs, errors, .. Split(ProgramKind.Backward, fromErrors, deltas)] });
        }

        if (fromOutputs.Length > 0)
        {
            shared.Add(backpropagate with { Parts = [outputs, .. Split(ProgramKind.Backpropagate, fromOutputs, deltas)] });
        }

        return shared;
    }

    private static IEnumerable<SamplePart> Split(ProgramKind kind, Kernel[] kernels, SamplePart common)
    {
        yield return new SamplePart(kind.ToString(), [.. kernels.Except(common.Kernels)]);
        if (common.Kernels.Length > 0)
        {
            yield return common;
        }
    }

    private IReadOnlyList<ValuePlan> With(IReadOnlyList<ValuePlan> others) => [.. Values, .. others.Where(other => Values.All(value => value.Name != other.Name))];

    private Kernel[] Without(params SamplePart[] parts) => [.. Kernels.Except(parts.SelectMany(part => part.Kernels)).Where(kernel => !IsGradient(kernel))];
}

/// <summary>Kernels that are one piece of the code.</summary>
internal sealed record SamplePart(string Name, Kernel[] Kernels);
