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
    private readonly int[] _widths;

    // Those of a width differ from others in their parts alone: the first stand for all where these do not count.
    private readonly IReadOnlyList<SampleProgram>[] _programsOf;
    private readonly IReadOnlyList<SampleProgram> _programs;
    private readonly Dictionary<string, ValuePlan> _values = [];

    private SamplePlanner(int[] widths, IReadOnlyList<SampleProgram>[] programs, ParameterLayout parameters, int elementBytes, TargetProfile profile)
    {
        _parameters = parameters;
        _profile = profile;
        _elementBytes = elementBytes;
        _widths = widths;
        _programsOf = programs;
        _programs = programs[0];

        // The output is what the forward pass gives back, and an intermediate value of the others.
        foreach (ValuePlan value in _programs.SelectMany(program => program.Values).Where(value => !_values.ContainsKey(value.Name)))
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
            .. AllBits.Where(bits => VectorForm.LanesOf(bits, elementBytes) >= FewestLanes && parameters.Blocks.All(block => block.Storage.Panels == 1) && IsWorthIt(forward, bits, profile)),
        ];

        // The others need all that the forward pass does: what is shared is looked for only where that is short enough.
        (int Bits, IReadOnlyList<SampleProgram> Programs)[] shared =
        [
            .. widths.Select(bits => (Bits: bits, Programs: SampleProgram.Shared(whole, bits, profile))).Where(width => width.Programs.All(program => IsWorthIt(program, width.Bits, profile))),
        ];
        return shared.Length == 0
            ? new Dictionary<ProgramKind, SampleForm>()
            : new SamplePlanner([.. shared.Select(width => width.Bits)], [.. shared.Select(width => width.Programs)], parameters, elementBytes, profile).Forms();
    }

    private static bool IsWorthIt(SampleProgram program, int bits, TargetProfile profile)
    {
        long numbers = program.Kernels.Where(kernel => kernel is not Kernel.Outer).Sum(kernel => (long)kernel.Length);
        return Products(program) <= profile.SampleProducts(bits) && numbers <= profile.SampleNumbers && program.Kernels.Count <= profile.SampleKernels(bits);
    }

    private static long Products(SampleProgram program) => program.Kernels.OfType<Kernel.Contract>().Sum(contract => (long)contract.Length * contract.Count);

    private Dictionary<ProgramKind, SampleForm> Forms()
    {
        int inputs = Arguments(_programs[0]).Where(name => name != SampleProgram.Output).Sum(name => _values[name].Length);
        int crossing = SampleCost.Crossing(_programs[0].Kernels, inputs, Lanes(_widths[0]), _profile);
        bool isWideOnly = _parameters.HasNarrow && (crossing > _profile.SampleHalfMinimum || Products(_programs[0]) > _profile.SampleHalfProducts);
        Dictionary<SamplePart, SampleStep[]>[] steps =
            [.. _widths.Select((bits, index) => _programsOf[index].SelectMany(program => program.Parts).Distinct().ToDictionary(part => part, part => Group(part.Kernels, bits).ToArray()))];
        string[][] betweenForward = [.. _programsOf.Select(programs => Arguments(programs[0]).Concat(HandedOn(programs[0])).ToArray())];
        string[] ofForward =
        [
            .. _widths.Select((_, index) => index).Where(index => Runs(_programs[0], index))
                .SelectMany(index => betweenForward[index].Concat(_programsOf[index][0].Parts.SelectMany(part => Looped(steps[index][part], _widths[index])))),
        ];
        string[] kept =
        [
            .. Arguments(_programs[0]),
            .. _programsOf.SelectMany(programs => programs).SelectMany(HandedOn),
            .. _programs.Skip(1).SelectMany(Arguments),
            .. _programs.SelectMany(program => program.Gradients).SelectMany(kernel => kernel.Reads),
            .. _values.ContainsKey(ProgramPlan.ErrorName) ? [ProgramPlan.ErrorName] : Enumerable.Empty<string>(),
        ];
        HashSet<string> ofBlock = [.. kept];
        int line = _profile.AlignmentBytes / _elementBytes;
        int rows = Math.Max(line, Math.Min(_profile.SampleRows, _profile.SampleBytes / _elementBytes / ofBlock.Sum(name => _values[name].Length) / line * line));

        bool hasHalves = _widths.Length > 1 && Products(_programs[0]) <= _profile.SampleHalves && _programs[0].Kernels.All(kernel => _widths.Select(bits => OrderOf(kernel, bits)).Distinct().Count() == 1);
        int halfLanes = hasHalves ? Lanes(_widths[1]) : 0;

        // What the forward pass needs stands first, so that it takes no more memory than that.
        List<SamplePlace> places = [];
        int length = 0;
        int lengthOfForward = Placed(ofForward);
        Placed([.. kept, .. _widths.SelectMany((bits, index) => steps[index].Values.SelectMany(own => Looped(own, bits)))]);
        Dictionary<SamplePart, SamplePiece>[] pieces =
            [.. steps.Select((own, index) => own.Where(pair => Users(pair.Key, index).Any()).ToDictionary(pair => pair.Key, pair => Piece(pair.Key, pair.Value, index)))];
        return _programs.ToDictionary(program => program.Kind, program => new SampleForm(
            _widths.Select((_, index) => index).Where(index => Runs(program, index)).Select(index => Width(program, index)).ToEquatableArray(),
            rows,
            places.ToEquatableArray(),
            program == _programs[0] ? lengthOfForward : length,
            _values.Values.ToEquatableArray(),
            program != _programs[0] || (Runs(program, _widths.Length - 1) && Least(0) <= halfLanes) ? halfLanes : 0));

        // Predictions of narrow networks may give up all vectors but the widest.
        bool Runs(SampleProgram program, int index) => index == 0 || !isWideOnly || program.Kind != ProgramKind.Forward;

        IEnumerable<SampleProgram> Users(SamplePart part, int index) => _programsOf[index].Where(program => program.Parts.Contains(part) && Runs(program, index));

        int Least(int index) => Math.Max(_profile.SampleMinimum, Math.Min(crossing, Lanes(_widths[index])));

        SampleWidth Width(SampleProgram program, int index) => new(
            _widths[index],
            _programsOf[index].Single(own => own.Kind == program.Kind).Parts.Select(part => pieces[index][part]).ToEquatableArray(),
            program == _programs[0] ? Least(index) : _profile.SampleMinimumOfGradients);

        int Placed(IEnumerable<string> names)
        {
            foreach (string name in names.Where(name => places.All(place => place.Value != name)))
            {
                int row = ofBlock.Contains(name) ? rows : Lanes(_widths[0]);
                places.Add(new SamplePlace(name, length, row));
                length += _values[name].Length * row;
            }

            return length;
        }

        SamplePiece Piece(SamplePart part, SampleStep[] own, int index)
        {
            IReadOnlyList<SampleProgram> programs = _programsOf[index];
            string[] needed = [.. Looped(own, _widths[index]), .. betweenForward[index]];
            string[] stored = [.. Made(part).Where(name => ofBlock.Contains(name) || needed.Contains(name))];
            return new SamplePiece(
                part.Name,
                Users(part, index).First().Kind,
                own.ToEquatableArray(),
                stored.ToEquatableArray(),
                (Users(part, index).First() == programs[0] ? stored.Except(needed) : []).ToEquatableArray());
        }
    }

    /// <summary>In how many parts a sum of a sample grows, in vectors of one width: outputs have the same bits whatever the width is that their samples run in.</summary>
    private (int Groups, int Chains)? OrderOf(Kernel kernel, int bits) => kernel switch
    {
        Kernel.Contract contract => SampleForm.SumsOf(contract, _parameters.Block(contract.Matrix), bits, _elementBytes, _profile),
        Kernel.Reduce { Reduction: Reduction.Sum } reduce => (VectorForm.LanesFor(reduce.Count, bits, _elementBytes), 1),
        _ => null,
    };

    private int Lanes(int bits) => VectorForm.LanesOf(bits, _elementBytes);

    private static IEnumerable<string> Made(SamplePart part) => part.Kernels.Select(kernel => kernel.Target);

    /// <summary>What a part of a program makes for another.</summary>
    private static IEnumerable<string> HandedOn(SampleProgram program) =>
        program.Parts.SelectMany(part => Made(part).Intersect(program.Parts.Where(other => other != part).SelectMany(other => other.Kernels).SelectMany(kernel => kernel.Reads)));

    private IEnumerable<string> Arguments(SampleProgram program) =>
        program.Kernels.SelectMany(kernel => kernel.Values).Distinct().Where(name => _values[name].Residence == Residence.Argument);

    /// <summary>What is in memory because loops make it for others, or read it of others number by number.</summary>
    private IEnumerable<string> Looped(SampleStep[] steps, int bits) =>
        steps.Where(step => step.IsLoop).SelectMany(step => OfLoop(step, steps, bits))
            .Concat(steps.Where(step => step.IsWalk).SelectMany(step => step.Kernels.OfType<Kernel.Contract>()).Select(walked => walked.Vector).Where(IsNumbers))
            .Distinct();

    /// <summary>Products of many terms become loops: over the units, which take along the maps that follow, or over the factors alone.</summary>
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

            if (functions <= _profile.SampleFunctions && kernel is Kernel.Contract walk && IsWalk(walk, bits))
            {
                yield return new SampleStep(EquatableArray.Of(kernel), IsLoop: false, IsWalk: true);
            }
            else if (kernel is Kernel.Contract contract && contract.Length > 1 && (contract.Length * contract.Count > unrolled || contract.Length > _profile.SampleUnits))
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

    /// <summary>Whether the factors of a product do not stay in registers, but the sums of all units do: it is one loop over its factors.</summary>
    private bool IsWalk(Kernel.Contract contract, int bits)
    {
        int sums = OrderOf(contract, bits) is { } order ? order.Groups * order.Chains : SampleForm.SegmentsOf(contract, _parameters.Block(contract.Matrix));
        return contract.Length > 1 && SampleForm.Walks(contract, bits, _profile) && contract.Length * sums <= _profile.SampleSums;
    }

    /// <summary>What others read of a loop, and what it reads of others number by number.</summary>
    private IEnumerable<string> OfLoop(SampleStep loop, SampleStep[] steps, int bits)
    {
        HashSet<string> made = [.. loop.Kernels.Select(kernel => kernel.Target)];
        IEnumerable<string> readByOthers = steps.Where(step => step != loop).SelectMany(step => step.Kernels).SelectMany(kernel => kernel.Reads).Where(made.Contains);
        IEnumerable<string> readOfOthers = loop.Kernels
            .SelectMany(kernel => kernel is Kernel.Contract contract && !SampleForm.Walks(contract, bits, _profile) ? kernel.Reads.Where(name => name != contract.Vector) : kernel.Reads)
            .Where(name => !made.Contains(name) && IsNumbers(name));
        return readByOthers.Concat(readOfOthers);
    }

    private bool IsNumbers(string value) => _values[value] is { Length: > 1, Residence: Residence.Local };

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
