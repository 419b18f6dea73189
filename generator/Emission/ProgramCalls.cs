using NetGen.Generator.Emission.Blocks;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>How a loop over samples calls a program: in the form that suits the machine.</summary>
internal sealed class ProgramCalls(SourceWriter writer, NetworkPlan plan)
{
    /// <summary>The program over the samples at hand: one by one in vectors, where the machine has them.</summary>
    public void Run(ProgramKind kind, string before = "")
    {
        ProgramPlan program = plan.Program(kind);
        if (plan.IsBlocked)
        {
            writer.Line($"{before}{kind}Block({string.Join(", ", BlockProgramEmitter.Arguments(plan, program))});");
            return;
        }

        string plain = $"{before}{kind}One({string.Join(", ", ProgramEmitter.Arguments(program))});";
        if (program.Rows.Count == 0)
        {
            writer.Line(plain);
            return;
        }

        using (writer.Block($"if ({RowEmitter.Condition(program)})"))
        {
            writer.Line($"{before}{RowEmitter.Call(program)};");
        }

        using (writer.Block("else"))
        {
            writer.Line(plain);
        }
    }
}
