using System;
using NetGen.Generator.Emission.Blocks;
using NetGen.Generator.Emission.Samples;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>How the code over N samples calls a program: in the form that suits the machine and the number of samples.</summary>
internal sealed class ProgramCalls(SourceWriter writer, NetworkPlan plan)
{
    /// <summary>The condition that samples are many enough to stand in the lanes.</summary>
    public IDisposable InLanes(string and = "") =>
        writer.Block($"if (n >= {Literals.Int(plan.Profile.SampleMinimum)}{and} && {SampleEmitter.Condition})");

    /// <summary>The program over the samples at hand: in vectors, where the machine has them.</summary>
    public void Run(ProgramKind kind, string before = "")
    {
        ProgramPlan program = plan.Program(kind);
        string plain = plan.IsBlocked
            ? $"{before}{kind}Block({string.Join(", ", BlockProgramEmitter.Arguments(plan, program))});"
            : $"{before}{kind}One({string.Join(", ", ProgramEmitter.Arguments(program))});";
        if (program.Rows.Count == 0)
        {
            writer.Line(plain);
            return;
        }

        using (writer.Block($"if ({Condition(program)})"))
        {
            writer.Line($"{before}{RowEmitter.Call(program)};");
        }

        using (writer.Block("else"))
        {
            writer.Line(plain);
        }
    }

    private string Condition(ProgramPlan program)
    {
        string condition = (plan.IsBlocked ? "rows == 1 && " : "") + RowEmitter.Condition(program);
        if (plan.IsBlocked && program.Kind == ProgramKind.Backward)
        {
            // One sample adds its gradients, and knows nothing else to do with them.
            condition += plan.Penalties.Count > 0 ? " && decay == 0 && optimizer is null" : " && optimizer is null";
        }

        return condition;
    }
}
