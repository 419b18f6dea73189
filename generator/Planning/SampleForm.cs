using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>
/// Straight-line code with samples in the lanes: every number of a sample is a vector of as many samples, and weights are broadcast. Samples come in blocks,
/// which stand in memory number by number.
/// </summary>
/// <param name="Bits">Of the vectors.</param>
/// <param name="Rows">Samples of a block.</param>
/// <param name="Steps">What is done with each vector of samples; gradients follow, for all vectors of a block.</param>
/// <param name="Memory">The values that are in memory: those of the caller's, what gradients and errors are summed up from, and what loops make or read for others.</param>
/// <param name="MemoryLength">Numbers of memory.</param>
internal sealed record SampleForm(int Bits, int Rows, EquatableArray<SampleStep> Steps, EquatableArray<SamplePlace> Memory, int MemoryLength)
{
    private const int FewestLanes = 8;

    private static readonly int[] AllBits = [512, 256];

    /// <summary>The forms of a program, if it is worth their text and short enough for one method: for vectors of at least eight samples.</summary>
    public static EquatableArray<SampleForm> Of(ProgramKind kind, IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values, int elementBytes, TargetProfile profile)
    {
        long products = kernels.OfType<Kernel.Contract>().Where(contract => !contract.IsOptional).Sum(contract => (long)contract.Length * contract.Count);
        long numbers = kernels.Where(kernel => kernel is not Kernel.Outer).Sum(kernel => (long)kernel.Length);
        return kind is ProgramKind.Loss or ProgramKind.Backpropagate
            ? EquatableArray<SampleForm>.Empty
            : AllBits
                .Where(bits => bits / 8 / elementBytes >= FewestLanes && Math.Max(products, numbers) <= profile.SampleProducts && kernels.Count <= profile.SampleKernels(bits))
                .Select(bits => Of(bits, kernels, values, elementBytes, profile))
                .ToEquatableArray();
    }

    private static SampleForm Of(int bits, IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values, int elementBytes, TargetProfile profile)
    {
        Dictionary<string, ValuePlan> byName = values.ToDictionary(value => value.Name);
        int functions = kernels.Where(kernel => !kernel.IsOptional).OfType<Kernel.Map>().Sum(map => map.Length * map.Expression.Functions);
        SampleStep[] steps =
        [
            .. Group(
                KernelOrder.ErrorLast(kernels).Where(kernel => !kernel.IsOptional && byName[kernel.Target].Residence != Residence.Gradient),
                byName, functions > profile.SampleFunctions ? 0 : profile.SampleUnrolled(bits)),
        ];
        string[] kept =
        [
            .. values.Where(value => value.Residence == Residence.Argument && value.Name != "gx").Select(value => value.Name),
            .. kernels.SelectMany(SummedUp).Where(name => byName[name].Residence == Residence.Local),
            .. byName.ContainsKey(ProgramPlan.ErrorName) ? [ProgramPlan.ErrorName] : Enumerable.Empty<string>(),
        ];
        int line = profile.AlignmentBytes / elementBytes;
        int rows = Math.Max(line, Math.Min(profile.SampleRows, profile.SampleBytes / elementBytes / kept.Distinct().Sum(name => byName[name].Length) / line * line));
        List<SamplePlace> places = [];
        int offset = 0;
        Place(kept, rows);
        Place(steps.Where(step => step.IsLoop).SelectMany(step => OfLoop(step, kernels, byName)).Except(kept), bits / 8 / elementBytes);
        return new SampleForm(bits, rows, steps.ToEquatableArray(), places.ToEquatableArray(), offset);

        void Place(IEnumerable<string> names, int row)
        {
            foreach (string name in names.Distinct())
            {
                places.Add(new SamplePlace(name, offset, row));
                offset += byName[name].Length * row;
            }
        }
    }

    private static IEnumerable<string> SummedUp(Kernel kernel) => kernel switch
    {
        Kernel.Outer outer => [outer.Left, outer.Right],
        Kernel.Map { Accumulates: true, Expression: Expression.Element element } => [element.Value],
        _ => [],
    };

    /// <summary>Products of many terms become loops over the units, which take along the maps that follow.</summary>
    private static IEnumerable<SampleStep> Group(IEnumerable<Kernel> kernels, Dictionary<string, ValuePlan> values, int unrolled)
    {
        List<Kernel> loop = [];
        foreach (Kernel kernel in kernels)
        {
            if (loop.Count > 0 && kernel is Kernel.Map && kernel.Length == loop[0].Length && kernel.Reads.All(name => values[name].Length == 1 || values[name].Length == kernel.Length))
            {
                loop.Add(kernel);
                continue;
            }

            if (loop.Count > 0)
            {
                yield return new SampleStep(loop.ToEquatableArray(), true);
                loop.Clear();
            }

            if (kernel is Kernel.Contract contract && contract.Length > 1 && contract.Length * contract.Count > unrolled)
            {
                loop.Add(kernel);
            }
            else
            {
                yield return new SampleStep(EquatableArray.Of(kernel), false);
            }
        }

        if (loop.Count > 0)
        {
            yield return new SampleStep(loop.ToEquatableArray(), true);
        }
    }

    /// <summary>What others read of a loop, and what it reads of others number by number.</summary>
    private static IEnumerable<string> OfLoop(SampleStep loop, IReadOnlyList<Kernel> kernels, Dictionary<string, ValuePlan> values)
    {
        HashSet<string> made = [.. loop.Kernels.Select(kernel => kernel.Target)];
        IEnumerable<string> readByOthers = kernels.Where(kernel => !kernel.IsOptional && !loop.Kernels.Contains(kernel)).SelectMany(kernel => kernel.Reads).Where(made.Contains);
        IEnumerable<string> readOfOthers = loop.Kernels
            .SelectMany(kernel => kernel is Kernel.Contract contract ? contract.Reads.Where(name => name != contract.Vector && name != contract.Matrix && name != contract.Initial) : kernel.Reads)
            .Where(name => !made.Contains(name) && values[name] is { Length: > 1, Residence: Residence.Local });
        return readByOthers.Concat(readOfOthers);
    }
}

/// <summary>Where a value stands in memory, number by number: for all samples of a block, or for those of one vector, if nobody needs it behind that.</summary>
/// <param name="Value">The value.</param>
/// <param name="Offset">Where its first number stands.</param>
/// <param name="Row">From number to number: so many samples.</param>
internal sealed record SamplePlace(string Value, int Offset, int Row);

/// <summary>What is written together of samples in the lanes: a kernel number by number, or some in one loop over their numbers.</summary>
internal sealed record SampleStep(EquatableArray<Kernel> Kernels, bool IsLoop);
