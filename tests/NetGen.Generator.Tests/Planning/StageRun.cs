using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>
/// Runs the stages of a block with names in place of numbers, the way the products of the library and generated rows go through memory: in whole vectors, with
/// finishes that find their operands at a distance from the first sum.
/// </summary>
internal sealed class StageRun
{
    private readonly NetworkPlan _plan;
    private readonly ProgramPlan _program;
    private readonly bool _givesInputGradient;
    private readonly int _line;
    private readonly NamedMemory _memory;
    private readonly Dictionary<string, ValuePlan> _values;
    private readonly HashSet<string> _laneOperands;

    /// <param name="plan">A network that runs in blocks.</param>
    /// <param name="program">One of its programs.</param>
    /// <param name="givesInputGradient">Whether the call has room for what is optional.</param>
    public StageRun(NetworkPlan plan, ProgramPlan program, bool givesInputGradient)
    {
        _plan = plan;
        _program = program;
        _givesInputGradient = givesInputGradient;
        _line = plan.Profile.AlignmentBytes / plan.ElementBytes;
        _memory = new NamedMemory(program.ScratchLength);
        _values = program.Values.ToDictionary(value => value.Name);
        _laneOperands = [.. RowForm.LaneOperandsOf(program.Stages, program.Values, plan.Parameters)];
    }

    private IEnumerable<int> AllRows => Enumerable.Range(0, _plan.BlockRows);

    public void Run()
    {
        foreach (Stage stage in _program.Stages)
        {
            switch (stage)
            {
                case Stage.Product product when !IsLeftOut(product.Contract):
                    Product(product);
                    break;

                case Stage.Gradient { Kernel: Kernel.Outer outer }:
                    string numbers = RowForm.BroadcastOf(outer, _values, _plan.Parameters);
                    AssertOperand(numbers);
                    AssertLaneOperand(numbers == outer.Left ? outer.Right : outer.Left);
                    break;

                case Stage.Gradient gradient:
                    AssertOperand(Assert.Single(gradient.Kernel.Reads));
                    break;

                case Stage.Rows rows:
                    foreach (int row in AllRows)
                    {
                        Row(rows, row);
                    }

                    break;
            }
        }

        if (_values.ContainsKey(ProgramPlan.ErrorName))
        {
            AssertOperand(ProgramPlan.ErrorName);
        }
    }

    private void Product(Stage.Product product)
    {
        string[] beside = [.. ReadBeside(product)];
        bool isAcross = RowForm.IsAcross(product.Contract, _plan.Parameters);
        AssertFactor();
        Assert.All(beside, name => Assert.Equal(Residence.Scratch, _values[name].Residence));
        ValuePlan first = _values[product.Stored[0]];

        // Where the columns of a panel are the sums, all of them are written.
        int written = isAcross ? product.Contract.Length : InLines(product.Contract.Length);
        if (first.Residence == Residence.Argument)
        {
            Assert.Equal(first.Length, written);
            Assert.Single(product.Stored);
            Assert.Empty(beside);
        }
        else
        {
            foreach (int row in AllRows)
            {
                for (int index = 0; index < written; index++)
                {
                    Finish(product, beside, first, row, index);
                }

                foreach (string name in product.Cleared)
                {
                    Pad(_values[name], row, _values[name].Length, Cell.Zero(name, row));
                }
            }
        }

        // The first sum may be written while the last number of a factor is still to be read.
        AssertFactor();

        void AssertFactor()
        {
            if (isAcross)
            {
                AssertLaneOperand(product.Contract.Vector);
            }
            else
            {
                AssertOperand(product.Contract.Vector);
            }
        }
    }

    /// <summary>One sum, which knows its own place alone: what belongs to it is at a fixed distance.</summary>
    private void Finish(Stage.Product product, string[] beside, ValuePlan first, int row, int index)
    {
        int at = first.Offset + (row * first.Stride) + index;
        bool isPadding = index >= product.Contract.Length;
        foreach (string name in beside.Where(_ => !isPadding))
        {
            _memory.AssertHolds(at + _values[name].Offset - first.Offset, new Cell(name, row, index));
        }

        foreach (string name in product.Stored)
        {
            _memory.Write(at + _values[name].Offset - first.Offset, isPadding ? Cell.Padding(name, row) : new Cell(name, row, index));
        }
    }

    /// <summary>What a finish reads from memory.</summary>
    private IEnumerable<string> ReadBeside(Stage.Product product) => product.Finish
        .SelectMany(map => map.Reads)
        .Where(name => name != product.Contract.Target && product.Finish.All(map => map.Target != name) && _values[name].Residence != Residence.Scalar);

    private void Row(Stage.Rows rows, int row)
    {
        HashSet<string> variables = [];
        foreach (Kernel kernel in rows.Kernels.Where(kernel => !IsLeftOut(kernel)))
        {
            foreach (string name in kernel.Reads)
            {
                Assert.True(_values[name].Residence != Residence.Local || variables.Contains(name), $"{name} is a variable of another stage");
                AssertIntact(_values[name], row);
            }

            ValuePlan target = _values[kernel.Target];
            variables.Add(target.Name);
            Write(target, row);

            // The first number may be written while the last is still to be read, unless both go through the same places.
            foreach (string name in kernel.Reads.Where(name => kernel is not Kernel.Map || !IsSamePlace(_values[name], target)))
            {
                AssertIntact(_values[name], row);
            }
        }
    }

    /// <summary>A value of a row, in whole vectors; a single number is written alone, unless others want it as a vector.</summary>
    private void Write(ValuePlan target, int row)
    {
        if (target.Residence != Residence.Scratch)
        {
            return;
        }

        for (int index = 0; index < target.Length; index++)
        {
            _memory.Write(target.Offset + (row * target.Stride) + index, new Cell(target.Name, row, index));
        }

        if (_laneOperands.Contains(target.Name))
        {
            Pad(target, row, target.Length, Cell.Zero(target.Name, row));
        }
        else if (target.Length > 1)
        {
            Pad(target, row, target.Length, Cell.Padding(target.Name, row));
        }
    }

    private void Pad(ValuePlan value, int row, int from, Cell cell)
    {
        for (int index = from; index < InLines(value.Length); index++)
        {
            _memory.Write(value.Offset + (row * value.Stride) + index, cell);
        }
    }

    private void AssertOperand(string name)
    {
        Assert.NotEqual(Residence.Local, _values[name].Residence);
        foreach (int row in AllRows)
        {
            AssertIntact(_values[name], row);
        }
    }

    /// <summary>What is read in whole vectors is 0 behind the last number.</summary>
    private void AssertLaneOperand(string name)
    {
        AssertOperand(name);
        ValuePlan value = _values[name];
        if (value.Residence == Residence.Argument)
        {
            Assert.Equal(value.Length, InLines(value.Length));
            return;
        }

        foreach (int row in AllRows)
        {
            for (int index = value.Length; index < InLines(value.Length); index++)
            {
                _memory.AssertHolds(value.Offset + (row * value.Stride) + index, Cell.Zero(name, row));
            }
        }
    }

    private void AssertIntact(ValuePlan value, int row)
    {
        for (int index = 0; value.Residence == Residence.Scratch && index < value.Length; index++)
        {
            _memory.AssertHolds(value.Offset + (row * value.Stride) + index, new Cell(value.Name, row, index));
        }
    }

    private static bool IsSamePlace(ValuePlan value, ValuePlan other) =>
        (value.Residence, value.Offset, value.Stride, value.Length) == (Residence.Scratch, other.Offset, other.Stride, other.Length);

    private bool IsLeftOut(Kernel kernel) => kernel.IsOptional && !_givesInputGradient;

    private int InLines(int length) => (length + _line - 1) / _line * _line;
}
