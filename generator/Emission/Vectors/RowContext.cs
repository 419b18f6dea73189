using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>One sample in vectors: how its values are written while a method is being written.</summary>
internal sealed class RowContext
{
    private readonly Dictionary<string, int> _places;
    private readonly HashSet<string> _laneOperands;
    private readonly HashSet<string> _declared = [];
    private HashSet<string> _known = [];
    private Dictionary<string, string> _shared = [];
    private int _names;

    /// <summary>A row of a method.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="plan">The network.</param>
    /// <param name="values">Where values are: what is an argument or in the working memory is a reference of the value's name to the row.</param>
    /// <param name="form">The vectors.</param>
    /// <param name="helpers">Is asked for functions.</param>
    public RowContext(SourceWriter writer, NetworkPlan plan, IEnumerable<ValuePlan> values, RowForm form, Helpers helpers)
    {
        Writer = writer;
        Plan = plan;
        Form = form;
        Helpers = helpers;
        Names = new VectorNames(plan.Precision, plan.VectorSupport);
        Values = values.ToDictionary(value => value.Name);
        _places = form.Memory.ToDictionary(place => place.Value, place => place.Offset);
        _laneOperands = [.. form.LaneOperands];
    }

    public SourceWriter Writer { get; }

    public NetworkPlan Plan { get; }

    public RowForm Form { get; }

    public Helpers Helpers { get; }

    public VectorNames Names { get; }

    public IReadOnlyDictionary<string, ValuePlan> Values { get; }

    /// <summary><c>float</c> or <c>double</c>.</summary>
    public string NumberType => Plan.Precision.Keyword();

    /// <summary>A name for something without one on paper.</summary>
    public string NewName(string stem) => stem + Literals.Int(++_names);

    /// <summary>The variable of a vector that several kernels use: declared where it is first asked for.</summary>
    public string Shared(string key, VectorForm form, string expression)
    {
        if (!_shared.TryGetValue(key, out string name))
        {
            name = NewName("f");
            Writer.Line($"{Names.Type(form)} {name} = {expression};");
            _shared.Add(key, name);
        }

        return name;
    }

    /// <summary>What a gradient, or the parameters themselves, is before something is added: less what a penalty takes.</summary>
    /// <returns>In front of the vector that is loaded; empty without a penalty.</returns>
    public string Kept(ParameterBlock block, VectorForm form)
    {
        double penalty = Plan.AddsPenalties ? Plan.PenaltyOf(block) : 0;
        return penalty == 0 ? "" : Shared($"kept of {block.Name}, {form.Bits}", form, Names.Fill(form, $"1 + (decay * {Literals.Number(penalty, Plan.Precision)})")) + " * ";
    }

    /// <summary>A block: what is named within is unknown behind it.</summary>
    public IDisposable Scope(string head)
    {
        HashSet<string> known = [.. _known];
        Dictionary<string, string> shared = new(_shared);
        return new Closing(Writer.Block(head), () => (_known, _shared) = (known, shared));
    }

    /// <summary>Declares the variables of values that are made within blocks.</summary>
    public void Declare(IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            VectorForm form = FormOf(Values[value].Length);
            for (int vector = 0; vector < form.Count; vector++)
            {
                Writer.Line($"{Names.Type(form)} {Name(value, vector)};");
                _declared.Add(Name(value, vector));
            }
        }
    }

    /// <summary>The vectors of so many numbers.</summary>
    public VectorForm FormOf(int length) => VectorForm.Of(length, Form.Bits, Plan.ElementBytes);

    /// <summary>Expressions over one vector of a value.</summary>
    public VectorExpression Expression(VectorForm form, int vector, string contracted = "") =>
        new(Names, Helpers, form, new Operands(this, vector), contracted);

    /// <summary>Expressions over the vector at the variable j of values in memory.</summary>
    public VectorExpression ExpressionAtVariable(VectorForm form) => new(Names, Helpers, form, new OperandsAtVariable(this, form));

    /// <summary>The variable of a vector: the value's name, with the index of its first number where there are several or the name is a reference.</summary>
    public string Name(string value, int vector)
    {
        VectorForm form = FormOf(Values[value].Length);
        return form.Count == 1 && !IsReference(value) ? value : $"{value}_{Literals.Int(vector * form.Lanes)}";
    }

    /// <summary>A vector of a value as an operand; one in memory is loaded on first use.</summary>
    public string Vector(string value, int vector)
    {
        ValuePlan plan = Values[value];
        VectorForm form = FormOf(plan.Length);
        if (plan.Residence == Residence.Parameter)
        {
            return Names.Load(form, "θ", plan.Offset + (vector * form.Lanes));
        }

        string name = Name(value, vector);
        if (IsReference(value) && _known.Add(name))
        {
            string load = plan.Residence == Residence.Scratch
                ? Names.Load(form, value, vector * form.Lanes)
                : Names.LoadFirst(form, value, vector * form.Lanes, Count(form, vector));
            Writer.Line($"{Names.Type(form)} {name} = {load};");
        }

        return name;
    }

    /// <summary>Loads what is in memory and few enough for registers.</summary>
    public void Load(IEnumerable<string> values)
    {
        foreach (string value in values.Where(IsReference))
        {
            VectorForm form = FormOf(Values[value].Length);
            for (int vector = 0; vector < form.Count && form.Count <= Plan.Profile.RowVectors(Form.Bits); vector++)
            {
                Vector(value, vector);
            }
        }
    }

    /// <summary>A number of a value.</summary>
    public string Number(string value, int index)
    {
        ValuePlan plan = Values[value];
        return plan.Residence switch
        {
            Residence.Parameter => VectorNames.Element("θ", plan.Offset + index),
            Residence.Argument or Residence.Scratch => VectorNames.Element(value, index),
            _ when plan.Length == 1 => value,
            _ when _places.TryGetValue(value, out int offset) => VectorNames.Element("memory", offset + index),
            _ => VectorNames.Lane(Name(value, index / FormOf(plan.Length).Lanes), index % FormOf(plan.Length).Lanes),
        };
    }

    /// <summary>The number of a value at a variable.</summary>
    public string Number(string value, string index) => Values[value] switch
    {
        { Length: 1 } => Number(value, 0),
        { Residence: Residence.Argument or Residence.Scratch } => VectorNames.Element(value, index, 0),
        _ => VectorNames.Element("memory", index, _places[value]),
    };

    /// <summary>Where a sum grows that becomes a vector of a value: the value's own variable, unless that is a number in memory.</summary>
    public string SumName(string value, int vector) =>
        Values[value] is { Length: 1, Residence: Residence.Argument or Residence.Scratch } ? $"{value}_sum" : Name(value, vector);

    /// <summary>Makes a vector of a value, and puts its numbers where others look for them.</summary>
    public void Assign(string value, int vector, string expression)
    {
        ValuePlan plan = Values[value];
        if (plan.Length == 1 && plan.Residence is Residence.Argument or Residence.Scratch)
        {
            if (_laneOperands.Contains(value))
            {
                Clear(value, 0);
            }

            Writer.Line($"{value} = {expression};");
            return;
        }

        string name = Name(value, vector);
        bool isNew = !_declared.Contains(name) && (!IsReference(value) || _known.Add(name));
        Writer.Line($"{(isNew ? Names.Type(FormOf(plan.Length)) + " " : "")}{name} = {expression};");
        Finished(value, vector);
    }

    /// <summary>Puts a vector that is made where others look for it: in its row, or where its numbers are read one by one.</summary>
    public void Finished(string value, int vector)
    {
        ValuePlan plan = Values[value];
        VectorForm form = FormOf(plan.Length);
        string name = Name(value, vector);
        _known.Add(name);
        int first = vector * form.Lanes;
        int count = Count(form, vector);
        if (count < form.Lanes && _laneOperands.Contains(value))
        {
            Writer.Line($"{name} = {Names.KeepFirst(name, count)};");
        }

        if (plan.Residence == Residence.Argument)
        {
            Writer.Line(Names.StoreFirst(form, name, value, first, count) + ";");
        }
        else if (plan.Residence == Residence.Scratch)
        {
            Writer.Line(Names.Store(form, name, value, first) + ";");
            if (vector == form.Count - 1 && _laneOperands.Contains(value))
            {
                Clear(value, first + form.Lanes);
            }
        }
        else if (_places.TryGetValue(value, out int offset))
        {
            Writer.Line(Names.Store(form, name, "memory", offset + first) + ";");
        }
    }

    /// <summary>Products read a row in the widest vectors: up to the end of the first of these, what no number is in has to be 0.</summary>
    private void Clear(string value, int from)
    {
        VectorForm narrow = VectorForm.Of(2, 128, Plan.ElementBytes);
        int line = Plan.Profile.AlignmentBytes / Plan.ElementBytes;
        for (int i = from; i % line != 0 || i < (from == 0 ? line : 0); i += narrow.Lanes)
        {
            Writer.Line(Names.Store(narrow, Names.Zero(narrow), value, i) + ";");
        }
    }

    /// <summary>Names a vector whose numbers a loop has put in memory.</summary>
    public void Reload(string value, int vector, bool isNew = true)
    {
        VectorForm form = FormOf(Values[value].Length);
        if (IsReference(value) && _known.Contains(Name(value, vector)))
        {
            Writer.Line($"{Name(value, vector)} = {Names.Load(form, value, vector * form.Lanes)};");
        }

        if (_places.TryGetValue(value, out int offset))
        {
            Writer.Line($"{(isNew && !_declared.Contains(Name(value, vector)) ? Names.Type(form) + " " : "")}{Name(value, vector)} = {Names.Load(form, "memory", offset + (vector * form.Lanes))};");
        }
    }

    /// <summary>Numbers of a value in one of its vectors.</summary>
    public static int Count(VectorForm form, int vector) => vector == form.Count - 1 ? form.Rest : form.Lanes;

    private bool IsReference(string value) => Values[value] is { Length: > 1, Residence: Residence.Argument or Residence.Scratch };

    private sealed class Closing(IDisposable block, Action behind) : IDisposable
    {
        public void Dispose()
        {
            block.Dispose();
            behind();
        }
    }

    private sealed class Operands(RowContext context, int vector) : IOperands
    {
        public bool IsNumber(string value) => context.Values[value].Length == 1;

        public string Number(string value) => context.Number(value, 0);

        public string Vector(string value) => context.Vector(value, vector);
    }

    private sealed class OperandsAtVariable(RowContext context, VectorForm form) : IOperands
    {
        public bool IsNumber(string value) => context.Values[value].Length == 1;

        public string Number(string value) => context.Number(value, 0);

        public string Vector(string value) => $"{context.Names.Class(form)}.LoadUnsafe(ref {context.Number(value, "j")})";
    }
}
