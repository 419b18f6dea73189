using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Blocks;

/// <summary>The stages of a program over a block of samples, each under its equations: calls of the library's products, and of methods that go row by row.</summary>
internal sealed class StageEmitter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, Helpers helpers)
{
    private readonly Dictionary<string, ValuePlan> _values = program.Values.ToDictionary(value => value.Name);
    private readonly List<RowStageEmitter> _rows = [];

    private bool HasInputGradient => _values.ContainsKey("gx");

    public void Emit(Stage stage)
    {
        switch (stage)
        {
            case Stage.Product product:
                Product(product);
                break;

            case Stage.Gradient gradient:
                Gradient(gradient.Kernel);
                break;

            case Stage.Rows rows:
                RowStageEmitter emitter = new(writer, plan, program, rows, helpers, _rows.Count + 1);
                _rows.Add(emitter);
                emitter.Call();
                break;

            default:
                throw new PlanException($"no emitter for {stage}");
        }
    }

    /// <summary>The methods that go row by row.</summary>
    public void EmitRows()
    {
        foreach (RowStageEmitter rows in _rows)
        {
            rows.Emit();
        }
    }

    private void Product(Stage.Product product)
    {
        Kernel.Contract contract = product.Contract;
        KernelEmitter.Head(writer, contract, _values, EquationPrinter.Shapes(contract));
        foreach (Kernel.Map map in product.Finish)
        {
            KernelEmitter.Head(writer, map, _values, EquationPrinter.Shapes(map));
        }

        if (!contract.IsOptional)
        {
            Body();
            return;
        }

        using (writer.Block($"if (!{(_values[contract.Target].Residence == Residence.Argument ? contract.Target : "gx")}.IsEmpty)"))
        {
            Body();
        }

        void Body()
        {
            ProductCalls(product);
            foreach (string name in product.Cleared)
            {
                ValuePlan value = _values[name];
                int padded = Storage.Pad(value.Length, plan.ElementBytes);
                int line = plan.Profile.AlignmentBytes / plan.ElementBytes;
                padded = (padded + line - 1) / line * line;
                writer.Line($"Panels.ClearColumns({Rows(value)}, {Literals.Int(value.Stride)}, rows, {Literals.Int(value.Length)}, {Literals.Int(padded)});");
            }
        }
    }

    private void ProductCalls(Stage.Product product)
    {
        Kernel.Contract contract = product.Contract;
        ParameterBlock matrix = plan.Parameters.Block(contract.Matrix);
        if (!RowForm.IsAcross(contract, plan.Parameters))
        {
            writer.Line(Call("Multiply", product, matrix) + ";");
        }
        else if (!contract.IsTransposed || contract.IsOptional)
        {
            // The sums of a row do not depend on how many rows there are.
            writer.Line(Call("Dot", product, matrix) + ";");
        }
        else if (HasInputGradient)
        {
            // The same holds for what input gradients are made of; gradients of parameters are summed over the rows anyway.
            using (writer.Block("if (gx.IsEmpty)"))
            {
                writer.Line(Call("MultiplyTransposed", product, matrix) + ";");
            }

            using (writer.Block("else"))
            {
                writer.Line(Call("Dot", product, matrix) + ";");
            }
        }
        else
        {
            writer.Line(Call("MultiplyTransposed", product, matrix) + ";");
        }
    }

    private string Call(string function, Stage.Product product, ParameterBlock matrix)
    {
        Kernel.Contract contract = product.Contract;
        ValuePlan vector = _values[contract.Vector];
        ValuePlan target = _values[product.Stored[0]];
        string bias = contract.Initial is { } initial ? Bias(plan.Parameters.Block(initial)) : "default";
        return $"Panels.{function}({Rows(vector)}, {Literals.Int(vector.Stride)}, {Slice("θ", matrix)}, {Shape(matrix)}, {bias}, "
            + $"{Rows(target)}, {Literals.Int(target.Stride)}, rows, {new FinishEmitter(plan, program, product, helpers).Instance()})";
    }

    private void Gradient(Kernel kernel)
    {
        KernelEmitter.Head(writer, kernel, _values, EquationPrinter.Shapes(kernel));
        ParameterBlock block = plan.Parameters.BlockOfGradient(_values[kernel.Target]);
        switch (kernel)
        {
            case Kernel.Outer outer:
                string numbers = RowForm.BroadcastOf(outer, _values, plan.Parameters);
                ValuePlan left = _values[numbers];
                ValuePlan right = _values[numbers == outer.Left ? outer.Right : outer.Left];
                string factors = $"{Rows(left)}, {Literals.Int(left.Stride)}, {Rows(right)}, {Literals.Int(right.Stride)}, rows";
                writer.Line(program.Kind == ProgramKind.Backward
                    ? $"Gradients.SumOuterProducts({factors}, g, {Literals.Int(block.Offset)}, {Shape(block)}, {Decay(block)}, optimizer);"
                    : $"Panels.SumOuterProducts({factors}, {Slice("g", block)}, {Shape(block)}, default(Add));");
                break;

            case Kernel.Map { Expression: Expression.Element delta }:
                ValuePlan value = _values[delta.Value];
                string rows = $"{Rows(value)}, {Literals.Int(value.Stride)}, rows";
                writer.Line(program.Kind == ProgramKind.Backward
                    ? $"Gradients.SumRows({rows}, g, {Literals.Int(block.Offset)}, {Literals.Int(value.Length)}, optimizer);"
                    : $"Panels.SumRows({rows}, g.Slice({Literals.Int(block.Offset)}, {Literals.Int(value.Length)}), default(Add));");
                break;

            default:
                throw new PlanException($"no emitter for a gradient by {kernel}");
        }
    }

    /// <summary>What a penalty takes from the parameters while their gradients change them.</summary>
    private string Decay(ParameterBlock block) => plan.PenaltyOf(block) is not 0 and double factor
        ? $"decay * {Literals.Number(factor, plan.Precision)}"
        : Literals.Number(0, plan.Precision);

    /// <summary>The rows of a value, to the end of the last.</summary>
    private static string Rows(ValuePlan value) => value.Residence == Residence.Scratch
        ? $"scratch.Slice({Literals.Int(value.Offset)}, rows * {Literals.Int(value.Stride)})"
        : value.Name;

    private static string Slice(string source, ParameterBlock block) => $"{source}.Slice({Literals.Int(block.Offset)}, {Literals.Int(block.Storage.Length)})";

    private static string Bias(ParameterBlock block) => block.Storage.Columns == 1
        ? $"θ.Slice({Literals.Int(block.Offset)}, 1)"
        : $"θ.Slice({Literals.Int(block.Offset)}, {Literals.Int(block.Storage.Length)})";

    private static string Shape(ParameterBlock block) => $"Shapes.{block.Name}";
}
