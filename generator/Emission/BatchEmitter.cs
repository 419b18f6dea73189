using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The programs over N samples: sample by sample, with working memory that does not grow with N.</summary>
internal sealed class BatchEmitter(SourceWriter writer, NetworkPlan plan)
{
    private string Number => plan.Precision == Precision.Double ? "double" : "float";

    private string In => $"global::System.ReadOnlySpan<{Number}>";

    private string Out => $"global::System.Span<{Number}>";

    public void Emit()
    {
        Forward();
        if (plan.Loss is not null)
        {
            Loss();
            Backward();
            Descend();
        }

        Backpropagate();
        if (plan.Predicts)
        {
            Predict();
        }
    }

    private void Forward()
    {
        using (Method("void", "Forward", $"{In} inputs", $"{Out} outputs"))
        {
            Scratch(ProgramKind.Forward, withRow: false);
            using (Samples())
            {
                writer.Line(Row("x", "inputs", plan.InputSize));
                writer.Line($"{Out} y = {Slice("outputs", plan.OutputSize)};");
                writer.Line(Call(ProgramKind.Forward) + ";");
            }
        }
    }

    private void Loss()
    {
        using (Method(Number, "Loss", [$"{In} inputs", .. TargetParameters]))
        {
            Scratch(ProgramKind.Loss, withRow: plan.TakesLabels);
            writer.Line("double sum = 0;");
            using (Samples())
            {
                writer.Line(Row("x", "inputs", plan.InputSize));
                writer.Line(Target());
                writer.Line($"sum += {Call(ProgramKind.Loss)};");
            }

            writer.Line();
            writer.Line(Objective());
        }
    }

    private void Backward()
    {
        using (Method(Number, "Backward", [$"{In} inputs", .. TargetParameters, $"{Out} g", $"{Out} inputGradients"]))
        {
            Scratch(ProgramKind.Backward, withRow: plan.TakesLabels);
            writer.Line(plan.Penalties.Count > 0 ? "PenaltyGradients(θ, g);" : "g.Clear();");
            writer.Line($"{Number} scale = {Literals.Number(1, plan.Precision)} / n;");
            writer.Line("double sum = 0;");
            using (Samples())
            {
                writer.Line(Row("x", "inputs", plan.InputSize));
                writer.Line(Target());
                writer.Line(InputGradient());
                writer.Line($"sum += {Call(ProgramKind.Backward)};");
            }

            writer.Line();
            writer.Line(Objective());
        }
    }

    private void Backpropagate()
    {
        using (Method("void", "Backpropagate", $"{In} inputs", $"{In} outputGradients", $"{Out} g", $"{Out} inputGradients"))
        {
            Scratch(ProgramKind.Backpropagate, withRow: false);
            writer.Line("g.Clear();");
            using (Samples())
            {
                writer.Line(Row("x", "inputs", plan.InputSize));
                writer.Line(Row("gy", "outputGradients", plan.OutputSize));
                writer.Line(InputGradient());
                writer.Line(Call(ProgramKind.Backpropagate) + ";");
            }
        }
    }

    private void Predict()
    {
        writer.Line();
        using (writer.Method("internal static int Predict", $"{In} θ", $"{In} x"))
        {
            Scratch(ProgramKind.Forward, withRow: true, rowName: "y");
            writer.Line(Call(ProgramKind.Forward) + ";");
            writer.Line("return global::NetGen.Numerics.Reduction.IndexOfMax(y);");
        }
    }

    private void Descend()
    {
        writer.Line();
        writer.Line("// θ ← θ − η·∂E/∂θ");
        using (writer.Method("internal static void Descend", $"{Out} θ", $"{In} g", $"{Number} learningRate"))
        {
            using (writer.Block("for (int k = 0; k < θ.Length; k++)"))
            {
                writer.Line("θ[k] -= learningRate * g[k];");
            }
        }
    }

    private System.IDisposable Method(string type, string name, params string[] parameters)
    {
        writer.Line();
        System.IDisposable block = writer.Method($"internal static {type} {name}", [$"{In} θ", .. parameters]);
        writer.Line($"int n = inputs.Length / {Literals.Int(plan.InputSize)};");
        return block;
    }

    private System.IDisposable Samples() => writer.Block("for (int r = 0; r < n; r++)");

    private string[] TargetParameters => plan.TakesLabels ? [$"{In} targets", "global::System.ReadOnlySpan<int> labels"] : [$"{In} targets"];

    /// <summary>Working memory, and behind it a row for targets or outputs.</summary>
    private void Scratch(ProgramKind kind, bool withRow, string rowName = "oneHot")
    {
        int values = plan.Program(kind).ScratchLength;
        int length = values + (withRow ? plan.OutputSize : 0);
        if (length == 0)
        {
            return;
        }

        bool onStack = (long)length * plan.ElementBytes <= plan.Profile.StackBudget && IsBesideAccumulator(kind, length);
        string memory = onStack ? $"stackalloc {Number}[{Literals.Int(length)}]" : $"global::NetGen.Numerics.ThreadScratch.Get<{Number}>({Literals.Int(length)})";
        writer.Line($"{Out} scratch = {memory};");
        if (withRow)
        {
            writer.Line($"{Out} {rowName} = scratch.Slice({Literals.Int(values)}, {Literals.Int(plan.OutputSize)});");
        }
    }

    /// <summary>A training step has its gradients on the stack too, where both fit.</summary>
    private bool IsBesideAccumulator(ProgramKind kind, int length) =>
        kind != ProgramKind.Backward || !plan.AccumulatesOnStack || (plan.Parameters.StorageLength + length) * plan.ElementBytes <= plan.Profile.StackBudget;

    private string Row(string name, string source, int size) => $"{In} {name} = {Slice(source, size)};";

    private static string Slice(string source, int size) => $"{source}.Slice(r * {Literals.Int(size)}, {Literals.Int(size)})";

    private string Target() => plan.TakesLabels
        ? $"{In} t = labels.IsEmpty ? {Slice("targets", plan.OutputSize)} : global::NetGen.Numerics.Layout.OneHot(labels[r], oneHot);"
        : Row("t", "targets", plan.OutputSize);

    private string InputGradient() => $"{Out} gx = inputGradients.IsEmpty ? inputGradients : {Slice("inputGradients", plan.InputSize)};";

    private string Call(ProgramKind kind)
    {
        IReadOnlyList<string> arguments = ProgramEmitter.Arguments(plan.Program(kind));
        return $"{kind}One({string.Join(", ", arguments)})";
    }

    private string Objective()
    {
        string mean = plan.Precision == Precision.Double ? "sum / n" : "(float)(sum / n)";
        return plan.Penalties.Count > 0 ? $"return {mean} + Penalty(θ);" : $"return {mean};";
    }
}
