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
    /// <summary>The outputs of the network.</summary>
    public const string Output = "y";

    /// <summary>In the order of execution.</summary>
    public IReadOnlyList<SamplePart> Parts { get; private init; } = [];

    /// <summary>The sums over samples, which come behind all parts.</summary>
    public IEnumerable<Kernel> Gradients => Kernels.Where(IsGradient);

    /// <summary>
    /// The programs that begin with the same forward pass, this one first, for vectors of one width. Training names more values than predicting does: outputs and errors are made by the kernels that
    /// make them for the gradients. The deltas of the hidden layers are the same wherever that of the output comes from.
    /// </summary>
    public static IReadOnlyList<SampleProgram> Shared(IReadOnlyList<SampleProgram> programs, int bits, TargetProfile profile)
    {
        SampleProgram forward = programs.Single(program => program.Kind == ProgramKind.Forward);
        SampleProgram backpropagate = programs.Single(program => program.Kind == ProgramKind.Backpropagate);
        SampleProgram? backward = programs.FirstOrDefault(program => program.Kind == ProgramKind.Backward);
        SampleProgram source = backward ?? backpropagate;
        Kernel[] outputs = source.Needed(kernel => kernel.Target == Output);
        if (outputs.Length == 0)
        {
            return [forward with { Parts = [new(nameof(ProgramKind.Forward), [.. forward.Kernels])] }];
        }

        SamplePart[] parts = [.. ForwardParts(outputs, bits, profile)];
        List<SampleProgram> shared = [forward with { Kernels = outputs, Values = [.. forward.ValuesWith(source.Values)], Parts = parts }];
        Kernel[] fromOutputs = outputs.All(backpropagate.Kernels.Contains) && (backward is null || backpropagate.AgreesWith(backward)) ? backpropagate.Without(outputs) : [];
        SamplePart deltas = new("Delta", []);
        if (backward is not null)
        {
            SamplePart errors = new(nameof(ProgramKind.Loss), [.. backward.Needed(kernel => kernel.Target == ProgramPlan.ErrorName).Except(outputs)]);
            Kernel[] fromErrors = backward.Without([.. outputs, .. errors.Kernels]);
            deltas = deltas with { Kernels = Common(fromErrors, fromOutputs) };
            shared.Add(backward with { Parts = [.. parts, errors, .. Split(ProgramKind.Backward, fromErrors, deltas)] });
        }

        if (fromOutputs.Length > 0)
        {
            shared.Add(backpropagate with { Parts = [.. parts, .. Split(ProgramKind.Backpropagate, fromOutputs, deltas)] });
        }

        return shared;
    }

    /// <summary>
    /// The forward pass. Behind products in loops, functions such as those of a softmax are a part of their own: they wait for each other, and by themselves the processor
    /// has more vectors of samples at hand meanwhile. Products that are written out are enough for that.
    /// </summary>
    private static IEnumerable<SamplePart> ForwardParts(Kernel[] kernels, int bits, TargetProfile profile)
    {
        int products = kernels.ToList().FindLastIndex(kernel => kernel is Kernel.Contract) + 1;
        int functions = kernels.Skip(products).OfType<Kernel.Map>().Sum(map => map.Length * map.Expression.Functions);
        bool isLooped = kernels.OfType<Kernel.Contract>().Any(contract => contract.Length * contract.Count > profile.SampleUnrolled(bits));
        int first = isLooped && functions >= profile.SampleOutputFunctions ? products : kernels.Length;
        yield return new SamplePart(nameof(ProgramKind.Forward), [.. kernels.Take(first)]);
        if (first < kernels.Length)
        {
            yield return new SamplePart("Output", [.. kernels.Skip(first)]);
        }
    }

    private static IEnumerable<SamplePart> Split(ProgramKind kind, Kernel[] kernels, SamplePart common)
    {
        yield return new SamplePart(kind.ToString(), [.. kernels.Except(common.Kernels)]);
        if (common.Kernels.Length > 0)
        {
            yield return common;
        }
    }

    private bool IsGradient(Kernel kernel) => Values.First(value => value.Name == kernel.Target).Residence == Residence.Gradient;

    private Kernel[] Without(Kernel[] others) => [.. Kernels.Except(others).Where(kernel => !IsGradient(kernel))];
}

/// <summary>Kernels that are one piece of the code.</summary>
internal sealed record SamplePart(string Name, Kernel[] Kernels);
