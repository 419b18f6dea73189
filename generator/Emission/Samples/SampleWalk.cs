using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Samples;

/// <summary>
/// The sums of some units over more factors than there are registers for: a loop over the factors, which takes them from memory as it goes. Sums grow side by side, each
/// in the order that it has for a sample alone.
/// </summary>
internal sealed class SampleWalk
{
    private const int Unrolled = 4;
    private const int FewestTurns = 2;

    private readonly SampleContext _context;
    private readonly Kernel.Contract _contract;
    private readonly string[][] _sums;
    private readonly int _count;
    private readonly string _name;

    /// <summary>Whether it stands in a loop over the units, which has the weights of its own at hand.</summary>
    private readonly bool _isOfUnit;

    private readonly string _from;
    private readonly string _weights;
    private readonly int _factorRow;
    private readonly int[] _weightOf;
    private readonly int _weightRow;

    /// <param name="context">How numbers are written.</param>
    /// <param name="contract">The product.</param>
    /// <param name="units">The units, or the one that a loop is at.</param>
    /// <param name="sums">The sums of each.</param>
    public SampleWalk(SampleContext context, Kernel.Contract contract, int[] units, string[][] sums)
    {
        ParameterBlock block = context.Plan.Parameters.Block(contract.Matrix);
        _context = context;
        _contract = contract;
        _sums = sums;
        _count = sums[0].Length;
        _name = context.Name(contract.Target, units[0]);
        _isOfUnit = units[0] == SampleContext.AtVariable;
        _from = _isOfUnit ? "from" : $"{_name}_from";
        _weights = _isOfUnit ? SampleKernelEmitter.WeightsOfUnit : $"{_name}_w";
        _factorRow = context.Row(contract.Vector);
        _weightOf = [.. units.Select(unit => SampleKernelEmitter.At(contract, block, 0, _isOfUnit ? 0 : unit))];
        _weightRow = SampleKernelEmitter.At(contract, block, 1, 0) - block.Offset;
    }

    /// <summary>The factors belong to the sums in turn.</summary>
    public void InTurns() => Write([.. Enumerable.Range(0, _count)], _count, _contract.Count / _count, k => k % _count);

    /// <summary>The first factors belong to the first sum, and so on; the last has what remains, too.</summary>
    public void InSegments()
    {
        int length = _contract.Count / _count;
        int step = Math.Max(1, Unrolled / _count);
        IEnumerable<int> factors = Enumerable.Range(0, _count).SelectMany(sum => Enumerable.Range(sum * length, step));
        Write([.. factors], step, length / step, k => Math.Min(_count - 1, k / length));
    }

    /// <summary>A loop whose first turn takes these factors and whose others those that follow by the same step, and what it leaves.</summary>
    private void Write(int[] factors, int step, int turns, Func<int, int> sumOf)
    {
        turns = turns < FewestTurns ? 0 : turns;
        HashSet<int> done = [.. factors.SelectMany(k => Enumerable.Range(0, turns).Select(turn => k + (turn * step)))];
        string number = _context.Plan.Precision.Keyword();
        _context.Writer.Line($"ref {number} {_from} = ref {_context.First(_contract.Vector)};");
        if (!_isOfUnit)
        {
            _context.Writer.Line($"ref {number} {_weights} = ref weights;");
        }

        if (turns > 0)
        {
            using (_context.Writer.Block($"for (int k = 0; k < {Literals.Int(turns * step)}; k += {Literals.Int(step)})"))
            {
                foreach (int k in factors)
                {
                    Add(k, k, sumOf(k));
                }

                _context.Writer.Line($"{_from} = ref Unsafe.Add(ref {_from}, {Literals.Int(step * _factorRow)});");
                _context.Writer.Line($"{_weights} = ref Unsafe.Add(ref {_weights}, {Literals.Int(step * _weightRow)});");
            }
        }

        foreach (int k in Enumerable.Range(0, _contract.Count).Where(k => !done.Contains(k)))
        {
            Add(k, k - (turns * step), sumOf(k));
        }
    }

    /// <summary>Adds a factor, so far from where the references are.</summary>
    private void Add(int k, int distance, int sum)
    {
        string factor = _context.Names.Load(_context.Form, _from, distance * _factorRow);
        if (_sums.Length > 1)
        {
            string name = $"{_name}_f{Literals.Int(k)}";
            _context.Declare(name, factor);
            factor = name;
        }

        for (int unit = 0; unit < _sums.Length; unit++)
        {
            string weight = _context.Parameter(_weights, _weightOf[unit] + (distance * _weightRow));
            string own = _sums[unit][sum];
            _context.Writer.Line($"{own} = {_context.Names.MultiplyAdd(_context.Form, factor, weight, own)};");
        }
    }
}
