using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Samples;

/// <summary>Samples in the lanes: how the numbers of a sample are written, each of which is a vector.</summary>
internal sealed class SampleContext
{
    /// <summary>In place of the index of a number: that of the loop.</summary>
    public const int AtVariable = -1;

    private readonly Dictionary<string, SamplePlace> _places;
    private readonly HashSet<string> _here;
    private readonly HashSet<string> _stored;
    private readonly HashSet<string> _asked;
    private readonly List<string> _stores = [];
    private readonly HashSet<string> _known = [];
    private readonly int _rows;

    public SampleContext(SourceWriter writer, NetworkPlan plan, SampleForm samples, int bits, SamplePiece piece, Helpers helpers)
    {
        Writer = writer;
        Plan = plan;
        Helpers = helpers;
        Values = samples.Values.ToDictionary(value => value.Name);
        Names = new VectorNames(plan.Precision, plan.VectorSupport);
        Form = new VectorForm(0, bits, VectorForm.LanesOf(bits, plan.ElementBytes));
        _places = samples.Memory.ToDictionary(place => place.Value);
        _here = [.. piece.Steps.Where(step => !step.IsLoop).SelectMany(step => step.Kernels).Select(kernel => kernel.Target)];
        _stored = [.. piece.Stored];
        _asked = [.. piece.Asked];
        _rows = samples.Rows;
    }

    public SourceWriter Writer { get; }

    public NetworkPlan Plan { get; }

    public Helpers Helpers { get; }

    public IReadOnlyDictionary<string, ValuePlan> Values { get; }

    public VectorNames Names { get; }

    /// <summary>The one type of vectors.</summary>
    public VectorForm Form { get; }

    public string Type => Names.Type(Form);

    /// <summary>The variable of a number.</summary>
    public string Name(string value, int index) =>
        index == AtVariable || (Values[value].Length == 1 && Values[value].Residence != Residence.Argument) ? value : $"{value}_{Literals.Int(index)}";

    /// <summary>A number as an operand. What is in memory, as the caller's, a loop's or another program's, is loaded on first use, or where the loop is.</summary>
    public string Read(string value, int index)
    {
        ValuePlan plan = Values[value];
        if (plan.Residence == Residence.Scalar)
        {
            return $"{value}s";
        }

        int element = plan.Length == 1 ? 0 : index;
        string name = Name(value, element);
        if (element == AtVariable)
        {
            return _known.Contains(name) ? name : Load(value, element);
        }

        if (!_here.Contains(value) && _known.Add(name))
        {
            Declare(name, Load(value, element));
        }

        return name;
    }

    /// <summary>Whether a product in a loop takes its factors from memory.</summary>
    public bool Walks(Kernel.Contract contract) => SampleForm.Walks(contract, Form.Bits, Plan.Profile);

    /// <summary>Where the first number of a value stands.</summary>
    public string First(string value)
    {
        (string source, int offset) = Place(value, 0);
        return VectorNames.Element(source, offset);
    }

    /// <summary>From number to number of a value in memory.</summary>
    public int Row(string value) => _places[value].Row;

    /// <summary>Loads what a loop is going to read.</summary>
    public void Load(Kernel kernel)
    {
        foreach (string value in kernel.Reads.Where(name => Values[name].Residence != Residence.Parameter
            && (Values[name].Length == 1 || kernel is Kernel.Contract contract && contract.Vector == name && !Walks(contract))))
        {
            for (int index = 0; index < Values[value].Length; index++)
            {
                Read(value, index);
            }
        }
    }

    /// <summary>A loop over the numbers of the values that some kernels make.</summary>
    public System.IDisposable Loop(IReadOnlyList<Kernel> kernels)
    {
        System.IDisposable block = Writer.Block($"for (nint j = 0; j < {Literals.Int(kernels[0].Length)}; j++)");
        if (kernels.SelectMany(kernel => kernel.Values).Any(value => Values[value].Length == kernels[0].Length && _places.TryGetValue(value, out SamplePlace place) && IsKept(place)))
        {
            Writer.Line($"ref {Plan.Precision.Keyword()} at = ref Unsafe.Add(ref samples, j * {Literals.Int(_rows)});");
        }

        return block;
    }

    /// <summary>Behind a loop its variables are gone.</summary>
    public void Forget(IEnumerable<Kernel> kernels) => _known.ExceptWith(kernels.Select(kernel => kernel.Target));

    /// <summary>A parameter in all lanes.</summary>
    public string Parameter(string source, int offset) => Names.Fill(Form, VectorNames.Element(source, offset));

    /// <summary>The one of the unit that the loop is at, of those from an offset on.</summary>
    public string ParameterOfUnit(int offset) => Names.Fill(Form, $"Unsafe.Add(ref weights, j + {Literals.Int(offset)})");

    public VectorExpression Expression(int index, string contracted = "") => new(Names, Helpers, Form, new Operands(this, index), contracted);

    /// <summary>Declares the variable of a number, or the sum that grows into it.</summary>
    public void Declare(string name, string expression) => Writer.Line($"{Type} {name} = {expression};");

    /// <summary>Stores a number that is made, if others need it from memory.</summary>
    public void Finished(string value, int index)
    {
        string name = Name(value, index);
        _known.Add(name);
        if (_stored.Contains(value))
        {
            (string target, int offset) = Place(value, index);
            string store = Names.Store(Form, name, target, offset) + ";";
            if (_asked.Contains(value))
            {
                _stores.Add(store);
            }
            else
            {
                Writer.Line(store);
            }
        }
    }

    /// <summary>Behind a kernel, what it has made for another program alone.</summary>
    public void StoreAsked()
    {
        if (_stores.Count > 0)
        {
            using (Writer.Block($"if ({SampleEmitter.GoesOn})"))
            {
                _stores.ForEach(Writer.Line);
            }

            _stores.Clear();
        }
    }

    private string Load(string value, int index)
    {
        (string source, int offset) = Place(value, index);
        return Names.Load(Form, source, offset);
    }

    /// <summary>A reference, and how far from it the number stands.</summary>
    private (string Reference, int Offset) Place(string value, int index)
    {
        SamplePlace place = _places[value];
        return (index == AtVariable, IsKept(place)) switch
        {
            (true, true) => ("at", place.Offset),
            (true, false) => ($"Unsafe.Add(ref memory, j * {Literals.Int(place.Row)})", place.Offset),
            (false, bool isKept) => (isKept ? "samples" : "memory", place.Offset + (index * place.Row)),
        };
    }

    private bool IsKept(SamplePlace place) => place.Row == _rows;

    private sealed class Operands(SampleContext context, int index) : IOperands
    {
        public bool IsNumber(string value) => false;

        public string Number(string value) => throw new PlanException($"{value} is a vector of samples");

        public string Vector(string value) => context.Read(value, index);
    }
}
