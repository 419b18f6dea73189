using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Blocks;

/// <summary>A program over a block of samples, stage after stage.</summary>
internal sealed class BlockProgramEmitter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, Helpers helpers)
{
    private static readonly string[] Inputs = ["x", "t", "gy", "θ"];

    private readonly Dictionary<string, ValuePlan> _values = program.Values.ToDictionary(value => value.Name);

    private string Number => plan.Precision.Keyword();

    private bool HasError => _values.ContainsKey(ProgramPlan.ErrorName);

    /// <summary>The arguments of a program, in the order in which its method takes them.</summary>
    public static IReadOnlyList<string> Arguments(ProgramPlan program) =>
    [
        .. ProgramEmitter.Arguments(program).Where(argument => argument != "scratch"),
        .. program.ScratchLength > 0 ? ["scratch"] : Enumerable.Empty<string>(),
        "rows",
    ];

    public void Emit()
    {
        writer.Line();
        writer.Line($"// ── {program.Kind}, a block of samples {new string('─', 63 - program.Kind.ToString().Length)}");
        writer.Line(Legend.Of(plan));
        string result = HasError ? "double" : "void";
        StageEmitter stages = new(writer, plan, program, helpers);
        Stage[][] parts = Parts();
        using (Method($"internal static {result} {program.Kind}Block"))
        {
            if (parts.Length == 1)
            {
                Each(parts[0], stages.Emit);
            }
            else
            {
                // Of very many stages, every few in a method of their own.
                for (int part = 0; part < parts.Length; part++)
                {
                    writer.Line($"{PartName(part)}({string.Join(", ", Arguments(program))});");
                }
            }

            if (HasError)
            {
                Errors();
            }
        }

        for (int part = 0; parts.Length > 1 && part < parts.Length; part++)
        {
            using (Method($"private static void {PartName(part)}"))
            {
                Each(parts[part], stages.Emit);
            }
        }

        stages.EmitRows();
    }

    private Stage[][] Parts()
    {
        int size = plan.Profile.BlockStages;
        return [.. Enumerable.Range(0, (program.Stages.Count + size - 1) / size).Select(part => program.Stages.Skip(part * size).Take(size).ToArray())];
    }

    private string PartName(int part) => $"{program.Kind}Part{Literals.Int(part + 1)}";

    private void Each(Stage[] stages, Action<Stage> emit)
    {
        for (int i = 0; i < stages.Length; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            emit(stages[i]);
        }
    }

    private void Errors()
    {
        ValuePlan error = _values[ProgramPlan.ErrorName];
        writer.Line();
        writer.Line("double error = 0;");
        using (writer.Block("for (int r = 0; r < rows; r++)"))
        {
            string index = error.Stride == 1 ? "r" : $"r * {Literals.Int(error.Stride)}";
            writer.Line($"error += scratch[{(error.Offset == 0 ? "" : $"{Literals.Int(error.Offset)} + ")}{index}];");
        }

        writer.Line();
        writer.Line("return error;");
    }

    private IDisposable Method(string head)
    {
        writer.Line();
        return writer.Method(head, [.. Arguments(program).Select(Parameter)]);
    }

    private string Parameter(string argument) => argument switch
    {
        "rows" => "int rows",
        "scale" => $"{Number} scale",
        _ when Inputs.Contains(argument) => $"ReadOnlySpan<{Number}> {argument}",
        _ => $"Span<{Number}> {argument}",
    };
}
