using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Graph;
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
    public static IReadOnlyList<string> Arguments(NetworkPlan plan, ProgramPlan program) =>
    [
        .. ProgramEmitter.Arguments(program).Where(argument => argument != "scratch"),
        .. program.ScratchLength > 0 ? ["scratch"] : Enumerable.Empty<string>(),
        "rows",
        .. program.Kind == ProgramKind.Backward ? UpdateArguments(plan) : [],
    ];

    /// <summary>How gradients change parameters at once: by a multiple of themselves that belongs to a penalty, and by an optimizer.</summary>
    public static IReadOnlyList<string> UpdateArguments(NetworkPlan plan) => plan.AddsPenalties ? ["decay", "optimizer"] : ["optimizer"];

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
            for (int part = 0; part < parts.Length; part++)
            {
                if (HasError && part > 0 && parts[part][0] is Stage.Gradient && parts[part - 1][0] is not Stage.Gradient)
                {
                    Begin();
                }

                Part(part);
                if (HasError && parts[part].Any(MakesError))
                {
                    Errors();
                }
            }

            if (HasError)
            {
                writer.Line();
                writer.Line("return error;");
            }
        }

        for (int part = 0; HasManyParts && part < parts.Length; part++)
        {
            using (Method($"private static void {PartName(part)}"))
            {
                Each(parts[part], stages.Emit);
            }
        }

        stages.EmitRows();

        void Part(int part)
        {
            if (HasManyParts)
            {
                writer.Line($"{PartName(part)}({string.Join(", ", Arguments(plan, program))});");
                return;
            }

            if (part > 0)
            {
                writer.Line();
            }

            Each(parts[part], stages.Emit);
        }
    }

    /// <summary>Of very many stages, every few are a method of their own.</summary>
    private bool HasManyParts => program.Stages.Count > plan.Profile.BlockStages;

    /// <summary>First what the error needs, then the deltas, then what changes parameters.</summary>
    private Stage[][] Parts()
    {
        Stage[] stages = [.. program.Stages];
        int error = Array.FindLastIndex(stages, MakesError) + 1;
        int gradients = Array.FindIndex(stages, stage => stage is Stage.Gradient);
        int deltas = Math.Max(error, gradients);
        return [.. Chunks([.. stages.Take(error)]), .. Chunks([.. stages.Take(deltas).Skip(error)]), .. Chunks([.. stages.Skip(deltas)])];
    }

    private static bool MakesError(Stage stage) => stage is Stage.Rows rows && rows.Kernels.Any(kernel => kernel.Target == ProgramPlan.ErrorName);

    private IEnumerable<Stage[]> Chunks(Stage[] stages)
    {
        int size = plan.Profile.BlockStages;
        return Enumerable.Range(0, (stages.Length + size - 1) / size).Select(part => stages.Skip(part * size).Take(size).ToArray());
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
            writer.Line($"error += scratch[{RowStageEmitter.Start(error)}];");
        }

        writer.Line();
        using (writer.Block("if (g.IsEmpty)"))
        {
            writer.Line("return error;");
        }
    }

    private void Begin()
    {
        writer.Line();
        using (writer.Block("if (!Gradients.Begin(optimizer, error, θ.Length))"))
        {
            writer.Line("return error;");
        }
    }

    private IDisposable Method(string head)
    {
        writer.Line();
        return writer.Method(head, [.. Arguments(plan, program).Select(Parameter)]);
    }

    private string Parameter(string argument) => argument switch
    {
        "rows" => "int rows",
        "scale" or "decay" => $"{Number} {argument}",
        "optimizer" => $"IOptimizer<{Number}>? optimizer",
        _ when Inputs.Contains(argument) => $"ReadOnlySpan<{Number}> {argument}",
        _ => $"Span<{Number}> {argument}",
    };
}
