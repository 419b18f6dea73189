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
            string target = $"g[{Literals.Int(block.At(i, j))}]";
            context.Writer.Line($"{target} += {context.Values.At(outer.Left, i)} * {context.Values.At(outer.Right, j)};");
        }
    }

    private static ParameterBlock Block(KernelContext context, Kernel.Outer outer) =>
        context.Plan.Parameters.Blocks.First(block => block.Offset == context.Values.Values[outer.Target].Offset);
}
