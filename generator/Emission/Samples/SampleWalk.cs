using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Samples;

/// <summary>
/// The sums of a unit over more factors than there are registers for: a loop over the factors, which takes them from memory as it goes. Sums grow side by side, each
/// in the order that it has for a sample alone.
/// </summary>
internal sealed class SampleWalk
{
    private const int Unrolled = 4;
    private const int FewestTurns = 2;

    private readonly SampleContext _context;
    private readonly Kernel.Contract _contract;
    private readonly string[] _sums;
    private readonly int _factorRow;
    private readonly int _weight;
    private readonly int _weightRow;

    public SampleWalk(SampleContext context, Kernel.Contract contract, string[] sums)
    {
        ParameterBlock block = context.Plan.Parameters.Block(contract.Matrix);
        _context = context;
        _contract = contract;
        _sums = sums;
        _factorRow = context.Row(contract.Vector);
        _weight = block.Offset;
        _weightRow = SampleKernelEmitter.At(contract, block, 1, 0) - block.Offset;
    }

    /// <summary>The factors belong to the sums in turn.</summary>
    public void InTurns() => Write([.. Enumerable.Range(0, _sums.Length)], _sums.Length, _contract.Count / _sums.Length, k => k % _sums.Length);

    /// <summary>The first factors belong to the first sum, and so on; the last has what remains, too.</summary>
    public void InSegments()
    {
        int length = _contract.Count / _sums.Length;
        int step = Math.Max(1, Unrolled / _sums.Length);
        IEnumerable<int> factors = Enumerable.Range(0, _sums.Length).SelectMany(sum => Enumerable.Range(sum * length, step));
        Write([.. factors], step, length / step, k => Math.Min(_sums.Length - 1, k / length));
    }

    /// <summary>A loop whose first turn takes these factors and whose others those that follow by the same step, and what it leaves.</summary>
    private void Write(int[] factors, int step, int turns, Func<int, int> sumOf)
    {
        turns = turns < FewestTurns ? 0 : turns;
        HashSet<int> done = [.. factors.SelectMany(k => Enumerable.Range(0, turns).Select(turn => k + (turn * step)))];
        _context.Writer.Line($"ref {_context.Plan.Precision.Keyword()} from = ref {_context.First(_contract.Vector)};");
        if (turns > 0)
        {
            using (_context.Writer.Block($"for (int k = 0; k < {Literals.Int(turns * step)}; k += {Literals.Int(step)})"))
            {
                foreach (int k in factors)
                {
                    Add(k, sumOf(k));
                }

                _context.Writer.Line($"from = ref Unsafe.Add(ref from, {Literals.Int(step * _factorRow)});");
                _context.Writer.Line($"w = ref Unsafe.Add(ref w, {Literals.Int(step * _weightRow)});");
            }
        }

        foreach (int k in Enumerable.Range(0, _contract.Count).Where(k => !done.Contains(k)))
        {
            Add(k - (turns * step), sumOf(k));
        }
    }

    /// <summary>The factor so far from where the references are.</summary>
    private void Add(int distance, int sum)
    {
        string factor = _context.Names.Load(_context.Form, "from", distance * _factorRow);
        string weight = _context.Parameter("w", _weight + (distance * _weightRow));
        _context.Writer.Line($"{_sums[sum]} = {_context.Names.MultiplyAdd(_context.Form, factor, weight, _sums[sum])};");
    }
}
