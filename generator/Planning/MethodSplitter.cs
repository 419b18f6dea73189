using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>
/// Deals kernels out to methods, in their order, so that none grows beyond what the JIT optimizes; a kernel too large for one is cut, and a sum or maximum of
/// too many numbers becomes a loop.
/// </summary>
internal static class MethodSplitter
{
    public static EquatableArray<MethodPlan> Split(IReadOnlyList<Kernel> kernels, TargetProfile profile)
    {
        List<MethodPlan> methods = [];
        List<KernelPiece> open = [];
        MethodCost cost = new(profile);
        foreach (KernelPiece piece in kernels.SelectMany(kernel => Cut(kernel, profile)))
        {
            if (open.Count > 0 && !cost.With(piece).FitsInto(profile))
            {
                methods.Add(new MethodPlan(open.ToEquatableArray()));
                open.Clear();
                cost = new(profile);
            }

            open.Add(piece);
            cost.Add(piece);
        }

        methods.Add(new MethodPlan(open.ToEquatableArray()));
        return methods.ToEquatableArray();
    }

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
