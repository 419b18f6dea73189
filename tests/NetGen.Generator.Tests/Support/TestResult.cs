using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Generator.Tests.Support;

/// <summary>What a run gave.</summary>
/// <param name="Driver">The driver after the run, for another one.</param>
/// <param name="Compilation">The sources and the generated files.</param>
/// <param name="CompilerDiagnostics">What the compiler says, hidden diagnostics included.</param>
/// <param name="Findings">What NetGen says, in no order.</param>
internal sealed record TestResult(GeneratorDriver Driver, Compilation Compilation, ImmutableArray<Diagnostic> CompilerDiagnostics, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Hint name → text.</summary>
    public IReadOnlyDictionary<string, string> GeneratedFiles { get; } = FilesOf(Driver);

    /// <summary>The files of a driver's last run, hint name → text.</summary>
    public static IReadOnlyDictionary<string, string> FilesOf(GeneratorDriver driver) => driver.GetRunResult().Results
        .SelectMany(result => result.GeneratedSources)
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Asserts that neither the compiler nor NetGen has anything to say.</summary>
    public TestResult AssertClean()
    {
        AssertNothing(CompilerDiagnostics);
        return AssertNoFindings();
    }

    /// <summary>Asserts that NetGen has nothing to say.</summary>
    public TestResult AssertNoFindings()
    {
        AssertNothing(Findings);
        return this;
    }

    /// <summary>Asserts that whatever the compiler says, it does not say of generated code.</summary>
    public TestResult AssertNothingInGeneratedCode()
    {
        HashSet<SyntaxTree> generated = [.. Driver.GetRunResult().GeneratedTrees];
        AssertNothing(CompilerDiagnostics.Where(diagnostic => diagnostic.Location.SourceTree is { } tree && generated.Contains(tree)));
        return this;
    }

    /// <summary>Asserts the findings, in the order of their places: id, the text they point at, and the message.</summary>
    public TestResult AssertFindings(params (string Id, string At, string Message)[] expected)
    {
        IEnumerable<(string Id, string At, string Message)> actual = Findings
            .OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.SourceSpan.Start)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .Select(finding => (finding.Id, TextAt(finding.Location), finding.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal(expected, actual);
        return this;
    }

    private static string TextAt(Location location) => location.SourceTree?.GetText().ToString(location.SourceSpan) ?? "";

    private static void AssertNothing(IEnumerable<Diagnostic> diagnostics)
    {
        string text = string.Join("\n", diagnostics.Select(diagnostic => $"{diagnostic} in: {LineAt(diagnostic.Location)}"));
        Assert.True(text.Length == 0, text);
    }

    private static string? LineAt(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}
