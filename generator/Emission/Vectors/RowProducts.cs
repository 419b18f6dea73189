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
    private readonly ProductFinish _finish = new(context, contract);

    private Storage Storage => _block.Storage;

    private VectorNames Names => context.Names;

    private SourceWriter Writer => context.Writer;

    public void Emit()
    {
        if (GroupedRows.Of(context, _block) is { } groups)
        {
            groups.Multiply(contract);
            return;
        }

        if (RowForm.IsAcross(contract, context.Plan.Parameters))
        {
            new RowSums(context, contract).Emit();
            return;
        }

        // Vectors of panels whose sums are cut alike grow together, since every sum waits for its own additions.
        foreach (IGrouping<int, int> alike in Enumerable.Range(0, _form.Count).GroupBy(Segments))
        {
            int[] vectors = [.. alike];
            int segments = Segments(vectors[0]);
            int size = System.Math.Max(1, _profile.RowAccumulators(segments) / segments);
            for (int first = 0; first < vectors.Length; first += size)
            {
                Along([.. vectors.Skip(first).Take(size)]);
            }
        }
    }

    /// <summary>Every number times its row of the matrix, whose columns are in the lanes.</summary>
    private void Along(int[] vectors)
    {
        int segments = Segments(vectors[0]);
        int length = contract.Count / segments;
        for (int segment = 0; segment < segments; segment++)
        {
            foreach (int vector in vectors)
            {
                string start = segment == 0 && contract.Initial is { } bias ? _finish.Bias(bias, vector) : Names.Zero(_form);
                Writer.Line($"{Names.Type(_form)} {Sum(vector, segment)} = {start};");
            }
        }

        if (RowForm.IsWrittenOut(contract.Count, vectors.Length, _profile))
        {
            for (int k = 0; k < length; k++)
            {
                for (int segment = 0; segment < segments; segment++)
                {
                    Step(vectors, segment, (segment * length) + k);
                }
            }
        }
        else
        {
            Loop(vectors, segments, length);
        }

        // What the last segment has more than the others.
        for (int index = segments * length; index < contract.Count; index++)
        {
            Step(vectors, segments - 1, index);
        }

        foreach (int vector in vectors)
        {
            for (int segment = 1; segment < segments; segment++)
            {
                Writer.Line($"{Sum(vector, 0)} += {Sum(vector, segment)};");
            }

            _finish.Write(vector);
        }
    }

    private void Loop(int[] vectors, int segments, int length)
    {
        // References that walk along: of k times a width the JIT would make two instructions.
        (int Width, string Name)[] rows = [.. vectors.Select(Width).Distinct().Select(width => (width, context.NewName("weights")))];
        foreach ((_, string name) in rows)
        {
            Writer.Line($"ref {context.NumberType} {name} = ref θ;");
        }

        using (Writer.Block($"for (nint k = 0; k < {Literals.Int(length)}; k++)"))
        {
            for (int segment = 0; segment < segments; segment++)
            {
                string index = segment == 0 ? "k" : $"k + {Literals.Int(segment * length)}";
                Step(vectors, segment, context.Number(contract.Vector, index), vector => Names.Load(_form, Row(vector), Offset(segment * length, vector)));
            }

            foreach ((int width, string name) in rows)
            {
                Writer.Line($"{name} = ref Unsafe.Add(ref {name}, {Literals.Int(width)});");
            }
        }

        string Row(int vector) => rows.First(row => row.Width == Width(vector)).Name;
    }

    private void Step(int[] vectors, int segment, int index) =>
        Step(vectors, segment, context.Number(contract.Vector, index), vector => Names.Load(_form, "θ", Offset(index, vector)));

    /// <summary>Numbers from row to row of the panel that a vector is in.</summary>
    private int Width(int vector) => Storage.Width(vector * _form.Lanes / Storage.PanelWidth);

    private int Segments(int vector) => Storage.SegmentsOf(vector * _form.Lanes / Storage.PanelWidth);

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

    private string Sum(int vector, int segment) => _finish.Sum(vector) + (segment == 0 ? "" : $"_s{Literals.Int(segment)}");
}
