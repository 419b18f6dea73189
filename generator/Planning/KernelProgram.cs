using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>A program as kernels, before it is known in which forms it runs.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Kernels">By what, in the order of execution.</param>
/// <param name="Values">What these work on.</param>
internal record KernelProgram(ProgramKind Kind, IReadOnlyList<Kernel> Kernels, IReadOnlyList<ValuePlan> Values)
{
    /// <summary>
    /// The kernels with the error last: no gradient waits for it. Its logarithms are called when all else is done, and nothing has to be kept for the time of the call.
    /// </summary>
    public IEnumerable<Kernel> ErrorLast
    {
        get
        {
            Kernel[] early = Needed(kernel => kernel.IsWaitedFor);
            return Kernels.Any(kernel => kernel.Target == ProgramPlan.ErrorName) ? early.Concat(Kernels.Except(early)) : Kernels;
        }
    }

    /// <summary>What two have in common, and neither needs for what it has alone.</summary>
    public static Kernel[] Common(Kernel[] first, Kernel[] second)
    {
        HashSet<Kernel> common = [.. first.Intersect(second)];
        bool isChanged;
        do
        {
            HashSet<string> needed = [.. first.Concat(second).Where(kernel => !common.Contains(kernel)).SelectMany(kernel => kernel.Reads)];
            isChanged = common.RemoveWhere(kernel => needed.Contains(kernel.Target)) > 0;
        }
        while (isChanged);
        return [.. first.Where(common.Contains)];
    }

    /// <summary>Some kernels and all that they need, in their order.</summary>
    public Kernel[] Needed(Func<Kernel, bool> isWanted)
    {
        HashSet<string> needed = [];
        List<Kernel> kernels = [];
        foreach (Kernel kernel in Kernels.Reverse().Where(kernel => isWanted(kernel) || needed.Contains(kernel.Target)))
        {
            needed.UnionWith(kernel.Reads);
            kernels.Insert(0, kernel);
        }

        return [.. kernels];
    }

    /// <summary>The kernels that some values have a part in.</summary>
    public IEnumerable<Kernel> Following(params string[] values)
    {
        HashSet<string> following = [.. values];
        foreach (Kernel kernel in Kernels.Where(kernel => kernel.Reads.Any(following.Contains)))
        {
            following.Add(kernel.Target);
            yield return kernel;
        }
    }

    /// <summary>Whether no name is that of two different values.</summary>
    public bool AgreesWith(KernelProgram other) => Values.All(value => other.Values.All(known => known.Name != value.Name || known.Length == value.Length));

    /// <summary>The values, and those of others that have other names.</summary>
    public IEnumerable<ValuePlan> ValuesWith(IEnumerable<ValuePlan> others) => Values.Concat(others.Where(other => Values.All(value => value.Name != other.Name)));
}
