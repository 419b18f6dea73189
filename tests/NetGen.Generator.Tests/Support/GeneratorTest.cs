extern alias NetGenLibrary;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using Xunit;

namespace NetGen.Generator.Tests.Support;

/// <summary>Compiles sources with the generator and the analyzer, as the compiler would.</summary>
internal static class GeneratorTest
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly MetadataReference Library = MetadataReference.CreateFromFile(typeof(NetGenLibrary::NetGen.NetworkAttribute).Assembly.Location);

    /// <summary>Compilations made from one compilation share what was read of the references, which is most of the work.</summary>
    private static readonly CSharpCompilation WithoutLibrary = CSharpCompilation.Create("Tests", references: Framework);

    private static readonly CSharpCompilation WithLibrary = WithoutLibrary.AddReferences(Library);

    private static readonly GeneratorDriverOptions Tracking = new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    /// <summary>Runs generator and analyzer over a source.</summary>
    public static TestResult Run(string source, TestOptions? options = null) => Run([source], options);

    /// <summary>Runs generator and analyzer over several files. Every run is made twice, must give the same text, and must not hand a Roslyn object from step to step.</summary>
    public static TestResult Run(IReadOnlyList<string> sources, TestOptions? options = null)
    {
        options ??= new TestOptions();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = options.Culture;
        try
        {
            CSharpCompilation compilation = Compile(sources, options);
            TestResult result = Run(compilation, options);
            Assert.Equal(result.GeneratedFiles, TestResult.FilesOf(CreateDriver(options).RunGenerators(compilation.Clone())));
            TrackedSteps.AssertValuesOnly(result.Driver.GetRunResult());
            return result;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The compilation without the generator.</summary>
    public static CSharpCompilation Compile(IReadOnlyList<string> sources, TestOptions options) => (options.ReferencesNetGen ? WithLibrary : WithoutLibrary)
        .AddSyntaxTrees(Parse(sources, options))
        .WithOptions(new CSharpCompilationOptions(
            options.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: options.CheckOverflow,
            allowUnsafe: options.AllowUnsafe,
            warningLevel: 9999,
            nullableContextOptions: options.Language >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable));

    public static GeneratorDriver CreateDriver(TestOptions options) =>
        CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions(options), optionsProvider: new ProjectProperties(options), driverOptions: Tracking);

    /// <summary>What the compiler's own parse options must be for its generated trees to fit the others. Documentation is parsed, so that a broken cref shows.</summary>
    public static CSharpParseOptions ParseOptions(TestOptions options) => new(options.Language, DocumentationMode.Diagnose);

    /// <summary>An array, and nothing that is parsed as it is asked for: Roslyn goes through new trees more than once, and would find others each time.</summary>
    private static SyntaxTree[] Parse(IReadOnlyList<string> sources, TestOptions options) =>
        [.. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions(options), path: $"File{index}.cs"))];

    private static TestResult Run(CSharpCompilation compilation, TestOptions options)
    {
        GeneratorDriver driver = CreateDriver(options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);

        ImmutableArray<Diagnostic> said = output.WithAnalyzers([new NetworkAnalyzer()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult();

        // Documentation is checked in generated code alone.
        HashSet<SyntaxTree> generated = [.. driver.GetRunResult().GeneratedTrees];
        ILookup<bool, Diagnostic> byOrigin = said
            .Where(diagnostic => !diagnostic.IsSuppressed && (diagnostic.Id != "CS1591" || generated.Contains(diagnostic.Location.SourceTree!)))
            .ToLookup(diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));

        // A generator that throws is reported as CS8785, an analyzer that throws as AD0001: no test may overlook them.
        Diagnostic[] findings = [.. reported, .. byOrigin[false]];
        Assert.All(findings, finding => Assert.StartsWith("NETGEN", finding.Id, StringComparison.Ordinal));
        return new TestResult(driver, output, [.. byOrigin[true]], [.. findings]);
    }
}
