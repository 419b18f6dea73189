using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Samples;

/// <summary>Samples in the lanes: how the numbers of a sample are written, each of which is a vector.</summary>
internal sealed class SampleContext
{
    private readonly Dictionary<string, int> _places;
    private readonly HashSet<string> _known = [];
    private readonly int _rows;

    public SampleContext(SourceWriter writer, NetworkPlan plan, ProgramPlan program, SampleForm samples, int bits, Helpers helpers)
    {
        Writer = writer;
        Plan = plan;
        Helpers = helpers;
        Values = program.Values.ToDictionary(value => value.Name);
        Names = new VectorNames(plan.Precision, plan.VectorSupport);
        Form = new VectorForm(0, bits, bits / 8 / plan.ElementBytes);
        _places = samples.Memory.ToDictionary(place => place.Value, place => place.Offset);
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
    public string Name(string value, int index) => Values[value].Length == 1 && Values[value].Residence != Residence.Argument ? value : $"{value}_{Literals.Int(index)}";

    /// <summary>A number as an operand; one of the caller's is loaded on first use.</summary>
    public string Read(string value, int index)
    {
        ValuePlan plan = Values[value];
        int element = plan.Length == 1 ? 0 : index;
        if (plan.Residence == Residence.Scalar)
        {
            return $"{value}s";
        }

        string name = Name(value, element);
        if (plan.Residence == Residence.Argument && _known.Add(name))
        {
            Writer.Line($"{Type} {name} = {Names.Class(Form)}.LoadUnsafe(ref {Place(value, element)});");
        }

        return name;
    }

    /// <summary>A parameter in all lanes.</summary>
    public string Parameter(int offset) => Names.Fill(Form, VectorNames.Element("weights", offset));

    public VectorExpression Expression(int index, string contracted = "") => new(Names, Helpers, Form, new Operands(this, index), contracted);

    /// <summary>Declares the variable of a number, or the sum that grows into it.</summary>
    public void Declare(string name, string expression) => Writer.Line($"{Type} {name} = {expression};");

    /// <summary>Stores a number that is made, if others need it from memory.</summary>
    public void Finished(string value, int index)
    {
        string name = Name(value, index);
        _known.Add(name);
        if (_places.ContainsKey(value))
        {
            Writer.Line($"{name}.StoreUnsafe(ref {Place(value, index)});");
        }
    }

    private string Place(string value, int index)
    {
        int offset = _places[value] + (index * _rows);
        return offset == 0 ? "Unsafe.Add(ref memory, s)" : $"Unsafe.Add(ref memory, s + {Literals.Int(offset)})";
    }

    private sealed class Operands(SampleContext context, int index) : IOperands
    {
        public bool IsNumber(string value) => false;

        public string Number(string value) => throw new PlanException($"{value} is a vector of samples");

        public string Vector(string value) => context.Read(value, index);
    }
}
