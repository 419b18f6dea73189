using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>
/// Deals kernels out to methods, in their order, so that none grows beyond what the JIT optimizes; an unrolled kernel too large for one is cut, and a sum or
/// maximum of too many numbers becomes a loop. Products of matrices, and what is done to every number of their results alike, run over a block of samples; between them stand methods that run for each sample.
/// </summary>
internal static class MethodSplitter
{
    public static EquatableArray<MethodPlan> Split(IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values, TargetProfile profile)
    {
        bool isBlocked = kernels.Any(kernel => kernel.IsMatrix);
        Dictionary<string, ValuePlan> byName = values.ToDictionary(value => value.Name);
        List<MethodPlan> methods = [];
        List<KernelPiece> open = [];
        bool openIsBlock = false;
        bool openIsGradient = false;
        MethodCost cost = new(profile);
        foreach (Kernel kernel in kernels)
        {
            bool isBlock = isBlocked && (kernel.IsMatrix || IsFlat(kernel, byName));

            // The deltas of all samples come before the first gradient, which in a training step changes the parameters.
            bool isGradient = isBlocked && byName[kernel.Target].Residence == Residence.Gradient;
            foreach (KernelPiece piece in Cut(kernel, profile))
            {
                if (open.Count > 0 && (isBlock != openIsBlock || isGradient != openIsGradient || !cost.With(piece).FitsInto(profile)))
                {
                    methods.Add(new MethodPlan(openIsBlock, open.ToEquatableArray()));
                    open.Clear();
                    cost = new(profile);
                }

                open.Add(piece);
                openIsBlock = isBlock;
                openIsGradient = isGradient;
                cost.Add(piece);
            }
        }

        methods.Add(new MethodPlan(openIsBlock, open.ToEquatableArray()));
        return methods.ToEquatableArray();
    }

    /// <summary>Whether a kernel does the same to every number of its operands, whichever sample it belongs to; or sums them over the samples.</summary>
    private static bool IsFlat(Kernel kernel, Dictionary<string, ValuePlan> values) => kernel is Kernel.Map { IsUnrolled: false } map
        && (map.Accumulates
            ? map.Expression is Expression.Element
            : map.Reads.All(name => values[name].Residence == Residence.Scalar || (values[name].Length == map.Length && values[name].Residence != Residence.Parameter)));

    private static IEnumerable<KernelPiece> Cut(Kernel kernel, TargetProfile profile)
    {
        MethodCost empty = new(profile);
        KernelPiece whole = new(kernel, 0, kernel.Length);
        if (!kernel.IsUnrolled || empty.With(whole).FitsInto(profile))
        {
            return [whole];
        }

        Cost around = empty.With(new KernelPiece(kernel, 0, 0));
        Cost element = CostModel.OfElement(kernel, profile);
        int size = Enumerable.Range(1, kernel.Length).TakeWhile(count => (around + (count * element)).FitsInto(profile)).LastOrDefault();
        return size > 0 ? Pieces(kernel, size)
            : kernel is Kernel.Reduce ? [whole with { Kernel = kernel with { IsUnrolled = false } }]
            : throw new PlanException($"no method holds a single number of {kernel.Target}");
    }

    private static IEnumerable<KernelPiece> Pieces(Kernel kernel, int size)
    {
        for (int from = 0; from < kernel.Length; from += size)
        {
            yield return new KernelPiece(kernel, from, Math.Min(from + size, kernel.Length));
        }
    }
}
