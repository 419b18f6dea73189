using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>What the weights alone add to the objective and its gradient.</summary>
internal sealed class PenaltyEmitter(SourceWriter writer, NetworkPlan plan)
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
        using (writer.Block($"private static {Number} Penalty(ReadOnlySpan<{Number}> θ)"))
        {
            writer.Line("double penalty = 0;");
            foreach (string number in numbers)
            {
                writer.Line($"penalty += PenaltyPart{number}(θ);");
            }

            writer.Line(Result("penalty"));
        }

        writer.Line();
        using (writer.Block($"private static void PenaltyGradients(ReadOnlySpan<{Number}> θ, Span<{Number}> g)"))
        {
            writer.Line("Gradients.Clear(g);");
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
        using (writer.Block($"private static {(isPart ? "double" : Number)} {name}(ReadOnlySpan<{Number}> θ)"))
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
        writer.Line("// " + string.Join(", ", penalties.Select(penalty => $"∂{Block(penalty).Symbol} = {EquationPrinter.Number(penalty.GradientFactor)}·{Block(penalty).Symbol}")));
        using (writer.Block($"private static void {name}(ReadOnlySpan<{Number}> θ, Span<{Number}> g)"))
        {
            if (clears)
            {
                writer.Line("Gradients.Clear(g);");
            }

            foreach (PenaltyPlan penalty in penalties)
            {
                Gradient(penalty);
            }
        }
    }

    private string Result(string value) => plan.Precision == Precision.Double ? $"return {value};" : $"return (float){value};";

    private ParameterBlock Block(PenaltyPlan penalty) => plan.Parameters.Block(penalty.Parameter);

    private void Value(PenaltyPlan penalty)
    {
        foreach (Piece piece in Pieces(Block(penalty)))
        {
            writer.Line($"penalty += {Literals.Number(penalty.Factor, Precision.Double)} * Squares.Sum({piece.Of("θ")}, {piece.Sizes});");
        }
    }

    private void Gradient(PenaltyPlan penalty)
    {
        foreach (Piece piece in Pieces(Block(penalty)))
        {
            writer.Line($"Squares.Scale({piece.Of("θ")}, {piece.Of("g")}, {piece.Sizes}, {Literals.Number(penalty.GradientFactor, plan.Precision)});");
        }
    }

    /// <summary>The panels of a matrix; those without a gap between them in one piece.</summary>
    private static IEnumerable<Piece> Pieces(ParameterBlock block)
    {
        Storage storage = block.Storage;
        int rest = storage.Columns - ((storage.Panels - 1) * storage.PanelWidth);
        bool isWhole = storage.PanelStride == storage.Rows * storage.PanelWidth && storage.LastWidth == storage.PanelWidth && rest == storage.LastWidth;
        if (isWhole)
        {
            yield return new Piece(block.Offset, storage.Length, storage.PanelWidth, storage.PanelWidth);
            yield break;
        }

        for (int panel = 0; panel < storage.Panels; panel++)
        {
            int width = storage.Width(panel);
            yield return new Piece(block.Offset + (panel * storage.PanelStride), storage.Rows * width, width, panel == storage.Panels - 1 ? rest : width);
        }
    }

    /// <summary>Rows without gaps, of which so many columns count.</summary>
    private sealed record Piece(int Offset, int Length, int Width, int Columns)
    {
        public string Sizes => $"{Literals.Int(Width)}, {Literals.Int(Columns)}";

        public string Of(string source) => $"{source}.Slice({Literals.Int(Offset)}, {Literals.Int(Length)})";
    }
}
