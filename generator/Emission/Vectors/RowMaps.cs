using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>Element-wise kernels and reductions of one sample, vector by vector; of long rows in memory, and of many functions, in a loop.</summary>
internal sealed class RowMaps(RowContext context)
{
    private VectorNames Names => context.Names;

    private SourceWriter Writer => context.Writer;

    public void Map(Kernel.Map map)
    {
        VectorForm form = context.FormOf(map.Length);
        bool isLooped = IsLooped(map, form, map.Values);
        if (isLooped)
        {
            if (context.Form.Loops.Contains(map))
            {
                Writer.Line($"{new MapMethod(context, map, form).Call(form.Length / form.Lanes * form.Lanes)};");
            }
            else
            {
                using (Loop(form))
                {
                    Writer.Line($"{context.ExpressionAtVariable(form).Operand(map.Expression)}.StoreUnsafe(ref {context.Number(map.Target, "j")});");
                }
            }

            for (int vector = 0; vector < form.Length / form.Lanes; vector++)
            {
                context.Reload(map.Target, vector, isNew: !map.Reads.Contains(map.Target));
            }
        }

        for (int vector = isLooped ? form.Length / form.Lanes : 0; vector < form.Count; vector++)
        {
            string text = context.Expression(form, vector).Write(map.Expression);
            if (map.Accumulates)
            {
                int offset = context.Values[map.Target].Offset + (vector * form.Lanes);
                Writer.Line(form.Lanes == 1
                    ? $"{VectorNames.Element("g", offset)} += {text};"
                    : Names.Store(form, $"({Names.Load(form, "g", offset)} + {text})", "g", offset) + ";");
            }
            else if (map.Reads.Contains(map.Target))
            {
                Writer.Line($"{context.Name(map.Target, vector)} = {text};");
                context.Finished(map.Target, vector);
            }
            else
            {
                context.Assign(map.Target, vector, text);
            }
        }
    }

    public void Reduce(Kernel.Reduce reduce)
    {
        VectorForm form = context.FormOf(reduce.Count);
        if (form.Lanes == 1)
        {
            context.Assign(reduce.Target, 0, context.Expression(form, 0).Write(reduce.Expression));
            return;
        }

        bool isSum = reduce.Reduction == Reduction.Sum;
        bool isLooped = IsLooped(reduce, form, reduce.Reads);
        bool isOfFirst = form is { Count: 1, Bits: 128, IsRagged: true };
        string all = "";
        if (isLooped)
        {
            all = context.NewName("all");
            Writer.Line($"{Names.Type(form)} {all} = {(isSum ? Names.Zero(form) : Names.Fill(form, $"{context.NumberType}.NegativeInfinity"))};");
            using (Loop(form))
            {
                Include(context.ExpressionAtVariable(form).Write(reduce.Expression));
            }
        }

        for (int vector = isLooped ? form.Length / form.Lanes : 0; vector < form.Count; vector++)
        {
            // Lanes without a number count for nothing.
            string term = context.Expression(form, vector).Write(reduce.Expression);
            bool isCut = form.IsRagged && vector == form.Count - 1 && !isOfFirst;
            term = !isCut ? term
                : isSum ? Names.KeepFirst(term, form.Rest)
                : Names.KeepFirst(form, term, form.Rest, $"{context.NumberType}.NegativeInfinity");
            if (all.Length > 0)
            {
                Include(term);
            }
            else if (form.Count == 1)
            {
                all = term;
            }
            else
            {
                all = context.NewName("all");
                Writer.Line($"{Names.Type(form)} {all} = {term};");
            }
        }

        string function = isSum ? "Sum" : "Max";
        context.Assign(reduce.Target, 0, isOfFirst ? $"Lanes.{function}OfFirst({all}, {Literals.Int(reduce.Count)})" : $"Lanes.{function}({all})");

        void Include(string term) => Writer.Line(isSum ? $"{all} += {term};" : $"{all} = {Names.Max(form, all, term)};");
    }

    private bool IsLooped(Kernel kernel, VectorForm form, IEnumerable<string> values) => context.Form.Loops.Contains(kernel) || (form.Count > context.Plan.Profile.RowVectors(context.Form.Bits)
        && values.All(value => context.Values[value] is { Length: 1 } or { Residence: Residence.Argument or Residence.Scratch }));

    /// <summary>Over the whole vectors of a row.</summary>
    private System.IDisposable Loop(VectorForm form) =>
        Writer.Block($"for (nint j = 0; j < {Literals.Int(form.Length / form.Lanes * form.Lanes)}; j += {Literals.Int(form.Lanes)})");
}
