using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Sessions;

/// <summary>A project that is open in an editor: one driver sees every state of it, and is held to one that sees the last alone.</summary>
internal sealed class EditorSession
{
    private static readonly TestOptions Options = new();

    private CSharpCompilation _compilation;

    private GeneratorDriver _driver = CreateDriver();

    public EditorSession(IReadOnlyList<string> files)
    {
        _compilation = GeneratorTest.Compile(files, Options);
        Run();
    }

    /// <summary>The files as they are.</summary>
    public IReadOnlyList<string> Files => [.. _compilation.SyntaxTrees.Select(tree => tree.ToString())];

    /// <summary>What the driver gave last, in its order.</summary>
    public ImmutableArray<GeneratedSourceResult> Generated => Result(_driver).GeneratedSources;

    /// <summary>Changes a file as an editor does, so that what is left of it is not parsed again.</summary>
    public void Edit(int file, TextChange change)
    {
        SyntaxTree tree = _compilation.SyntaxTrees[file];
        _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(change)));
        Run();
    }

    /// <summary>Asserts that nothing depends on what the session has seen before, and nothing but the place of a file in a list on the order of files.</summary>
    public void AssertLikeANewOne()
    {
        ImmutableArray<GeneratedSourceResult> fresh = Result(CreateDriver().RunGenerators(Anew(_compilation.SyntaxTrees))).GeneratedSources;
        Assert.Equal(fresh.Select(Text), Generated.Select(Text));
    }

    /// <summary>Asserts that the compiler has nothing to say of generated code, and neither compiler nor analyzer fails.</summary>
    /// <returns>Whether nobody has found an error: a project that can be run.</returns>
    public bool AssertNothingInGeneratedCode()
    {
        // Whoever has a type System in no namespace has no framework: there is no other way to name it.
        if (new[] { "System", "NetGen" }.Any(name => !_compilation.GlobalNamespace.GetTypeMembers(name).IsEmpty))
        {
            return false;
        }

        HashSet<SyntaxTree> generated = [.. Generated.Select(source => source.SyntaxTree)];
        Compilation whole = _compilation.AddSyntaxTrees(generated);
        ImmutableArray<Diagnostic> said = whole.WithAnalyzers([new NetworkAnalyzer()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult();

        AssertNone(said.Where(diagnostic => diagnostic.Location.SourceTree is { } tree && generated.Contains(tree)));
        AssertNone(said.Where(diagnostic => diagnostic.Id is "AD0001" or "NETGEN999"));
        return !said.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>Asserts that files in another order give the same texts.</summary>
    public void AssertTheOrderOfFilesMakesNoDifference()
    {
        ImmutableArray<GeneratedSourceResult> reversed = Result(CreateDriver().RunGenerators(Anew(_compilation.SyntaxTrees.Reverse()))).GeneratedSources;
        Assert.Equal(Generated.Select(Text).Order(StringComparer.Ordinal), reversed.Select(Text).Order(StringComparer.Ordinal));
    }

    private static void AssertNone(IEnumerable<Diagnostic> diagnostics)
    {
        string text = string.Join("\n", diagnostics.Take(5).Select(diagnostic =>
            $"{diagnostic} in: {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}"));
        Assert.True(text.Length == 0, text);
    }

    /// <summary>Without tracked steps, as an editor has it; with them, Roslyn 5.12 may leave a whole run out, where an attribute has lost its name.</summary>
    private static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: GeneratorTest.ParseOptions(Options));

    private static GeneratorRunResult Result(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.True(result.Exception is null, $"{result.Exception}");
        Assert.Empty(result.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        return result;
    }

    private static string Text(GeneratedSourceResult source) => $"{source.HintName}\n{source.SourceText}";

    /// <summary>A compilation that has seen nothing. Of the same trees: parsed from the beginning, a text with mistakes may be read in another way than after an edit.</summary>
    private CSharpCompilation Anew(IEnumerable<SyntaxTree> trees) => _compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);

    private void Run()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Options.Culture;
        try
        {
            _driver = _driver.RunGenerators(_compilation);
            Result(_driver);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
