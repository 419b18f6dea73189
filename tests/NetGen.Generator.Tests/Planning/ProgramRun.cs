using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Runs straight-line code with names in place of numbers.</summary>
internal sealed class ProgramRun(ProgramPlan program)
{
    private readonly NamedMemory _memory = new(program.ScratchLength);

    private readonly Dictionary<string, ValuePlan> _scratch =
        program.Values.Where(value => value.Residence == Residence.Scratch).ToDictionary(value => value.Name);

    public void Run()
    {
        foreach (KernelPiece piece in program.Methods.SelectMany(method => method.Pieces))
        {
            Execute(piece);
        }

        AssertIntact(ProgramPlan.ErrorName);
    }

    private void Execute(KernelPiece piece)
    {
        string[] reads = [.. piece.Kernel.Reads];
        foreach (string read in reads)
        {
            AssertIntact(read);
        }

        if (_scratch.TryGetValue(piece.Kernel.Target, out ValuePlan? target))
        {
            for (int index = piece.From; index < piece.To; index++)
            {
                _memory.Write(target.Offset + index, new Cell(target.Name, 0, index));
            }
        }

        // The first number may be written while the last is still to be read.
        foreach (string read in reads)
        {
            AssertIntact(read);
        }
    }

    private void AssertIntact(string name)
    {
        if (_scratch.TryGetValue(name, out ValuePlan? value))
        {
            for (int index = 0; index < value.Length; index++)
            {
                _memory.AssertHolds(value.Offset + index, new Cell(name, 0, index));
            }
        }
    }
}
