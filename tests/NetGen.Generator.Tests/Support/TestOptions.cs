using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Support;

/// <summary>How a source is compiled; by default the strictest way.</summary>
internal sealed record TestOptions
{
    public LanguageVersion Language { get; init; } = LanguageVersion.Preview;

    public bool CheckOverflow { get; init; } = true;

    public bool AllowUnsafe { get; init; }

    /// <summary>Whether the source is a program of top-level statements.</summary>
    public bool IsProgram { get; init; }

    public bool ReferencesNetGen { get; init; } = true;

    /// <summary>The project's NetGenReport: where it wants a report to be.</summary>
    public string? Report { get; init; }

    /// <summary>Commas for decimal points and U+2212 for minus: whatever formats a number by the culture goes wrong at once.</summary>
    public CultureInfo Culture { get; init; } = CreateHostileCulture();

    private static CultureInfo CreateHostileCulture()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("tr-TR").Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "\u2212";
        return culture;
    }
}
