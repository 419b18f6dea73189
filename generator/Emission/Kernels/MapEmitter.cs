using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Element-wise kernels: a statement per number, or one loop.</summary>
internal static class MapEmitter
{
    public static void Unrolled(KernelContext context, Kernel.Map map, int from, int to)
    {
        for (int j = from; j < to; j++)
        {
            string target = map.Accumulates ? context.Values.At(map.Target, j) : context.Declare(map.Target, j);
            context.Writer.Line($"{target} {(map.Accumulates ? "+=" : "=")} {context.At(j).Write(map.Expression)};");
        }
    }

    public static void Loop(KernelContext context, Kernel.Map map)
    {
        using (context.Loop("j", map.Length))
        {
            context.Writer.Line($"{context.Values.At(map.Target, "j")} {(map.Accumulates ? "+=" : "=")} {context.At("j").Write(map.Expression)};");
        }
    }
}
