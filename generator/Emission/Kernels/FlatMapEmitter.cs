using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// The same expression for every number of a block, as a method of its own: in vectors as far as they fill, where vectors know all its functions.
/// </summary>
internal static class FlatMapEmitter
{
    public static void Emit(KernelContext context, Kernel.Map map)
    {
        string[] names = [.. map.Reads.Append(map.Target).Distinct()];
        string method = context.Helpers.Add("Each", name => Define(context with { Writer = new SourceWriter() }, map, names, name));
        context.Writer.Line($"{method}({string.Join(", ", names)});");
    }

    private static string Define(KernelContext context, Kernel.Map map, IReadOnlyList<string> names, string method)
    {
        SourceWriter writer = context.Writer;
        writer.Line($"// {EquationPrinter.Print(map, context.Values.Values)}");
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Method($"private static void {method}", [.. names.Select(name => Parameter(context, map, name))]))
        {
            bool hasVectors = VectorText.CanWrite(map.Expression);
            if (hasVectors)
            {
                Vectors(context, map, names);
            }

            string start = hasVectors ? $"{map.Target}v.Length * global::System.Numerics.Vector<{context.Number}>.Count" : "0";
            using (writer.Block($"for (int k = {start}; k < {map.Target}.Length; k++)"))
            {
                writer.Line($"{context.Values.At(map.Target, "k")} = {context.At("k").Write(map.Expression)};");
            }
        }

        return writer.ToString().TrimEnd('\n');
    }

    private static void Vectors(KernelContext context, Kernel.Map map, IReadOnlyList<string> names)
    {
        string vector = $"global::System.Numerics.Vector<{context.Number}>";
        foreach (string name in names.Where(name => !IsScalar(context, name)))
        {
            context.Writer.Line($"global::System.{Span(map, name)}<{vector}> {name}v = global::System.Runtime.InteropServices.MemoryMarshal.Cast<{context.Number}, {vector}>({name});");
        }

        using (context.Writer.Block($"for (int k = 0; k < {map.Target}v.Length; k++)"))
        {
            context.Writer.Line($"{map.Target}v[k] = {new VectorText(context).Write(map.Expression)};");
        }

        context.Writer.Line();
    }

    private static string Parameter(KernelContext context, Kernel.Map map, string name) =>
        IsScalar(context, name) ? $"{context.Number} {name}" : $"global::System.{Span(map, name)}<{context.Number}> {name}";

    private static string Span(Kernel.Map map, string name) => name == map.Target ? "Span" : "ReadOnlySpan";

    private static bool IsScalar(KernelContext context, string name) => context.Values.Values[name].Residence == Residence.Scalar;
}
