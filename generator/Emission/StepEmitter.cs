using System;
using System.Collections.Generic;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>Training steps: of gradient descent and of an optimizer, each over samples that run together, and over any number of them.</summary>
internal sealed class StepEmitter(SourceWriter writer, NetworkPlan plan)
{
    private const string PassName = "GradientsOfStep";

    private readonly BatchText _text = new(plan);

    public void Emit()
    {
        if (plan.StepsInPlace)
        {
            InPlace(
                "θ ← θ − η·∂E/∂θ, over samples that run together: all deltas are made before the first weight changes",
                $"{_text.Number} learningRate", "-learningRate / n", _text.Update("-learningRate", "null"));
        }

        ByGradients("θ ← θ − η·∂E/∂θ", _text.Number, "learningRate");
        if (plan.IsBlocked && !plan.IsInLanes)
        {
            InPlace(
                "a step of the optimizer, over samples that run together",
                $"{_text.Optimizer} optimizer", $"{Literals.Number(1, plan.Precision)} / n", _text.Update("1", "optimizer"));
        }

        ByGradients("a step of the optimizer", _text.Optimizer, "optimizer");
        Pass();
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

    /// <summary>Steps that gather gradients first: where they are few, in memory of the stack, which the library takes as it is and the user's code would have cleared.</summary>
    private void ByGradients(string comment, string type, string by)
    {
        string[] parameters = plan.AccumulatesOnStack ? [$"{type} {by}"] : [$"{type} {by}", $"{_text.Out} g"];
        using (Method(comment, "StepByGradients", parameters))
        {
            writer.Line($"return Passes.Step<{_text.Number}, {PassName}>(θ, inputs, targets, {(plan.TakesLabels ? "labels" : "default")}, {by}{(plan.AccumulatesOnStack ? "" : ", g")});");
        }
    }

    /// <summary>What such a step asks of the network.</summary>
    private void Pass()
    {
        writer.Line();
        writer.Line("// what such a step asks for: the loss, and its gradients");
        using (writer.Block($"private readonly struct {PassName} : IGradientPass<{_text.Number}>"))
        {
            string[] parameters = [$"{_text.In} θ", $"{_text.In} inputs", $"{_text.In} targets", "ReadOnlySpan<int> labels", $"{_text.Out} g"];
            using (writer.Method($"public {_text.Number} Run", parameters))
            {
                writer.Line($"return Backward(θ, inputs, {_text.Targets}, g, default);");
            }
        }
    }

    private IDisposable Method(string comment, string name, string[] parameters)
    {
        writer.Line();
        writer.Line("// " + comment);
        List<string> all = [$"{_text.Out} θ", $"{_text.In} inputs", .. _text.TargetParameters, .. parameters];
        return writer.Method($"internal static {_text.Number} {name}", [.. all]);
    }
}
