using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Sums and maxima over the numbers of one sample.</summary>
internal static class ReduceEmitter
{
    public static void Unrolled(KernelContext context, Kernel.Reduce reduce)
    {
        IReadOnlyList<string> terms = Enumerable.Range(0, reduce.Count)
            .Select(j => reduce.Reduction == Reduction.Sum ? context.At(j).Term(reduce.Expression) : context.At(j).Write(reduce.Expression))
            .ToArray();
        string target = context.Values.At(reduce.Target, 0);
        string declaration = context.Declare(reduce.Target, 0);
        if (reduce.Reduction == Reduction.Sum)
        {
            SumEmitter.Write(context, declaration, target, null, terms);
            return;
        }

        context.Writer.Line($"{declaration} = {terms[0]};");
        foreach (string term in terms.Skip(1))
        {
            context.Writer.Line($"{target} = {context.Helpers.Call("Max", target, term)};");
        }
    }

    public static void Loop(KernelContext context, Kernel.Reduce reduce)
    {
        string target = context.Values.At(reduce.Target, 0);
        string start = reduce.Reduction == Reduction.Sum ? "0" : $"{context.Number}.NegativeInfinity";
        context.Writer.Line($"{context.Declare(reduce.Target, 0)} = {start};");
        using (context.Loop("j", reduce.Count))
        {
            string term = context.At("j").Write(reduce.Expression);
            context.Writer.Line(reduce.Reduction == Reduction.Sum ? $"{target} += {term};" : $"{target} = {context.Helpers.Call("Max", target, term)};");
        }
    }
}
