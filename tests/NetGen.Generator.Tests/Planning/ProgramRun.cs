using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>
/// Runs a program with the names of values in place of numbers: what a kernel reads must be what was written last. Blocks run kernel by kernel, other
/// methods row by row.
/// </summary>
internal sealed class ProgramRun(ProgramPlan program, int rows)
{
    private readonly string?[] _memory = new string?[program.ScratchLength];

    private readonly Dictionary<string, ValuePlan> _scratch =
        program.Values.Where(value => value.Residence == Residence.Scratch).ToDictionary(value => value.Name);

    public void Run()
    {
        foreach (MethodPlan method in program.Methods)
        {
            if (method.IsBlock)
            {
                foreach (KernelPiece piece in method.Pieces)
                {
                    Execute(piece, Enumerable.Range(0, rows));
                }

                continue;
            }

            for (int row = 0; row < rows; row++)
            {
                foreach (KernelPiece piece in method.Pieces)
                {
                    Execute(piece, [row]);
                }
            }
        }

        if (_scratch.ContainsKey(ProgramPlan.ErrorName))
        {
            AssertIntact(ProgramPlan.ErrorName, Enumerable.Range(0, rows));
        }
    }

    private void Execute(KernelPiece piece, IEnumerable<int> at)
    {
        string[] reads = [.. piece.Kernel.Reads.Where(_scratch.ContainsKey)];
        foreach (string read in reads)
        {
            AssertIntact(read, at);
        }

        if (!_scratch.TryGetValue(piece.Kernel.Target, out ValuePlan? target))
        {
            return;
        }

        foreach (int row in at)
        {
            for (int index = piece.From; index < piece.To; index++)
            {
                _memory[target.Offset + (row * target.Length) + index] = target.Name;
            }
        }

        // A loop may write the first number while it still reads the last.
        foreach (string read in reads)
        {
            AssertIntact(read, at);
        }
    }

    private void AssertIntact(string name, IEnumerable<int> at)
    {
        ValuePlan value = _scratch[name];
        foreach (int row in at)
        {
            int start = value.Offset + (row * value.Length);
            for (int index = start; index < start + value.Length; index++)
            {
                if (_memory[index] != name)
                {
                    Assert.Fail($"{name} of row {row} was overwritten by {_memory[index]}");
                }
            }
        }
    }
}
