using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>A sample's share of the gradient of a matrix: every number of one factor times the vectors of the other.</summary>
internal sealed class RowGradients(RowContext context, Kernel.Outer outer)
{
    private readonly ParameterBlock _block = context.Plan.Parameters.BlockOfGradient(context.Values[outer.Target]);

    private VectorNames Names => context.Names;

    private SourceWriter Writer => context.Writer;

    private Storage Storage => _block.Storage;

    public void Emit()
    {
        if (GroupedRows.Of(context, _block) is { } groups)
        {
            groups.AddGradient(outer);
            return;
        }

        string numbers = RowForm.BroadcastOf(outer, context.Values, context.Plan.Parameters);
        string vectors = numbers == outer.Left ? outer.Right : outer.Left;
        VectorForm form = context.FormOf(Storage.Columns);
        string kept = context.Kept(_block, form);
        string[] operands = [.. Enumerable.Range(0, form.Count).Select(vector => context.Vector(vectors, vector))];
        if (RowForm.IsWrittenOut(Storage.Rows, form.Count, context.Plan.Profile))
        {
            for (int row = 0; row < Storage.Rows; row++)
            {
                for (int vector = 0; vector < form.Count; vector++)
                {
                    int offset = _block.Offset + Storage.Offset(row, vector * form.Lanes);
                    Write(form, vector, Names.Fill(form, context.Number(numbers, row)), operands[vector], "g", offset, kept);
                }
            }

            return;
        }

        // Backward, since a step's product has gone forward and the next one's will: what the cache holds is used before it has to leave.
        using (Writer.Block($"for (nint i = {Literals.Int(Storage.Rows - 1)}; i >= 0; i--)"))
        {
            string factor = Names.Fill(form, context.Number(numbers, "i"));
            Writer.Line($"{Names.Type(form)} f = {factor};");
            foreach (int width in Enumerable.Range(0, form.Count).Select(vector => Width(form, vector)).Distinct())
            {
                Writer.Line($"ref {context.NumberType} {Row(width)} = ref Unsafe.Add(ref g, i{Literals.Times(width)});");
            }

            for (int vector = 0; vector < form.Count; vector++)
            {
                Write(form, vector, "f", operands[vector], Row(Width(form, vector)), _block.Offset + Storage.Offset(0, vector * form.Lanes), kept);
            }
        }
    }

    /// <summary>Padding stays 0, even where a factor is NaN.</summary>
    private void Write(VectorForm form, int vector, string left, string right, string target, int offset, string kept)
    {
        string sum = Names.MultiplyAdd(form, left, right, kept + Names.Load(form, target, offset));
        int count = RowContext.Count(form, vector);
        Writer.Line(Names.Store(form, count < form.Lanes ? Names.KeepFirst(sum, count) : sum, target, offset) + ";");
    }

    private int Width(VectorForm form, int vector) => Storage.Width(vector * form.Lanes / Storage.PanelWidth);

    private string Row(int width) => width == Storage.PanelWidth ? "row" : $"row{Literals.Int(width)}";
}
