using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>Deals kernels out to methods, in their order, so that none grows beyond what the JIT optimizes; an unrolled kernel too large for one is cut.</summary>
internal static class MethodSplitter
{
    public static EquatableArray<MethodPlan> Split(IReadOnlyList<Kernel> kernels, TargetProfile profile)
    {
        List<MethodPlan> methods = [];
        List<KernelPiece> open = [];
        Cost used = default;
        foreach (KernelPiece piece in kernels.SelectMany(kernel => Cut(kernel, profile)))
        {
            Cost cost = CostModel.Of(piece, profile);
            if (open.Count > 0 && !(used + cost).FitsInto(profile))
            {
                methods.Add(new MethodPlan(open.ToEquatableArray()));
                open.Clear();
                used = default;
            }

            open.Add(piece);
            used += cost;
        }

        methods.Add(new MethodPlan(open.ToEquatableArray()));
        return methods.ToEquatableArray();
    }

    private static IEnumerable<KernelPiece> Cut(Kernel kernel, TargetProfile profile)
    {
        KernelPiece whole = new(kernel, 0, kernel.Length);
        if (!kernel.IsUnrolled || CostModel.Of(whole, profile).FitsInto(profile))
        {
            return [whole];
        }

        Cost element = CostModel.OfElement(kernel, profile);
        int size = Enumerable.Range(1, kernel.Length).TakeWhile(count => (count * element).FitsInto(profile)).LastOrDefault();
        return Pieces(kernel, Math.Max(1, size));
    }

    private static IEnumerable<KernelPiece> Pieces(Kernel kernel, int size)
    {
        for (int from = 0; from < kernel.Length; from += size)
        {
            yield return new KernelPiece(kernel, from, Math.Min(from + size, kernel.Length));
        }
    }
}
