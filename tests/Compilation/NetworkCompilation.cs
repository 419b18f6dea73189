using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NetGen.Generator;

namespace NetGen.Compilation;

/// <summary>Compiles C# text with the generator, in memory and optimized, and loads the result.</summary>
public static class NetworkCompilation
{
    // The framework that runs the tests.
    private static readonly Lazy<MetadataReference[]> Framework = new(() =>
    [
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(IsManaged)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private static readonly ConcurrentDictionary<string, Lazy<CompiledNetworks>> Compiled = new();

    /// <summary>The networks declared in the text, ready to be created. The same text is compiled once.</summary>
    /// <exception cref="CompilationFailedException">An error anywhere, or a warning in generated code.</exception>
    public static CompiledNetworks Compile(string source, CompilationSettings? settings = null)
    {
        settings ??= new CompilationSettings();
        string key = CompilationStore.Key(source, settings);
        return Compiled.GetOrAdd(key, _ => new Lazy<CompiledNetworks>(() => Load(key, source, settings))).Value;
    }

    private static CompiledNetworks Load(string key, string source, CompilationSettings settings)
    {
        if (CompilationStore.Find(key) is not { } compiled)
        {
            // A name of its own for each: assemblies of one name would shadow one another.
            compiled = Compile(source, settings, $"Networks{key}");
            CompilationStore.Keep(key, compiled);
        }

        // Not collectible: the code of a collectible assembly is compiled differently, and it is the usual code that is to be tested.
        return new CompiledNetworks(AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(compiled.Assembly)), compiled.GeneratedTexts);
    }

    private static CompiledText Compile(string source, CompilationSettings settings, string assemblyName)
    {
        var parsing = new CSharpParseOptions(settings.LanguageVersion, DocumentationMode.Diagnose);
        var compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(source, parsing, "Declarations.cs")],
            [.. Framework.Value, MetadataReference.CreateFromFile(settings.LibraryPath ?? typeof(INetwork<>).Assembly.Location)],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                checkOverflow: settings.CheckOverflow,
                allowUnsafe: settings.AllowUnsafe,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable));

        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parsing);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Microsoft.CodeAnalysis.Compilation updated, out _);

        GeneratorRunResult run = driver.GetRunResult().Results.Single();
        if (run.Exception is { } exception)
        {
            throw new CompilationFailedException("The generator threw.", exception);
        }

        // Emitting gives the warnings too: everything is bound once.
        using var stream = new MemoryStream();
        EmitResult result = updated.Emit(stream);
        SyntaxTree[] generated = [.. run.GeneratedSources.Select(file => file.SyntaxTree)];
        Diagnostic[] failures = [.. run.Diagnostics.Concat(result.Diagnostics).Where(diagnostic => IsFailure(diagnostic, generated))];
        if (failures.Length > 0)
        {
            throw new CompilationFailedException(FailureReport.Describe(failures));
        }

        return new CompiledText(stream.ToArray(), [.. run.GeneratedSources.Select(file => file.SourceText.ToString())]);
    }

    /// <summary>Generated code compiles without a warning at the highest level; what the text of a test is warned of does not matter.</summary>
    private static bool IsFailure(Diagnostic diagnostic, IReadOnlyList<SyntaxTree> generated) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { } tree && generated.Contains(tree));

    private static bool IsManaged(string path)
    {
        try
        {
            AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
