using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>A sample's share of the gradient of a matrix.</summary>
internal static class OuterEmitter
{
    public static void Unrolled(KernelContext context, Kernel.Outer outer, int from, int to)
    {
        ParameterBlock block = Block(context, outer);
        for (int index = from; index < to; index++)
        {
            (int i, int j) = (index / outer.Columns, index % outer.Columns);
            string target = $"g[{Literals.Int(block.Offset + (i * block.Stride) + j)}]";
            context.Writer.Line($"{target} += {context.Values.At(outer.Left, i)} * {context.Values.At(outer.Right, j)};");
        }
    }

    public static void Loop(KernelContext context, Kernel.Outer outer)
    {
        ParameterBlock block = Block(context, outer);
        using (context.Loop("i", outer.Rows))
        {
            context.Writer.Line($"{context.Number} v = {context.Values.At(outer.Left, "i")};");
            context.Writer.Line($"global::System.Span<{context.Number}> row = {ValueAccess.Row(block, "g")};");
            using (context.Loop("j", outer.Columns))
            {
                context.Writer.Line($"row[j] += v * {context.Values.At(outer.Right, "j")};");
            }
        }
    }

    private static ParameterBlock Block(KernelContext context, Kernel.Outer outer) =>
        context.Plan.Parameters.Blocks.First(block => block.Offset == context.Values.Values[outer.Target].Offset);
}
