using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Emission.Blocks;
using NetGen.Generator.Emission.Samples;
using NetGen.Generator.Emission.Surface;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>The generated file of a network: the table of contents of what is written.</summary>
internal static class NetworkEmitter
{
    public static string Emit(TypeModel type, NetworkPlan plan)
    {
        SurfaceFacts facts = SurfaceFacts.Of(plan);
        string @interface = $"global::NetGen.{facts.Interface}<{facts.Number}>";
        return FileFrame.Write(type, @interface, Remarks(plan), writer =>
        {
            Constants.Write(writer, type, facts);
            Fields(writer, type, facts, plan.AccumulatesOnStack || !facts.HasLoss);
            foreach (SurfaceMember member in new SurfaceMembers(facts, StepFacts.Of(plan), FileFrame.FullKernelClass(type)).All)
            {
                member.Write(writer, type.Hidden, member.Body);
            }

            InterfaceMembers.Write(writer, facts, [], failure: null);
        }, writer => Kernels(writer, type, plan));
    }

    private static IReadOnlyList<string> Remarks(NetworkPlan plan) =>
        ["<remarks>", "<code>", .. PlanPrinter.Table(plan).Select(Literals.Xml), "</code>", "</remarks>"];

    private static void Fields(SourceWriter writer, TypeModel type, SurfaceFacts facts, bool needsNoGradients)
    {
        writer.Line();
        writer.Line($"private {New(type, GeneratedMember.StorageField)}readonly {facts.Storage} {GeneratedMember.StorageField} = {FileFrame.FullKernelClass(type)}.Create();");
        if (!needsNoGradients)
        {
            writer.Line($"private {New(type, GeneratedMember.GradientField)}{facts.Storage}? {GeneratedMember.GradientField};");
        }
    }

    private static void Kernels(SourceWriter writer, TypeModel type, NetworkPlan plan)
    {
        Helpers helpers = new(plan.Precision.Keyword());
        foreach (string name in Usings(plan))
        {
            writer.Line($"using global::{name};");
        }

        writer.Line();
        writer.Line("// ∂q stands for ∂E/∂q; a number of a sample's q is q_i where it is a variable and q[i] where it is in memory.");
        writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"NetGen\", \"{typeof(NetworkEmitter).Assembly.GetName().Version.ToString(3)}\")]");
        using (writer.Block($"internal static class {FileFrame.KernelClass(type)}"))
        {
            new StateEmitter(writer, plan, type.Name).Emit();
            new BatchEmitter(writer, plan).Emit();
            new PenaltyEmitter(writer, plan).Emit();
            ProgramParts parts = new();
            foreach (ProgramPlan program in plan.Programs)
            {
                if (plan.IsBlocked)
                {
                    new BlockProgramEmitter(writer, plan, program, helpers).Emit();
                }
                else
                {
                    new ProgramEmitter(writer, plan, program, parts, helpers).Emit();
                }

                if (program.Samples is { } samples)
                {
                    new SampleEmitter(writer, plan, program, samples, helpers).Emit();
                }

                if (program.Row is { } row && row.Owner == program.Kind)
                {
                    new RowEmitter(writer, plan, row, helpers).Emit();
                }
            }

            helpers.Write(writer);
        }
    }

    private static IEnumerable<string> Usings(NetworkPlan plan) =>
    [
        "System",
        "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices",
        .. plan.VectorSupport == VectorSupport.None ? [] : new[] { "System.Runtime.Intrinsics" },
        "NetGen.Numerics",
        .. plan.Loss is null ? [] : new[] { "NetGen.Optimizers" },
    ];

    private static string New(TypeModel type, string name) => type.Hidden.Contains(name) ? "new " : "";
}
