using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>The plan for people: as the table of layers that stands in documentation, and in full.</summary>
internal static class PlanPrinter
{
    /// <summary>The layers with their shapes, costs and forms, and the sums.</summary>
    public static IReadOnlyList<string> Table(NetworkPlan plan)
    {
        List<string[]> rows = [["layer", "shape", "activation", "parameters", "MACs", "plan"]];
        for (int index = 0; index < plan.Layers.Count; index++)
        {
            LayerPlan layer = plan.Layers[index];
            int parameters = plan.Parameters.Blocks.Where(block => block.Layer == index).Sum(block => block.Rows * block.Columns);
            rows.Add([layer.Layer.Name, $"{Sizes(layer.Layer.InputShape.Sizes)} → {Sizes(layer.Layer.OutputShape.Sizes)}", layer.Layer.Activation.ToString(), Count(parameters), Count(layer.Layer.Macs), Describe(layer)]);
        }

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return [.. rows.Select(row => Align(row, widths)), Objective(plan), Costs(plan), .. Budget(plan)];
    }

    public static string Describe(LayerPlan layer) =>
        layer.IsUnrolled ? "unrolled"
        : layer.Refused is { } refusal ? $"loops: above the ceiling of {Count(refusal.Ceiling)} {refusal.What} for unrolling"
        : "loops";

    /// <summary>Every method or stage with its kernels, and where values are.</summary>
    public static string Full(NetworkPlan plan)
    {
        StringBuilder text = new();
        foreach (string line in Table(plan))
        {
            text.Append(line).Append('\n');
        }

        foreach (ParameterBlock block in plan.Parameters.Blocks)
        {
            text.Append($"{block.Symbol} at {Invariant(block.Offset)}: {Invariant(block.Storage.Rows)} × {Invariant(block.Storage.PaddedColumns)}, panels: {Invariant(block.Storage.Panels)}{(block.IsTransposed ? ", transposed" : "")}\n");
        }

        foreach (ProgramPlan program in plan.Programs)
        {
            Dictionary<string, ValuePlan> values = program.Values.ToDictionary(value => value.Name);
            text.Append($"\n{program.Kind}, scratch {Invariant(program.ScratchLength)}\n");
            for (int method = 0; method < program.Methods.Count; method++)
            {
                text.Append($"  method {Invariant(method + 1)}\n");
                foreach (KernelPiece piece in program.Methods[method].Pieces)
                {
                    string form = piece.Kernel.IsUnrolled ? $"unrolled {Invariant(piece.From)}..{Invariant(piece.To)}" : "loop";
                    text.Append($"    {Equation(piece.Kernel, values)}  {form}, {values[piece.Kernel.Target].Residence}\n");
                }
            }

            foreach (Stage stage in program.Stages)
            {
                text.Append(Describe(stage, values));
            }

            if (program.Row is { } shared && shared.Owner != program.Kind)
            {
                text.Append($"  one sample in vectors: by {shared.Owner}\n");
                continue;
            }

            foreach (RowForm form in program.Row?.Forms ?? EquatableArray<RowForm>.Empty)
            {
                text.Append($"  one sample in vectors of {Invariant(form.Bits)} bits, {Invariant(form.MemoryLength)} numbers in memory\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A stage with its kernels, and where a product leaves its results.</summary>
    private static string Describe(Stage stage, Dictionary<string, ValuePlan> values)
    {
        (string head, IEnumerable<Kernel> kernels) = stage switch
        {
            Stage.Product product => ("product", [product.Contract, .. product.Finish]),
            Stage.Gradient gradient => ("gradient", [gradient.Kernel]),
            Stage.Rows rows => ("rows", (IEnumerable<Kernel>)rows.Kernels),
            _ => throw new PlanException($"no description of {stage}"),
        };
        IEnumerable<string> lines = kernels.Select(kernel => $"    {Equation(kernel, values)}");
        if (stage is Stage.Product made)
        {
            lines = lines.Concat(made.Stored.Select(name => $"    → {values[name].Symbol}{Place(values[name])}{(made.Cleared.Contains(name) ? ", padding cleared" : "")}"));
        }

        return string.Concat(lines.Prepend($"  {head}").Select(line => line + "\n"));
    }

    private static string Equation(Kernel kernel, Dictionary<string, ValuePlan> values) =>
        $"{EquationPrinter.Print(kernel, values)}  [{EquationPrinter.Shapes(kernel)}]";

    private static string Place(ValuePlan value) => value.Residence == Residence.Argument ? "" : $" at {Invariant(value.Offset)}, rows {Invariant(value.Stride)} apart";

    private static string Align(string[] row, int[] widths)
    {
        IEnumerable<string> cells = row.Select((cell, column) => column is 3 or 4 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
        return string.Join("   ", cells).TrimEnd();
    }

    private static string Objective(NetworkPlan plan)
    {
        if (plan.Loss is not { } loss)
        {
            return "no loss";
        }

        IEnumerable<string> terms = plan.Penalties.Select(penalty =>
            $"{EquationPrinter.Number(penalty.Factor)}·Σ({plan.Parameters.Block(penalty.Parameter).Symbol})²");
        return string.Join(" + ", terms.Prepend($"loss: {loss}"));
    }

    private static string Costs(NetworkPlan plan)
    {
        long scratch = plan.ScratchBytes;
        string where = scratch <= plan.Profile.StackBudget ? "on the stack" : "kept per thread";
        return $"{Count(plan.Parameters.ParameterCount)} parameters, {Count(plan.Parameters.StorageLength)} stored ({Count(plan.ParameterBytes)} B), {Count(plan.Macs)} MACs, "
            + (scratch == 0 ? "no scratch memory" : $"scratch {Count(scratch)} B {where}");
    }

    private static IEnumerable<string> Budget(NetworkPlan plan)
    {
        if (plan.Budget is { IsEmpty: false } budget)
        {
            (string What, long? Limit, string Unit)[] limits = [("parameters", budget.ParameterBytes, " B"), ("scratch", budget.ScratchBytes, " B"), ("MACs", budget.Macs, "")];
            yield return "budget: " + string.Join(", ", limits.Where(limit => limit.Limit is not null).Select(limit => $"{limit.What} {Count(limit.Limit!.Value)}{limit.Unit}"));
        }
    }

    private static string Sizes(EquatableArray<int> sizes) => string.Join("×", sizes.Select(Invariant));

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
