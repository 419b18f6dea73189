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

    /// <summary>Every method with its kernels, and where every value is.</summary>
    public static string Full(NetworkPlan plan)
    {
        StringBuilder text = new();
        foreach (string line in Table(plan))
        {
            text.Append(line).Append('\n');
        }

        foreach (ParameterBlock block in plan.Parameters.Blocks)
        {
            text.Append($"{block.Symbol} at {Invariant(block.Offset)}, {Invariant(block.Storage.Rows)} rows of {Invariant(block.Storage.PaddedColumns)} in {Invariant(block.Storage.Panels)} panels\n");
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
                    text.Append($"    {EquationPrinter.Print(piece.Kernel, values)}  [{EquationPrinter.Shapes(piece.Kernel)}]  {form}, {values[piece.Kernel.Target].Residence}\n");
                }
            }
        }

        return text.ToString();
    }

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
