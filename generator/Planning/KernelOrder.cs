using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Planning;

/// <summary>The order in which a method runs through the kernels of a program.</summary>
internal static class KernelOrder
{
    /// <summary>
    /// The error last: no gradient waits for it. Its logarithms are called when all else is done, and nothing has to be kept for the time of the call.
    /// </summary>
    public static IEnumerable<Kernel> ErrorLast(IEnumerable<Kernel> kernels)
    {
        Kernel[] all = [.. kernels];
        HashSet<string> needed = [];
        HashSet<Kernel> early = [];
        foreach (Kernel kernel in all.Reverse())
        {
            if (needed.Contains(kernel.Target) || kernel.IsWaitedFor)
            {
                needed.UnionWith(kernel.Reads);
                early.Add(kernel);
            }
        }

        return all.Any(kernel => kernel.Target == ProgramPlan.ErrorName) ? all.Where(early.Contains).Concat(all.Where(kernel => !early.Contains(kernel))) : all;
    }
}
