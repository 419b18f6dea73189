using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Blocks;

/// <summary>
/// What is made of the sums of a product, as a struct that the library's kernels are compiled for. Its fields say how far from the first stored value the other
/// operands are, so that layers of one kind share it.
/// </summary>
internal sealed class FinishEmitter
{
    private const string SumName = "sum";

    private readonly NetworkPlan _plan;
    private readonly Stage.Product _product;
    private readonly Helpers _helpers;
    private readonly Dictionary<string, ValuePlan> _values;
    private readonly SharedNames _names;

    public FinishEmitter(NetworkPlan plan, ProgramPlan program, Stage.Product product, Helpers helpers)
    {
        _plan = plan;
        _product = product;
        _helpers = helpers;
        _values = program.Values.ToDictionary(value => value.Name);
        _names = new SharedNames([.. product.Finish.SelectMany(map => map.Values).Append(product.Contract.Target).Distinct()]);
    }

    private string First => _product.Stored[0];

    private string Number => _plan.Precision.Keyword();

    /// <summary>Values that are read and not made here: rows beside the target, and numbers for the whole call.</summary>
    private IEnumerable<ValuePlan> Beside => _product.Finish
        .SelectMany(map => map.Reads)
        .Distinct()
        .Where(name => name != _product.Contract.Target && _product.Finish.All(map => map.Target != name))
        .Select(name => _values[name]);

    /// <summary>The values at a distance from the first, and the numbers.</summary>
    private ValuePlan[] Fields => [.. _product.Stored.Skip(1).Select(name => _values[name]).Concat(Beside).GroupBy(value => value.Name).Select(group => group.First())];

    /// <summary>An instance for this product, its type defined if it is not yet.</summary>
    public string Instance()
    {
        if (_product.Finish.Count == 0)
        {
            return "default(Store)";
        }

        string type = _helpers.Add("Finish", Define);
        string[] arguments = [.. Fields.Select(value => value.Residence == Residence.Scalar ? value.Name : Literals.Int(value.Offset - _values[First].Offset))];
        return arguments.Length == 0 ? $"default({type})" : $"new {type}({string.Join(", ", arguments)})";
    }

    private string Define(string type)
    {
        SourceWriter writer = new();
        Dictionary<string, ValuePlan> symbols = _names.Symbols(_values);
        foreach (Kernel.Map map in _product.Finish)
        {
            writer.Line("// " + EquationPrinter.Print(map, symbols));
        }

        using (writer.Block($"private readonly struct {type} : {(_product.Finish.Any(map => map.Expression.Functions > 0) ? "ILongFinish" : "IFinish")}<{Number}>"))
        {
            WriteFields(writer, type);
            Method(writer, Number, default);
            foreach (int bits in _plan.VectorSupport == VectorSupport.None ? [] : new[] { 128, 256, 512 })
            {
                VectorForm form = new(0, bits, VectorForm.LanesOf(bits, _plan.ElementBytes));
                Method(writer, $"Vector{Literals.Int(bits)}<{Number}>", form);
            }
        }

        return writer.ToString().TrimEnd('\n');
    }

    private void WriteFields(SourceWriter writer, string type)
    {
        if (Fields.Length == 0)
        {
            return;
        }

        foreach (ValuePlan value in Fields)
        {
            writer.Line($"private readonly {FieldType(value)} _{_names[value.Name]};{(value.Residence == Residence.Scalar ? "" : $" // from {_names[First]} to it")}");
        }

        writer.Line();
        using (writer.Block($"public {type}({string.Join(", ", Fields.Select(value => $"{FieldType(value)} {_names[value.Name]}"))})"))
        {
            foreach (ValuePlan value in Fields)
            {
                writer.Line($"_{_names[value.Name]} = {_names[value.Name]};");
            }
        }

        writer.Line();
    }

    private string FieldType(ValuePlan value) => value.Residence == Residence.Scalar ? Number : "nint";

    private void Method(SourceWriter writer, string type, VectorForm form)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"public void Finish({type} {SumName}, ref {Number} at)"))
        {
            bool isVector = form.Bits > 0;
            VectorNames names = new(_plan.Precision, _plan.VectorSupport);
            Operands operands = new(this, isVector ? names : null, form);
            Store(writer, _product.Contract.Target, operands, isVector);
            foreach (Kernel.Map map in _product.Finish)
            {
                string text = isVector
                    ? new VectorExpression(names, _helpers, form, operands).Write(map.Expression)
                    : new ExpressionText(_plan.Precision, _helpers, operands.Number).Write(map.Expression);
                bool isNew = operands.Make(map.Target);
                writer.Line($"{(isNew ? type + " " : "")}{operands.Name(map.Target)} = {text};");
                if (!_product.Finish.SkipWhile(other => other != map).Skip(1).Any(other => other.Target == map.Target))
                {
                    Store(writer, map.Target, operands, isVector);
                }
            }
        }

        if (form.Bits < 512 && _plan.VectorSupport != VectorSupport.None)
        {
            writer.Line();
        }
    }

    /// <summary>Stores what is needed later; what is made in place of the sum itself is stored last.</summary>
    private void Store(SourceWriter writer, string value, Operands operands, bool isVector)
    {
        bool isRemade = value == _product.Contract.Target && operands.IsSum(value) && _product.Finish.Any(map => map.Target == value);
        if (!_product.Stored.Contains(value) || isRemade)
        {
            return;
        }

        string place = value == First ? "at" : $"Unsafe.Add(ref at, _{_names[value]})";
        writer.Line(isVector ? $"{operands.Name(value)}.StoreUnsafe(ref {place});" : $"{place} = {operands.Name(value)};");
    }

    private sealed class Operands(FinishEmitter finish, VectorNames? names, VectorForm form) : IOperands
    {
        private readonly HashSet<string> _made = [];

        /// <summary>Notes that a value has a variable from here on.</summary>
        public bool Make(string value) => _made.Add(value);

        public bool IsSum(string value) => value == finish._product.Contract.Target && !_made.Contains(value);

        public string Name(string value) => IsSum(value) ? SumName : finish._names[value];

        public bool IsNumber(string value) => finish._values[value].Residence == Residence.Scalar;

        public string Number(string value) => IsNumber(value) ? Field(value) : IsMade(value) ? Name(value) : $"Unsafe.Add(ref at, {Field(value)})";

        public string Vector(string value) => IsMade(value) ? Name(value) : $"{names!.Class(form)}.LoadUnsafe(ref Unsafe.Add(ref at, {Field(value)}))";

        private bool IsMade(string value) => value == finish._product.Contract.Target || _made.Contains(value);

        private string Field(string value) => $"_{finish._names[value]}";
    }
}
