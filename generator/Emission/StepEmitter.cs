using System;
using System.Collections.Generic;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>Training steps: of gradient descent and of an optimizer, each over samples that run together, and over any number of them.</summary>
internal sealed class StepEmitter(SourceWriter writer, NetworkPlan plan)
{
    private readonly BatchText _text = new(plan);

    public void Emit()
    {
        if (plan.StepsInPlace)
        {
            InPlace(
                "θ ← θ − η·∂E/∂θ, over samples that run together: all deltas are made before the first weight changes",
                $"{_text.Number} learningRate", "-learningRate / n", _text.Update("-learningRate", "null"));
        }

        AfterBackward("θ ← θ − η·∂E/∂θ", $"{_text.Number} learningRate", () => writer.Line("Matrix.Subtract(θ, g, learningRate);"));
        if (plan.IsBlocked && !plan.IsInLanes)
        {
            InPlace(
                "a step of the optimizer, over samples that run together",
                $"{_text.Optimizer} optimizer", $"{Literals.Number(1, plan.Precision)} / n", _text.Update("1", "optimizer"));
        }

        AfterBackward("a step of the optimizer", $"{_text.Optimizer} optimizer", () =>
        {
            using (writer.Block("if (Gradients.Begin(optimizer, loss, θ.Length))"))
            {
                writer.Line("optimizer.Update(0, θ, g);");
            }

            writer.Line();
        });
    }

    /// <summary>Steps over one block need no gradients in memory: all deltas are made before the first weight changes.</summary>
    private void InPlace(string comment, string by, string scale, string update)
    {
        using (Method(comment, "Step", [by]))
        {
            writer.Line($"int n = inputs.Length / {Literals.Int(plan.InputSize)};");

            // The penalty is that of the parameters as they are before the step.
            bool hasPenalty = plan.Penalties.Count > 0;
            if (hasPenalty)
            {
                writer.Line($"{_text.Number} penalty = Penalty(θ);");
            }

            writer.Line($"double error = Accumulate(θ, inputs, {_text.Targets}, θ, default, {scale}{update});");
            writer.Line($"return {_text.Mean}{(hasPenalty ? " + penalty" : "")};");
        }
    }

    private void AfterBackward(string comment, string by, Action update)
    {
        string[] parameters = plan.AccumulatesOnStack ? [by] : [by, $"{_text.Out} g"];
        using (Method(comment, "StepByGradients", parameters, plan.AccumulatesOnStack))
        {
            if (plan.AccumulatesOnStack)
            {
                writer.Line($"{_text.Out} g = {_text.AlignedStack(plan.Parameters.StorageLength)};");
            }

            writer.Line($"{_text.Number} loss = Backward(θ, inputs, {_text.Targets}, g, default);");
            update();
            writer.Line("return loss;");
        }
    }

    private IDisposable Method(string comment, string name, string[] parameters, bool hasMemory = false)
    {
        writer.Line();
        writer.Line("// " + comment);
        if (hasMemory)
        {
            writer.Line(BatchText.Apart);
        }

        List<string> all = [$"{_text.Out} θ", $"{_text.In} inputs", .. _text.TargetParameters, .. parameters];
        return writer.Method($"internal static {_text.Number} {name}", [.. all]);
    }
}
