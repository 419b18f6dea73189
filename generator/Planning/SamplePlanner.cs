using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>Plans the forms with samples in the lanes. All programs of a network and all widths share a block of memory, and programs the pieces that they have in common.</summary>
internal sealed class SamplePlanner
{
    private const int FewestLanes = 8;

    private static readonly int[] AllBits = [512, 256];

    private readonly TargetProfile _profile;
    private readonly ParameterLayout _parameters;
    private readonly int _elementBytes;
    private readonly IReadOnlyList<SampleProgram> _programs;
    private readonly Dictionary<string, ValuePlan> _values = [];

    private SamplePlanner(IReadOnlyList<SampleProgram> programs, ParameterLayout parameters, int elementBytes, TargetProfile profile)
    {
        _parameters = parameters;
        _profile = profile;
        _elementBytes = elementBytes;
        _programs = programs;

        // The output is what the forward pass gives back, and an intermediate value of the others.
        foreach (ValuePlan value in programs.SelectMany(program => program.Values).Where(value => !_values.ContainsKey(value.Name)))
        {
            _values.Add(value.Name, value);
        }
    }

    /// <summary>The form of every program, if a network is worth their text: for vectors of at least eight samples, and matrices of one panel.</summary>
    public static IReadOnlyDictionary<ProgramKind, SampleForm> Plan(IEnumerable<SampleProgram> programs, ParameterLayout parameters, int elementBytes, TargetProfile profile)
    {
        SampleProgram[] whole = [.. programs.Select(program => program with { Kernels = [.. Whole(program.Kernels).Where(kernel => !kernel.IsOptional)] })];
        SampleProgram forward = whole.Single(program => program.Kind == ProgramKind.Forward);
        int[] widths =
        [
            .. AllBits.Where(bits => bits / 8 / elementBytes >= FewestLanes && parameters.Blocks.All(block => block.Storage.Panels == 1) && IsWorthIt(forward, bits, profile)),
        ];
        if (widths.Length > 0)
        {
            // The others need all that the forward pass does: what is shared is looked for only where that is short enough.
            IReadOnlyList<SampleProgram> shared = SampleProgram.Shared(whole, profile);
            widths = [.. widths.Where(bits => shared.All(program => IsWorthIt(program, bits, profile)))];
            if (widths.Length > 0)
            {
                return new SamplePlanner(shared, parameters, elementBytes, profile).Forms(widths);
            }
        }

        return new Dictionary<ProgramKind, SampleForm>();
    }

    private static bool IsWorthIt(SampleProgram program, int bits, TargetProfile profile)
    {
        long products = program.Kernels.OfType<Kernel.Contract>().Sum(contract => (long)contract.Length * contract.Count);
        long numbers = program.Kernels.Where(kernel => kernel is not Kernel.Outer).Sum(kernel => (long)kernel.Length);
        return products <= profile.SampleProducts(bits) && numbers <= profile.SampleNumbers && program.Kernels.Count <= profile.SampleKernels(bits);
    }

    private Dictionary<ProgramKind, SampleForm> Forms(int[] widths)
    {
        Dictionary<SamplePart, SampleStep[]>[] steps =
            [.. widths.Select(bits => _programs.SelectMany(program => program.Parts).Distinct().ToDictionary(part => part, part => Group(part.Kernels, bits).ToArray()))];
        IReadOnlyList<SamplePart> forward = _programs[0].Parts;
        string[] betweenForward = [.. Arguments(_programs[0]), .. HandedOn(_programs[0])];
        string[] ofForward = [.. betweenForward, .. widths.SelectMany((bits, index) => forward.SelectMany(part => Looped(steps[index][part], bits)))];
        string[] kept =
        [
            .. Arguments(_programs[0]),
            .. _programs.SelectMany(HandedOn),
            .. _programs.Skip(1).SelectMany(Arguments),
            .. _programs.SelectMany(program => program.Gradients).SelectMany(kernel => kernel.Reads),
            .. _values.ContainsKey(ProgramPlan.ErrorName) ? [ProgramPlan.ErrorName] : Enumerable.Empty<string>(),
        ];
        HashSet<string> ofBlock = [.. kept];
        int line = _profile.AlignmentBytes / _elementBytes;
        int rows = Math.Max(line, Math.Min(_profile.SampleRows, _profile.SampleBytes / _elementBytes / ofBlock.Sum(name => _values[name].Length) / line * line));

        long products = _programs[0].Kernels.OfType<Kernel.Contract>().Sum(contract => (long)contract.Length * contract.Count);
        bool hasHalves = widths.Length > 1 && products <= _profile.SampleHalves && _programs[0].Kernels.All(kernel => widths.Select(bits => OrderOf(kernel, bits)).Distinct().Count() == 1);
        int halfLanes = hasHalves ? widths[1] / 8 / _elementBytes : 0;

        // What the forward pass needs stands first, so that it takes no more memory than that.
        List<SamplePlace> places = [];
        int length = 0;
        int lengthOfForward = Placed(ofForward);
        Placed([.. kept, .. widths.SelectMany((bits, index) => steps[index].Values.SelectMany(own => Looped(own, bits)))]);
        Dictionary<SamplePart, SamplePiece>[] pieces = [.. widths.Select((bits, index) => steps[index].ToDictionary(pair => pair.Key, pair => Piece(pair.Key, pair.Value, bits)))];
        return _programs.ToDictionary(program => program.Kind, program => new SampleForm(
            widths.Select((bits, index) => new SampleWidth(bits, program.Parts.Select(part => pieces[index][part]).ToEquatableArray())).ToEquatableArray(),
            rows,
            places.ToEquatableArray(),
            program == _programs[0] ? lengthOfForward : length,
            _values.Values.ToEquatableArray(),
            halfLanes));

        int Placed(IEnumerable<string> names)
        {
            foreach (string name in names.Where(name => places.All(place => place.Value != name)))
            {
                int row = ofBlock.Contains(name) ? rows : widths[0] / 8 / _elementBytes;
                places.Add(new SamplePlace(name, length, row));
                length += _values[name].Length * row;
            }

            return length;
        }

        SamplePiece Piece(SamplePart part, SampleStep[] own, int bits)
        {
            string[] needed = [.. Looped(own, bits), .. betweenForward];
            string[] stored = [.. Made(part).Where(name => ofBlock.Contains(name) || needed.Contains(name))];
            return new SamplePiece(
                part.Name,
                _programs.First(program => program.Parts.Contains(part)).Kind,
                own.ToEquatableArray(),
                stored.ToEquatableArray(),
                (forward.Contains(part) ? stored.Except(needed) : []).ToEquatableArray());
        }
    }

    /// <summary>In how many parts a sum of a sample grows, in vectors of one width: outputs have the same bits whatever the width is that their samples run in.</summary>
    private (int Groups, int Chains) OrderOf(Kernel kernel, int bits) => kernel switch
    {
        Kernel.Contract contract => SampleForm.SumsOf(contract, _parameters.Block(contract.Matrix), bits, _elementBytes, _profile),
        Kernel.Reduce { Reduction: Reduction.Sum } reduce => (VectorForm.LanesFor(reduce.Count, bits, _elementBytes), 1),
        _ => (1, 1),
    };

    private static IEnumerable<string> Made(SamplePart part) => part.Kernels.Select(kernel => kernel.Target);

    /// <summary>What a part of a program makes for another.</summary>
    private static IEnumerable<string> HandedOn(SampleProgram program) =>
        program.Parts.SelectMany(part => Made(part).Intersect(program.Parts.Where(other => other != part).SelectMany(other => other.Kernels).SelectMany(kernel => kernel.Reads)));

    private IEnumerable<string> Arguments(SampleProgram program) =>
        program.Kernels.SelectMany(kernel => kernel.Values).Distinct().Where(name => _values[name].Residence == Residence.Argument);

    /// <summary>What is in memory because loops make it for others, or read it of others number by number.</summary>
    private IEnumerable<string> Looped(SampleStep[] steps, int bits) => steps.Where(step => step.IsLoop).SelectMany(step => OfLoop(step, steps, bits)).Distinct();

    /// <summary>Products of many terms become loops over the units, which take along the maps that follow.</summary>
    private IEnumerable<SampleStep> Group(IReadOnlyList<Kernel> kernels, int bits)
    {
        int functions = kernels.OfType<Kernel.Map>().Sum(map => map.Length * map.Expression.Functions);
        int unrolled = functions > _profile.SampleFunctions ? 0 : _profile.SampleUnrolled(bits);
        List<Kernel> loop = [];
        foreach (Kernel kernel in kernels)
        {
            if (loop.Count > 0 && kernel is Kernel.Map && kernel.Length == loop[0].Length && kernel.Reads.All(name => _values[name].Length == 1 || _values[name].Length == kernel.Length))
            {
                loop.Add(kernel);
                continue;
            }

            if (loop.Count > 0)
            {
                yield return new SampleStep(loop.ToEquatableArray(), true);
                loop.Clear();
            }

            if (kernel is Kernel.Contract contract && contract.Length > 1 && (contract.Length * contract.Count > unrolled || contract.Length > _profile.SampleUnits))
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
    private IEnumerable<string> OfLoop(SampleStep loop, SampleStep[] steps, int bits)
    {
        HashSet<string> made = [.. loop.Kernels.Select(kernel => kernel.Target)];
        IEnumerable<string> readByOthers = steps.Where(step => step != loop).SelectMany(step => step.Kernels).SelectMany(kernel => kernel.Reads).Where(made.Contains);
        IEnumerable<string> readOfOthers = loop.Kernels
            .SelectMany(kernel => kernel is Kernel.Contract contract && contract.Count <= _profile.SampleFactors(bits) ? kernel.Reads.Where(name => name != contract.Vector) : kernel.Reads)
            .Where(name => !made.Contains(name) && _values[name] is { Length: > 1, Residence: Residence.Local });
        return readByOthers.Concat(readOfOthers);
    }

    /// <summary>What a block of samples does to the results of a product belongs to its sums here.</summary>
    private static IEnumerable<Kernel> Whole(IReadOnlyList<Kernel> kernels)
    {
        for (int i = 0; i < kernels.Count; i++)
        {
            if (kernels[i] is Kernel.Contract contract && i + 1 < kernels.Count && kernels[i + 1] is Kernel.Map map && map.Target == contract.Target)
            {
                yield return contract with { Finish = map.Expression.Replace(part => part is Expression.Element element && element.Value == map.Target ? new Expression.Contracted() : null) };
                i++;
            }
            else
            {
                yield return kernels[i];
            }
        }
    }
}
