using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>A program over one sample in vectors: a method for each width, and one that takes the widest of the machine.</summary>
internal sealed class RowEmitter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, Helpers helpers)
{
    private readonly IReadOnlyList<string> _arguments = Arguments(program);

    private string Number => plan.Precision.Keyword();

    /// <summary>All that is made of one sample is in variables.</summary>
    private IEnumerable<ValuePlan> Values =>
        program.Values.Select(value => value.Residence == Residence.Scratch ? value with { Residence = Residence.Local } : value);

    private bool HasError => program.Values.Any(value => value.Name == ProgramPlan.ErrorName);

    private string Result => HasError ? Number : "void";

    /// <summary>The condition under which there is a method for the machine.</summary>
    public static string Condition(ProgramPlan program) =>
        $"Vector{Literals.Int(program.Rows.Min(form => form.Bits))}.IsHardwareAccelerated";

    /// <summary>The call, where arguments are spans.</summary>
    public static string Call(ProgramPlan program) => Call(program, argument => argument);

    /// <summary>The call over all samples of the caller's, where these are one.</summary>
    public static string CallOfOne(ProgramPlan program) => Call(program, argument => argument switch
    {
        "x" => "inputs",
        "y" => "outputs",
        "t" => "targets",
        "gx" => "inputGradients",
        _ => argument,
    });

    public void Emit()
    {
        writer.Line();
        writer.Line($"// ── {program.Kind}, one sample in vectors {new string('─', 59 - program.Kind.ToString().Length)}");
        writer.Line(Legend.Of(plan));
        Choice();
        foreach (RowForm form in program.Rows)
        {
            Method(form);
        }
    }

    private static string Call(ProgramPlan program, Func<string, string> name) =>
        $"{Name(program)}({string.Join(", ", Arguments(program).Select(argument => argument == "scale" ? argument : $"ref MemoryMarshal.GetReference({name(argument)})"))})";

    private static string Name(ProgramPlan program) => $"{program.Kind}Row";

    private static string[] Arguments(ProgramPlan program) => [.. ProgramEmitter.Arguments(program).Where(argument => argument != "scratch")];

    private void Choice()
    {
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Method($"private static {Result} {Name(program)}", [.. _arguments.Select(Parameter)]))
        {
            string arguments = string.Join(", ", _arguments.Select(argument => argument == "scale" ? argument : $"ref {argument}"));
            string before = HasError ? "return " : "";
            for (int i = 0; i < program.Rows.Count; i++)
            {
                string call = $"{before}{Name(program)}{Literals.Int(program.Rows[i].Bits)}({arguments});";
                if (i == program.Rows.Count - 1)
                {
                    writer.Line(call);
                    return;
                }

                using (writer.Block($"if (Vector{Literals.Int(program.Rows[i].Bits)}.IsHardwareAccelerated)"))
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
        using (writer.Method($"private static {Result} {Name(program)}{Literals.Int(form.Bits)}", [.. _arguments.Select(Parameter)]))
        {
            if (form.MemoryLength > 0)
            {
                writer.Line("// for numbers that are taken out of vectors one by one");
                writer.Line($"Span<{Number}> numbers = {new BatchText(plan).AlignedStack(form.MemoryLength)};");
                writer.Line($"ref {Number} memory = ref MemoryMarshal.GetReference(numbers);");
                writer.Line();
            }

            RowContext context = new(writer, plan, Values, form, helpers);
            bool isFirst = true;
            foreach (Kernel kernel in KernelOrder.ErrorLast(program.Kernels))
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                Emit(context, kernel);
            }

            if (HasError)
            {
                writer.Line();
                writer.Line($"return {ProgramPlan.ErrorName};");
            }
        }
    }

    private void Emit(RowContext context, Kernel kernel)
    {
        KernelEmitter.Head(writer, kernel, context.Values, EquationPrinter.Shapes(kernel));
        if (!kernel.IsOptional)
        {
            RowKernelEmitter.Emit(context, kernel);
            return;
        }

        RowKernelEmitter.EmitOptional(context, kernel, kernel.Target);
    }

    private string Parameter(string argument) => argument == "scale" ? $"{Number} scale" : $"ref {Number} {argument}";
}
