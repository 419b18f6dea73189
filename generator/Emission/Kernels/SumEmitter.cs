using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Sums in statements of a few terms each: long expressions run slower and nest too deep for the compiler.</summary>
internal static class SumEmitter
{
    private const int LineLength = 120;

    /// <param name="context">Where to write.</param>
    /// <param name="declaration">The left side of the first statement.</param>
    /// <param name="target">The left side of the others.</param>
    /// <param name="initial">What the sum begins with, or null.</param>
    /// <param name="terms">At least one.</param>
    public static void Write(KernelContext context, string declaration, string target, string? initial, IReadOnlyList<string> terms)
    {
        string statement = $"{declaration} = {(initial is null ? "" : initial + " + ")}{terms[0]}";
        int count = 1;
        foreach (string term in terms.Skip(1))
        {
            if (count == context.Plan.Profile.TermsPerStatement || statement.Length + term.Length > LineLength)
            {
                context.Writer.Line(statement + ";");
                statement = $"{target} += {term}";
                count = 1;
            }
            else
            {
                statement += " + " + term;
                count++;
            }
        }

        context.Writer.Line(statement + ";");
    }
}
