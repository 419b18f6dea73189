using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Blocks;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>The programs over N samples: sample by sample, or block by block, with working memory that does not grow with N.</summary>
internal sealed class BatchEmitter(SourceWriter writer, NetworkPlan plan)
{
    private readonly ProgramCalls _calls = new(writer, plan);
    private readonly BatchChoice _choice = new(writer, plan);
    private readonly BatchText _text = new(plan);

    private string Number => _text.Number;

    private string In => _text.In;

    private string Out => _text.Out;

    public void Emit()
    {
        Forward();
        if (plan.Predicts)
        {
            Predict();
        }

        if (plan.Loss is not null)
        {
            Loss();
            Backward();
            Accumulate();
            new StepEmitter(writer, plan).Emit();
        }

        Backpropagate();
    }

    private void Forward()
    {
        using (_choice.Method("void", "Forward", [$"{In} θ", $"{In} inputs", $"{Out} outputs"], ProgramKind.Forward, One))
        {
            Scratch(ProgramKind.Forward);
            using (Samples())
            {
                writer.Line(Row(In, "x", "inputs", plan.InputSize));
                writer.Line(Row(Out, "y", "outputs", plan.OutputSize));
                _calls.Run(ProgramKind.Forward);
            }
        }

        void One() => writer.Line($"{CallOfOnlySample(ProgramKind.Forward)};");
    }

    private void Predict()
    {
        string size = Literals.Int(plan.OutputSize);
        writer.Line();
        using (writer.Method("internal static int Predict", [$"{In} θ", $"{In} input"]))
        {
            writer.Line($"{Out} outputs = {Outputs(1)};");
            writer.Line("Forward(θ, input, outputs);");
            writer.Line("return Reduction.IndexOfMax(outputs);");
        }

        int most = plan.PredictedRows;
        using (Method("void", "Predict", $"{In} θ", $"{In} inputs", "Span<int> labels"))
        {
            writer.Line($"{Out} outputs = {Outputs(most)};");
            using (writer.Block($"for (int r = 0; r < n; r += {Literals.Int(most)})"))
            {
                writer.Line($"int rows = Math.Min({Literals.Int(most)}, n - r);");
                writer.Line($"{Out} y = outputs.Slice(0, rows{Literals.Times(plan.OutputSize)});");
                writer.Line($"Forward(θ, inputs.Slice(r{Literals.Times(plan.InputSize)}, rows{Literals.Times(plan.InputSize)}), y);");
                using (writer.Block("for (int i = 0; i < rows; i++)"))
                {
                    writer.Line($"labels[r + i] = Reduction.IndexOfMax(y.Slice(i{Literals.Times(plan.OutputSize)}, {size}));");
                }
            }
        }

        // What the forward pass works with is other memory of the thread.
        string Outputs(int rows) => plan.FitsStack(plan.OutputSize)
            ? $"stackalloc {Number}[{Literals.Int(rows * plan.OutputSize)}]"
            : $"ThreadScratch.GetOutputs<{Number}>({Literals.Int(rows * plan.OutputSize)})";
    }

    private void Loss()
    {
        using (Method(Number, "Loss", [$"{In} θ", $"{In} inputs", .. _text.TargetParameters]))
        {
            string zero = Literals.Number(0, plan.Precision);
            writer.Line($"double error = Accumulate(θ, inputs, {_text.Targets}, default, default, {zero}{_text.Update(zero, "null")});");
            writer.Line($"return {_text.Objective};");
        }
    }

    private void Backward()
    {
        using (Method(Number, "Backward", [$"{In} θ", $"{In} inputs", .. _text.TargetParameters, $"{Out} g", $"{Out} inputGradients"]))
        {
            writer.Line(plan.Penalties.Count > 0 ? "PenaltyGradients(θ, g);" : "Gradients.Clear(g);");
            writer.Line($"double error = Accumulate(θ, inputs, {_text.Targets}, g, inputGradients, {Literals.Number(1, plan.Precision)} / n{_text.Update(Literals.Number(0, plan.Precision), "null")});");
            writer.Line($"return {_text.Objective};");
        }
    }

    private void Accumulate()
    {
        writer.Line();
        writer.Line("// g += scale·Σ ∂e/∂θ, and gives Σ e; without g, this alone");
        if (plan.IsBlocked)
        {
            writer.Line("// where there is an optimizer, g is θ over one block of samples, and the optimizer changes it");
        }

        string[] update = plan.IsBlocked
            ? [.. BlockProgramEmitter.UpdateArguments(plan).Select(argument => argument == "decay" ? $"{Number} decay" : $"{_text.Optimizer}? optimizer")]
            : [];
        string[] parameters = [$"{In} θ", $"{In} inputs", .. _text.TargetParameters, $"{Out} g", $"{Out} inputGradients", $"{Number} scale", .. update];
        using (_choice.Method(
            "double", "Accumulate", parameters, ProgramKind.Backward, One, $"inputGradients.IsEmpty && {_choice.AddsOnly}", blank: false))
        {
            Scratch(ProgramKind.Backward, plan.TakesLabels);
            writer.Line("double error = 0;");
            using (Samples())
            {
                writer.Line(Row(In, "x", "inputs", plan.InputSize));
                writer.Line(Target());
                writer.Line(InputGradient());
                _calls.Run(ProgramKind.Backward, "error += ");
            }

            writer.Line();
            writer.Line("return error;");
        }

        if (plan.TakesLabels && plan.Program(ProgramKind.Backward).Row is not null)
        {
            AccumulateOneHot();
        }

        void One()
        {
            if (plan.TakesLabels)
            {
                using (writer.Block("if (!labels.IsEmpty)"))
                {
                    writer.Line($"return AccumulateOneHot(θ, inputs, labels, g, inputGradients, scale{(plan.AddsPenalties ? ", decay" : "")});");
                }

                writer.Line();
            }

            writer.Line($"return {CallOfOnlySample(ProgramKind.Backward)};");
        }
    }

    /// <summary>
    /// In a method of its own: one with memory on the stack keeps copies of its spans there, which a sample has to wait for, since the processor cannot read
    /// them before all that was written earlier is in the cache.
    /// </summary>
    private void AccumulateOneHot()
    {
        writer.Line();
        writer.Line(BatchText.Apart);
        string[] parameters = [$"{In} θ", $"{In} inputs", "ReadOnlySpan<int> labels", $"{Out} g", $"{Out} inputGradients", $"{Number} scale"];
        using (writer.Method("private static double AccumulateOneHot", [.. parameters, .. plan.AddsPenalties ? [$"{Number} decay"] : Enumerable.Empty<string>()]))
        {
            writer.Line($"{Out} oneHot = stackalloc {Number}[{Literals.Int(plan.OutputSize)}];");
            writer.Line($"return Accumulate(θ, inputs, Targets.OneHot(labels, oneHot), default, g, inputGradients, scale{_text.Update("decay", "null")});");
        }
    }

    private void Backpropagate()
    {
        using (_choice.Method("void", "Backpropagate", [$"{In} θ", $"{In} inputs", $"{In} outputGradients", $"{Out} g", $"{Out} inputGradients"], ProgramKind.Backpropagate, One, "inputGradients.IsEmpty && "))
        {
            Scratch(ProgramKind.Backpropagate);
            writer.Line("Gradients.Clear(g);");
            using (Samples())
            {
                writer.Line(Row(In, "x", "inputs", plan.InputSize));
                writer.Line(Row(In, "gy", "outputGradients", plan.OutputSize));
                writer.Line(InputGradient());
                _calls.Run(ProgramKind.Backpropagate);
            }
        }

        void One()
        {
            writer.Line("Gradients.Clear(g);");
            writer.Line($"{Out} gx = inputGradients.IsEmpty ? default : inputGradients;");
            writer.Line($"{CallOfOnlySample(ProgramKind.Backpropagate)};");
        }
    }

    private string CallOfOnlySample(ProgramKind kind) => new RowCall(plan, plan.Program(kind)).CallOfOnlySample();

    private IDisposable Method(string type, string name, params string[] parameters) => _choice.Method(type, name, parameters);

    /// <summary>A loop over the samples, or over blocks of them, the last one shorter.</summary>
    private IDisposable Samples()
    {
        if (!plan.IsBlocked)
        {
            return writer.Block("for (int r = 0; r < n; r++)");
        }

        string rows = Literals.Int(plan.BlockRows);
        IDisposable block = writer.Block($"for (int r = 0; r < n; r += {rows})");
        writer.Line($"int rows = Math.Min({rows}, n - r);");
        return block;
    }

    /// <summary>Working memory, and behind it rows for targets from labels. A block has got it, straight-line code takes it.</summary>
    private void Scratch(ProgramKind kind, bool hasTargets = false)
    {
        int values = plan.ScratchOf(kind);
        int rows = hasTargets ? plan.OutputSize * plan.BlockRows : 0;
        string memory = plan.IsBlocked ? "scratch"
            : plan.IsOnStack(kind) ? $"stackalloc {Number}[{Literals.Int(values + rows)}]"
            : $"ThreadScratch.Get<{Number}>({Literals.Int(values + rows)})";
        if (values > 0)
        {
            if (!plan.IsBlocked)
            {
                writer.Line($"{Out} scratch = {memory};");
            }

            memory = $"scratch.Slice({Literals.Int(values)}, {Literals.Int(rows)})";
        }

        if (hasTargets)
        {
            writer.Line($"{Out} oneHot = {memory};");
        }
    }

    private string Row(string type, string name, string source, int size) => $"{type} {name} = {Slice(source, size)};";

    private string Slice(string source, int size) => plan.IsBlocked
        ? $"{source}.Slice(r{Literals.Times(size)}, rows{Literals.Times(size)})"
        : BatchText.OfSample(source, size);

    private string Target()
    {
        if (!plan.TakesLabels)
        {
            return Row(In, "t", "targets", plan.OutputSize);
        }

        string labels = Slice("labels", 1);
        string oneHot = plan.IsBlocked ? $"oneHot.Slice(0, rows * {Literals.Int(plan.OutputSize)})" : "oneHot";
        return $"{In} t = labels.IsEmpty ? {Slice("targets", plan.OutputSize)} : Targets.OneHot({labels}, {oneHot});";
    }

    private string InputGradient() => $"{Out} gx = inputGradients.IsEmpty ? default : {Slice("inputGradients", plan.InputSize)};";
}
