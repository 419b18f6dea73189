using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>What the weights alone add to the objective and its gradient.</summary>
internal sealed class PenaltyEmitter(SourceWriter writer, NetworkPlan plan, Helpers helpers)
{
    private string Number => plan.Precision.Keyword();

    public void Emit()
    {
        if (plan.Penalties.Count == 0)
        {
            return;
        }

        int size = plan.Profile.MethodPenalties;
        PenaltyPlan[][] parts = Enumerable.Range(0, (plan.Penalties.Count + size - 1) / size)
            .Select(part => plan.Penalties.Skip(part * size).Take(size).ToArray())
            .ToArray();
        if (parts.Length > 1)
        {
            Calls(parts.Length);
        }

        for (int part = 0; part < parts.Length; part++)
        {
            string name = parts.Length > 1 ? $"Part{Literals.Int(part + 1)}" : "";
            Values($"Penalty{name}", parts[part], parts.Length > 1);
            Gradients($"PenaltyGradients{name}", parts[part], clears: parts.Length == 1);
        }
    }

    /// <summary>Of very many layers, in parts that the JIT optimizes.</summary>
    private void Calls(int parts)
    {
        string[] numbers = Enumerable.Range(1, parts).Select(Literals.Int).ToArray();
        writer.Line();
        using (writer.Block($"private static {Number} Penalty(global::System.ReadOnlySpan<{Number}> θ)"))
        {
            writer.Line("double penalty = 0;");
            foreach (string number in numbers)
            {
                writer.Line($"penalty += PenaltyPart{number}(θ);");
            }

            writer.Line(Result("penalty"));
        }

        writer.Line();
        using (writer.Block($"private static void PenaltyGradients(global::System.ReadOnlySpan<{Number}> θ, global::System.Span<{Number}> g)"))
        {
            writer.Line("g.Clear();");
            foreach (string number in numbers)
            {
                writer.Line($"PenaltyGradientsPart{number}(θ, g);");
            }
        }
    }

    private void Values(string name, PenaltyPlan[] penalties, bool isPart)
    {
        writer.Line();
        writer.Line("// " + string.Join(" + ", penalties.Select(penalty => $"{EquationPrinter.Number(penalty.Factor)}·Σ({Block(penalty).Symbol})²")));
        using (writer.Block($"private static {(isPart ? "double" : Number)} {name}(global::System.ReadOnlySpan<{Number}> θ)"))
        {
            writer.Line("double penalty = 0;");
            foreach (PenaltyPlan penalty in penalties)
            {
                Value(penalty);
            }

            writer.Line();
            writer.Line(isPart ? "return penalty;" : Result("penalty"));
        }
    }

    private void Gradients(string name, PenaltyPlan[] penalties, bool clears)
    {
        writer.Line();
        writer.Line("// " + string.Join(", ", penalties.Select(penalty => $"∂{Block(penalty).Symbol} = {EquationPrinter.Number(2 * penalty.Factor)}·{Block(penalty).Symbol}")));
        using (writer.Block($"private static void {name}(global::System.ReadOnlySpan<{Number}> θ, global::System.Span<{Number}> g)"))
        {
            if (clears)
            {
                writer.Line("g.Clear();");
            }

            foreach (PenaltyPlan penalty in penalties)
            {
                Gradient(penalty);
            }
        }
    }

    private string Result(string value) => plan.Precision == Precision.Double ? $"return {value};" : $"return (float){value};";

    private ParameterBlock Block(PenaltyPlan penalty) => plan.Parameters.Block(penalty.Parameter);

    /// <summary>Row by row, so that long sums keep their precision.</summary>
    private void Value(PenaltyPlan penalty)
    {
        ParameterBlock block = Block(penalty);
        writer.Line();
        using (writer.Block($"for (int i = 0; i < {Literals.Int(block.Rows)}; i++)"))
        {
            Row("w", "ReadOnlySpan", "θ", block);
            writer.Line($"{Number} sum = 0;");
            using (writer.Block($"for (int j = 0; j < {Literals.Int(block.Columns)}; j++)"))
            {
                writer.Line($"sum += {Text(penalty.Expression)};");
            }

            writer.Line();
            writer.Line($"penalty += {Literals.Number(penalty.Factor, Precision.Double)} * sum;");
        }
    }

    private void Gradient(PenaltyPlan penalty)
    {
        ParameterBlock block = Block(penalty);
        writer.Line();
        using (writer.Block($"for (int i = 0; i < {Literals.Int(block.Rows)}; i++)"))
        {
            Row("w", "ReadOnlySpan", "θ", block);
            Row("row", "Span", "g", block);
            using (writer.Block($"for (int j = 0; j < {Literals.Int(block.Columns)}; j++)"))
            {
                writer.Line($"row[j] = {Text(penalty.Gradient)};");
            }
        }
    }

    private void Row(string name, string type, string source, ParameterBlock block) => writer.Line(
        $"global::System.{type}<{Number}> {name} = {ValueAccess.Row(block, source)};");

    private string Text(Expression expression) => new ExpressionText(plan.Precision, helpers, _ => "w[j]").Write(expression);
}
