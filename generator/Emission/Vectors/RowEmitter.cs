using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>One sample in vectors: a method for each width, and one that takes the widest of the machine.</summary>
internal sealed class RowEmitter(SourceWriter writer, NetworkPlan plan, RowProgram row, Helpers helpers)
{
    private const string WithoutGradients = "if (Unsafe.IsNullRef(ref g))";

    private const string FromTargets = "if (Unsafe.IsNullRef(ref gy))";

    private readonly IReadOnlyList<string> _parameters = RowCall.Parameters(plan, row);

    private readonly string _name = RowCall.Name(row);

    private string Number => plan.Precision.Keyword();

    private bool HasError => row.Owner == ProgramKind.Backward;

    private string Result => HasError ? Number : "void";

    public void Emit()
    {
        writer.Line();
        writer.Line($"// ── {row.Owner}, one sample in vectors {new string('─', 59 - row.Owner.ToString().Length)}");
        writer.Line(Legend.Of(plan));
        if (row.IsShared)
        {
            writer.Line("// Without g, the error alone; with gy, ∂E/∂y comes from there and not from t.");
        }

        Choice();
        foreach (RowForm form in row.Forms)
        {
            Method(form);
        }
    }

    private void Choice()
    {
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Method($"private static {Result} {_name}", [.. _parameters.Select(Parameter)]))
        {
            string arguments = string.Join(", ", _parameters.Select(argument => RowCall.IsNumber(argument) ? argument : $"ref {argument}"));
            string before = HasError ? "return " : "";
            for (int i = 0; i < row.Forms.Count; i++)
            {
                string call = $"{before}{_name}{Literals.Int(row.Forms[i].Bits)}({arguments});";
                if (i == row.Forms.Count - 1)
                {
                    writer.Line(call);
                    return;
                }

                using (writer.Block($"if (Vector{Literals.Int(row.Forms[i].Bits)}.IsHardwareAccelerated)"))
                {
                    writer.Line(call);
                    if (!HasError)
                    {
                        writer.Line("return;");
                    }
                }

                writer.Line();
            }
        }
    }

    private void Method(RowForm form)
    {
        writer.Line();
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Method($"private static {Result} {_name}{Literals.Int(form.Bits)}", [.. _parameters.Select(Parameter)]))
        {
            if (form.MemoryLength > 0)
            {
                writer.Line("// for numbers that are taken out of vectors one by one");
                writer.Line($"Span<{Number}> numbers = {new BatchText(plan).AlignedStack(form.MemoryLength)};");
                writer.Line($"ref {Number} memory = ref MemoryMarshal.GetReference(numbers);");
                writer.Line();
            }

            RowContext context = new(writer, plan, row.Values, form, helpers);
            Emit(context, row.Outputs);
            if (row.IsShared)
            {
                Shared(context);
            }
            else if (HasError)
            {
                writer.Line();
                writer.Line($"return {ProgramPlan.ErrorName};");
            }
        }
    }

    private void Shared(RowContext context)
    {
        writer.Line();
        Error(context, WithoutGradients);
        writer.Line();
        context.Declare(row.Begin(row.FromTargets));
        using (context.Scope(FromTargets))
        {
            Emit(context, row.FromTargets);
        }

        using (context.Scope("else"))
        {
            Emit(context, row.FromOutputs);
        }

        writer.Line();
        Emit(context, row.Deltas);
        writer.Line();
        Error(context, FromTargets);
        writer.Line();
        writer.Line("return 0;");
    }

    private void Error(RowContext context, string condition)
    {
        using (context.Scope(condition))
        {
            Emit(context, row.Error);
            writer.Line();
            writer.Line($"return {ProgramPlan.ErrorName};");
        }
    }

    private void Emit(RowContext context, IEnumerable<Kernel> kernels)
    {
        bool isFirst = true;
        foreach (Kernel kernel in kernels)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            RowKernelEmitter.Emit(context, kernel, kernel.Target);
        }
    }

    private string Parameter(string argument) => RowCall.IsNumber(argument) ? $"{Number} {argument}" : $"ref {Number} {argument}";
}
