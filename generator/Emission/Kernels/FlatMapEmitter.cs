using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// The same expression for every number of a block, as a method of its own: in vectors as far as they fill, where vectors know all its functions. Its
/// parameters have the names of no layer, so that layers of one kind share it.
/// </summary>
internal static class FlatMapEmitter
{
    public static void Emit(KernelContext context, Kernel.Map map)
    {
        string[] values = [.. map.Values];
        Dictionary<string, ValuePlan> shared = Share(values, context.Values.Values);
        Kernel.Map anonymous = map with
        {
            Target = shared[map.Target].Name,
            Length = 1,
            Expression = map.Expression.Replace(part => part is Expression.Element element ? new Expression.Element(shared[element.Value].Name) : null),
        };
        ProgramPlan program = new(default, default, shared.Values.ToEquatableArray(), 0);
        KernelContext inner = context with { Values = new ValueAccess(program) };
        string method = context.Helpers.Add("Each", name => Define(inner with { Writer = new SourceWriter() }, anonymous, name));
        context.Writer.Line($"{method}({string.Join(", ", values)});");
    }

    /// <summary>Values without the number of their layer, unless two would have one name.</summary>
    private static Dictionary<string, ValuePlan> Share(IReadOnlyList<string> names, IReadOnlyDictionary<string, ValuePlan> values)
    {
        ILookup<string, string> stems = names.ToLookup(name => name.TrimEnd("0123456789".ToCharArray()));
        return names.ToDictionary(name => name, name =>
        {
            string stem = name.TrimEnd("0123456789".ToCharArray());
            string shared = stems[stem].Count() == 1 ? stem : name;
            ValuePlan value = values[name];
            string symbol = shared == name ? value.Symbol : value.Symbol.TrimEnd("⁰¹²³⁴⁵⁶⁷⁸⁹0123456789".ToCharArray());
            Residence residence = value.Residence == Residence.Scalar ? Residence.Scalar : Residence.Argument;

            // Its length does not matter, but it is more than one.
            return new ValuePlan(shared, symbol, residence == Residence.Scalar ? 1 : 2, residence);
        });
    }

    private static string Define(KernelContext context, Kernel.Map map, string method)
    {
        SourceWriter writer = context.Writer;
        IReadOnlyCollection<ValuePlan> values = [.. context.Values.Values.Values];
        writer.Line($"// {EquationPrinter.Print(map, context.Values.Values)}");
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Method($"private static void {method}", [.. values.Select(value => Parameter(context, map, value))]))
        {
            bool hasVectors = VectorText.CanWrite(map.Expression);
            if (hasVectors)
            {
                Vectors(context, map, values);
            }

            string start = hasVectors ? $"{map.Target}v.Length * global::System.Numerics.Vector<{context.Number}>.Count" : "0";
            using (writer.Block($"for (int k = {start}; k < {map.Target}.Length; k++)"))
            {
                writer.Line($"{context.Values.At(map.Target, "k")} = {context.At("k").Write(map.Expression)};");
            }
        }

        return writer.ToString().TrimEnd('\n');
    }

    private static void Vectors(KernelContext context, Kernel.Map map, IEnumerable<ValuePlan> values)
    {
        string vector = $"global::System.Numerics.Vector<{context.Number}>";
        foreach (ValuePlan value in values.Where(value => value.Residence != Residence.Scalar))
        {
            context.Writer.Line($"global::System.{Span(map, value)}<{vector}> {value.Name}v = global::System.Runtime.InteropServices.MemoryMarshal.Cast<{context.Number}, {vector}>({value.Name});");
        }

        using (context.Writer.Block($"for (int k = 0; k < {map.Target}v.Length; k++)"))
        {
            context.Writer.Line($"{map.Target}v[k] = {new VectorText(context).Write(map.Expression)};");
        }

        context.Writer.Line();
    }

    private static string Parameter(KernelContext context, Kernel.Map map, ValuePlan value) => value.Residence == Residence.Scalar
        ? $"{context.Number} {value.Name}"
        : $"global::System.{Span(map, value)}<{context.Number}> {value.Name}";

    private static string Span(Kernel.Map map, ValuePlan value) => value.Name == map.Target ? "Span" : "ReadOnlySpan";
}
