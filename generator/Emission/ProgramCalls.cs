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

        if (program.Row is null)
        {
            Plain(program, before);
            return;
        }

        RowCall row = new(plan, program);
        using (writer.Block($"if ({row.Condition})"))
        {
            writer.Line($"{before}{row.CallOfSample()};");
        }

        if (kind == ProgramKind.Backward)
        {
            Plain(program, before, "else ");
            return;
        }

        using (writer.Block("else"))
        {
            Plain(program, before);
        }
    }

    /// <summary>Straight-line code for one sample: without gradients, that of the loss.</summary>
    private void Plain(ProgramPlan program, string before, string first = "")
    {
        if (program.Kind != ProgramKind.Backward)
        {
            Call(program);
            return;
        }

        using (writer.Block($"{first}if (g.IsEmpty)"))
        {
            Call(plan.Program(ProgramKind.Loss));
        }

        using (writer.Block("else"))
        {
            Call(program);
        }

        void Call(ProgramPlan called) => writer.Line($"{before}{called.Kind}One({string.Join(", ", ProgramEmitter.Arguments(called))});");
    }
}
