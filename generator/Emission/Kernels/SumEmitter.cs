using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Sums in statements of a few terms each: long expressions run slower and nest too deep for the compiler.</summary>
internal static class SumEmitter
{
    /// <param name="context">Where to write.</param>
    /// <param name="declaration">The left side of the first statement.</param>
    /// <param name="target">The left side of the others.</param>
    /// <param name="initial">What the sum begins with, or null.</param>
    /// <param name="terms">At least one.</param>
    public static void Write(KernelContext context, string declaration, string target, string? initial, IReadOnlyList<string> terms)
    {
        int size = context.Plan.Profile.TermsPerStatement;
        for (int from = 0; from < terms.Count; from += size)
        {
            IEnumerable<string> part = terms.Skip(from).Take(size);
            if (from == 0 && initial is not null)
            {
                part = part.Prepend(initial);
            }

            context.Writer.Line($"{(from == 0 ? declaration + " =" : target + " +=")} {string.Join(" + ", part)};");
        }
    }
}
