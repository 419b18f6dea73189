using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>A vector of numbers times a matrix of parameters, for one sample.</summary>
internal sealed class RowProducts(RowContext context, Kernel.Contract contract)
{
    private readonly ParameterBlock _block = context.Plan.Parameters.Block(contract.Matrix);
    private readonly VectorForm _form = context.FormOf(contract.Length);
    private readonly TargetProfile _profile = context.Plan.Profile;

    private Storage Storage => _block.Storage;

    private VectorNames Names => context.Names;

    private SourceWriter Writer => context.Writer;

    public void Emit()
    {
        if (RowForm.IsAcross(contract, context.Plan.Parameters))
        {
            new RowSums(context, contract).Emit();
            return;
        }

        for (int first = 0; first < _form.Count; first += _profile.RowAccumulators)
        {
            Along([.. Enumerable.Range(first, System.Math.Min(_profile.RowAccumulators, _form.Count - first))]);
        }
    }

    /// <summary>Every number times its row of the matrix, whose columns are in the lanes.</summary>
    private void Along(int[] vectors)
    {
        int segments = Storage.Segments(context.Plan.ElementBytes);
        int length = (contract.Count + segments - 1) / segments;
        for (int segment = 0; segment < segments; segment++)
        {
            foreach (int vector in vectors)
            {
                string start = segment == 0 && contract.Initial is { } bias ? Initial(bias, vector) : Names.Zero(_form);
                Writer.Line($"{Names.Type(_form)} {Sum(vector, segment)} = {start};");
            }
        }

        if (length * segments * vectors.Length <= _profile.RowProducts)
        {
            for (int k = 0; k < length; k++)
            {
                for (int segment = 0; segment < segments && (segment * length) + k < contract.Count; segment++)
                {
                    int index = (segment * length) + k;
                    Step(vectors, segment, context.Number(contract.Vector, index), vector => Names.Load(_form, "θ", Offset(index, vector)));
                }
            }
        }
        else
        {
            Loop(vectors, segments, length);
        }

        foreach (int vector in vectors)
        {
            for (int segment = 1; segment < segments; segment++)
            {
                Writer.Line($"{Sum(vector, 0)} += {Sum(vector, segment)};");
            }

            Finish(vector, Sum(vector, 0));
        }
    }

    private void Loop(int[] vectors, int segments, int length)
    {
        // The last segment may be shorter.
        int last = contract.Count - ((segments - 1) * length);
        using (Writer.Block($"for (nint k = 0; k < {Literals.Int(last)}; k++)"))
        {
            LoopBody(vectors, Enumerable.Range(0, segments), length);
        }

        if (last < length)
        {
            using (Writer.Block($"for (nint k = {Literals.Int(last)}; k < {Literals.Int(length)}; k++)"))
            {
                LoopBody(vectors, Enumerable.Range(0, segments - 1), length);
            }
        }
    }

    private void LoopBody(int[] vectors, IEnumerable<int> segments, int length)
    {
        foreach (int width in vectors.Select(Width).Distinct())
        {
            Writer.Line($"ref {context.NumberType} {Row(width)} = ref Unsafe.Add(ref θ, k{(width == 1 ? "" : $" * {Literals.Int(width)}")});");
        }

        foreach (int segment in segments)
        {
            string index = segment == 0 ? "k" : $"k + {Literals.Int(segment * length)}";
            Step(vectors, segment, context.Number(contract.Vector, index), vector => Names.Load(_form, Row(Width(vector)), Offset(segment * length, vector)));
        }
    }

    /// <summary>Numbers from row to row of the panel that a vector is in.</summary>
    private int Width(int vector) => Storage.Width(vector * _form.Lanes / Storage.PanelWidth);

    /// <summary>Rows of panels of different width are at different distances.</summary>
    private string Row(int width) => width == Storage.PanelWidth ? "w" : $"w{Literals.Int(width)}";

    private void Step(int[] vectors, int segment, string number, System.Func<int, string> weights)
    {
        string factor = Names.Fill(_form, number);
        if (vectors.Length > 1)
        {
            string name = context.NewName("f");
            Writer.Line($"{Names.Type(_form)} {name} = {factor};");
            factor = name;
        }

        foreach (int vector in vectors)
        {
            string sum = Sum(vector, segment);
            Writer.Line($"{sum} = {Names.MultiplyAdd(_form, factor, weights(vector), sum)};");
        }
    }

    private int Offset(int row, int vector) => _block.Offset + Storage.Offset(row, vector * _form.Lanes);

    private string Sum(int vector, int segment) =>
        context.SumName(contract.Target, vector) + (segment == 0 ? "" : $"_s{Literals.Int(segment)}");

    private string Initial(string bias, int vector) => context.Values[bias].Length == 1
        ? Names.Fill(_form, context.Number(bias, 0))
        : context.Vector(bias, vector);

    private void Finish(int vector, string sum)
    {
        string result = contract.Finish is { } finish ? context.Expression(_form, vector, sum).Write(finish) : sum;
        string name = context.Name(contract.Target, vector);
        if (result != name)
        {
            Writer.Line($"{name} = {result};");
        }

        if (contract.Length > 1)
        {
            context.Finished(contract.Target, vector);
        }
    }
}
