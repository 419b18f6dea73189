using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>
/// A vector times the rows of a matrix, for one sample: products lane by lane, whose lanes are summed up for several rows at once. The target may be the
/// caller's memory.
/// </summary>
internal sealed class RowSums(RowContext context, Kernel.Contract contract)
{
    private readonly ParameterBlock _block = context.Plan.Parameters.Block(contract.Matrix);
    private readonly VectorForm _operand = context.FormOf(contract.Count);
    private readonly VectorForm _target = context.FormOf(contract.Length);
    private readonly ProductFinish _finish = new(context, contract);

    private VectorNames Names => context.Names;

    private SourceWriter Writer => context.Writer;

    private int Panels => RowForm.LoopedPanels(contract, _block.Storage, _operand.Count, _target.Count, context.Plan.Profile);

    public void Emit()
    {
        if (Panels == 0)
        {
            context.Load([contract.Vector]);
        }

        bool isLooped = RowForm.IsLooped(contract, _operand.Count, _target.Count, context.Plan.Profile);
        if (!isLooped)
        {
            for (int vector = 0; vector < _target.Count; vector++)
            {
                Group(vector);
            }

            return;
        }

        // Whole vectors of sums, and what is left.
        int whole = contract.Length / _target.Lanes;
        using (Writer.Block($"for (nint i = 0; i < {Literals.Int(whole * _target.Lanes)}; i += {Literals.Int(_target.Lanes)})"))
        {
            LoopedGroup();
        }

        for (int vector = 0; vector < whole; vector++)
        {
            context.Reload(contract.Target, vector);
        }

        if (whole < _target.Count)
        {
            Group(whole);
        }
    }

    /// <summary>The sums of one vector, written out.</summary>
    private void Group(int vector)
    {
        int first = vector * _target.Lanes;
        int count = System.Math.Min(_target.Lanes, contract.Length - first);
        List<string> products = Panels > 0 ? ThroughPanels(first, count) : [.. Enumerable.Range(first, count).Select(row => Product(row, "θ"))];
        _finish.Assign(vector, Sums(products, _target.Lanes));
    }

    /// <summary>The products of some rows of the matrix, lane by lane: a loop over the whole panels, and what is left.</summary>
    private List<string> ThroughPanels(int firstRow, int count)
    {
        Storage storage = _block.Storage;
        int each = storage.PanelWidth / _operand.Lanes;
        List<string> products = [.. Enumerable.Range(0, count).Select(_ => context.NewName("p"))];
        foreach (string product in products)
        {
            Writer.Line($"{Names.Type(_operand)} {product} = {Names.Zero(_operand)};");
        }

        using (Writer.Block($"for (nint panel = 0; panel < {Literals.Int(Panels)}; panel++)"))
        {
            Writer.Line($"ref {context.NumberType} operand = ref {context.Number(contract.Vector, $"panel * {Literals.Int(storage.PanelWidth)}")};");
            Writer.Line($"ref {context.NumberType} w = ref Unsafe.Add(ref θ, panel * {Literals.Int(storage.PanelStride)});");
            string[] factors = [.. Enumerable.Range(0, each).Select(_ => context.NewName("f"))];
            for (int vector = 0; vector < each; vector++)
            {
                Writer.Line($"{Names.Type(_operand)} {factors[vector]} = {Names.Load(_operand, "operand", vector * _operand.Lanes)};");
            }

            for (int row = 0; row < count; row++)
            {
                for (int vector = 0; vector < each; vector++)
                {
                    Add(products[row], factors[vector], "w", firstRow + row, vector);
                }
            }
        }

        for (int row = 0; row < count; row++)
        {
            for (int vector = Panels * each; vector < _operand.Count; vector++)
            {
                Add(products[row], context.Vector(contract.Vector, vector), "θ", firstRow + row, vector);
            }
        }

        return products;
    }

    private void Add(string product, string factor, string source, int row, int vector)
    {
        int offset = _block.Offset + _block.Storage.Offset(row, vector * _operand.Lanes);
        Writer.Line($"{product} = {Names.MultiplyAdd(_operand, factor, Names.Load(_operand, source, offset), product)};");
    }

    /// <summary>The sums of any vector but the last, at the variable i.</summary>
    private void LoopedGroup()
    {
        foreach (int width in Enumerable.Range(0, _operand.Count).Select(Width).Distinct())
        {
            Writer.Line($"ref {context.NumberType} {Row(width)} = ref Unsafe.Add(ref θ, i * {Literals.Int(width)});");
        }

        List<string> products = [.. Enumerable.Range(0, _target.Lanes).Select(row => Product(row, null))];
        Writer.Line($"{Sums(products, _target.Lanes)}.StoreUnsafe(ref {context.Number(contract.Target, "i")});");
    }

    /// <summary>The products of a row of the matrix, lane by lane, and its name.</summary>
    private string Product(int row, string? source)
    {
        string name = context.NewName("p");
        for (int vector = 0; vector < _operand.Count; vector++)
        {
            int offset = _block.Offset + _block.Storage.Offset(row, vector * _operand.Lanes);
            string weights = Names.Load(_operand, source ?? Row(Width(vector)), offset);
            string factor = context.Vector(contract.Vector, vector);
            Writer.Line(vector == 0
                ? $"{Names.Type(_operand)} {name} = {factor} * {weights};"
                : $"{name} = {Names.MultiplyAdd(_operand, factor, weights, name)};");
        }

        return name;
    }

    /// <summary>A vector of the sums of so many vectors; where there are fewer, of zeros.</summary>
    private string Sums(IReadOnlyList<string> products, int lanes)
    {
        if (_operand.Lanes == 1)
        {
            return lanes == 1 ? products[0] : $"{Names.Class(_target)}.Create({string.Join(", ", Padded(products, lanes))})";
        }

        if (lanes == 1)
        {
            return $"Lanes.Sum({products[0]})";
        }

        VectorForm form = context.FormOf(lanes);
        VectorForm needed = context.FormOf(System.Math.Max(products.Count, 2));
        if (needed.Lanes < lanes)
        {
            return VectorNames.Widened(needed, form, Sums(products, needed.Lanes));
        }

        if (lanes <= _operand.Lanes)
        {
            return $"Lanes.Sums({string.Join(", ", Padded(products, lanes))})";
        }

        int half = lanes / 2;
        return $"{Names.Class(form)}.Create({Sums([.. products.Take(half)], half)}, {Sums([.. products.Skip(half)], half)})";
    }

    /// <summary>As many vectors as the target has lanes, with zeros; for one or two sums two, since the library leaves the lanes behind these 0.</summary>
    private IEnumerable<string> Padded(IReadOnlyList<string> products, int lanes)
    {
        int count = products.Count <= 2 && _operand.Lanes > 1 ? 2 : lanes;
        return products.Concat(Enumerable.Repeat(Names.Zero(_operand), count - products.Count));
    }

    private int Width(int vector) => _block.Storage.Width(vector * _operand.Lanes / _block.Storage.PanelWidth);

    private string Row(int width) => width == _block.Storage.PanelWidth ? "w" : $"w{Literals.Int(width)}";
}
