using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>
/// An element-wise kernel with functions, as a method with a loop over vectors in memory, which layers of one kind share. It stands apart because the JIT would keep the
/// constants of its functions in registers, throughout the method that it is inlined into.
/// </summary>
internal sealed class MapMethod(RowContext context, Kernel.Map map, VectorForm form)
{
    private readonly SharedNames _names = new([.. map.Values]);

    private string Number => context.NumberType;

    private IEnumerable<string> Vectors => new[] { map.Target }.Concat(map.Reads).Distinct().Where(value => context.Values[value].Length > 1);

    private IEnumerable<string> Numbers => map.Reads.Where(value => context.Values[value].Length == 1);

    /// <summary>The call for the first numbers of the values.</summary>
    public string Call(int length)
    {
        IEnumerable<string> vectors = Vectors.Select(value => $"ref {context.Number(value, 0)}");
        IEnumerable<string> numbers = Numbers.Select(value => context.Number(value, 0));
        return $"{context.Helpers.Add("Map", Define)}({string.Join(", ", vectors.Concat(numbers))}, {Literals.Int(length)})";
    }

    private string Define(string name)
    {
        SourceWriter writer = new();
        IEnumerable<string> parameters = Vectors.Select(value => $"ref {Number} {_names[value]}").Concat(Numbers.Select(value => $"{Number} {_names[value]}"));
        writer.Line("// " + EquationPrinter.Print(map, _names.Symbols(context.Values)));
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Block($"private static void {name}({string.Join(", ", parameters)}, int length)"))
        using (writer.Block($"for (nint j = 0; j < length; j += {Literals.Int(form.Lanes)})"))
        {
            VectorExpression expression = new(context.Names, context.Helpers, form, new Operands(this));
            writer.Line($"{expression.Operand(map.Expression)}.StoreUnsafe(ref {VectorNames.Element(_names[map.Target], "j", 0)});");
        }

        return writer.ToString().TrimEnd('\n');
    }

    private string Load(string value) => $"{context.Names.Class(form)}.LoadUnsafe(ref {VectorNames.Element(_names[value], "j", 0)})";

    private sealed class Operands(MapMethod method) : IOperands
    {
        public bool IsNumber(string value) => method.Numbers.Contains(value);

        public string Number(string value) => method._names[value];

        public string Vector(string value) => method.Load(value);
    }
}
