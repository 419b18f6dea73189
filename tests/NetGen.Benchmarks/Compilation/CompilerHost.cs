using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NetGen.Generator;

namespace NetGen.Benchmarks.Compilation;

/// <summary>The compiler and the generator in this process, as an editor or a build hosts them.</summary>
internal static class CompilerHost
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || path == typeof(INetwork<>).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compilation(params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Networks",
        [.. sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Parsing, $"File{i}.cs"))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

    /// <summary>A driver that has seen nothing yet, and tells why it does what it does.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        parseOptions: Parsing,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <returns>Seconds that the generator takes, and the driver afterwards.</returns>
    public static (double Seconds, GeneratorDriver Driver) Generate(GeneratorDriver driver, Microsoft.CodeAnalysis.Compilation compilation)
    {
        long started = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, driver);
    }

    /// <returns>How many files the last run of a driver wrote that it had not had before.</returns>
    public static int GeneratedAgain(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedOutputSteps
        .SelectMany(steps => steps.Value)
        .SelectMany(step => step.Outputs)
        .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    /// <returns>Seconds from text to an assembly, without the generator.</returns>
    /// <exception cref="InvalidOperationException">The text has errors; the message has the first.</exception>
    public static double Compile(params IEnumerable<string> sources)
    {
        string[] texts = [.. sources];
        long started = Stopwatch.GetTimestamp();
        EmitResult result = Compilation(texts).Emit(Stream.Null);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return result.Success
            ? seconds
            : throw new InvalidOperationException($"{result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
    }
}
