using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Diagnostics;

/// <summary>Errors as the generated members throw them: an analyzer can be switched off, an exception cannot.</summary>
internal static class ErrorTexts
{
    /// <summary>The texts of all errors that Parsing found.</summary>
    public static EquatableArray<string> Of(ParseResult result)
    {
        IEnumerable<string> texts = result.Findings.Select(Of).OfType<string>();
        return (result.IsBroken ? texts.Append("The compiler rejects the attributes of the network, or their values come from another source generator.") : texts).ToEquatableArray();
    }

    /// <summary>The text of an error, its id in front; null for what is no error.</summary>
    public static string? Of(Finding finding) => Descriptors.IsError(finding) ? $"{finding.Id}: {Descriptors.Format(finding)}" : null;
}
