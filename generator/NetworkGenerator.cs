using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using NetGen.Generator.Support;

namespace NetGen.Generator;

/// <summary>The entry: turns every <c>[Network]</c> class into one generated file. What is wrong with a declaration is said by <see cref="NetworkAnalyzer"/>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    private readonly Compiler _compile;

    /// <summary>Called by the compiler that hosts the generator.</summary>
    public NetworkGenerator()
        : this(NetworkCompiler.Compile)
    {
    }

    /// <summary>Compiles networks by something else, such as a compiler that fails.</summary>
    internal NetworkGenerator(Compiler compile) => _compile = compile;

    /// <summary>The shape of <see cref="NetworkCompiler.Compile"/>.</summary>
    internal delegate string Compiler(NetworkModel model, EquatableArray<string> errors, Func<Finding, string?> describe);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. Read the declarations. From here on there are values alone, so that an edit elsewhere changes nothing.
        IncrementalValuesProvider<ParseResult> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(DeclarationAttributes.NetworkAttribute, static (node, _) => Declarations.IsClass(node), Parse)
            .WithTrackingName(TrackingNames.Declarations);

        // 2. Compile each network by itself.
        IncrementalValuesProvider<GeneratedFile> files = declarations
            .Select(Compile)
            .WithTrackingName(TrackingNames.Files);

        // 3. Add the files.
        context.RegisterSourceOutput(files, Add);

        // 4. Say what all of them cost, where the project asks for it.
        NetworkReport.Register(context, declarations);
    }

    private static ParseResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        try
        {
            return DeclarationAttributes.Of(type).IsNetworkOn(context.TargetNode)
                ? NetworkParser.Parse(type, VectorSupportReader.Of(context.SemanticModel.Compilation), cancellation)
                : ParseResult.Nothing;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return ParseResult.Nothing with { Findings = EquatableArray.Of(InternalErrors.Of(type.Name, exception)) };
        }
    }

    private GeneratedFile Compile(ParseResult result, CancellationToken cancellation)
    {
        if (result.Model is not { } model)
        {
            return new GeneratedFile("", null, result.Findings.FirstOrDefault(finding => finding.Id == FindingIds.InternalError));
        }

        string hintName = model.Type.HintName;
        try
        {
            return new GeneratedFile(hintName, _compile(model, ErrorTexts.Of(result), ErrorTexts.Of), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new GeneratedFile(hintName, null, InternalErrors.Of(model.Type.Name, exception));
        }
    }

    private static void Add(SourceProductionContext context, GeneratedFile file)
    {
        if (file.Text is { } text)
        {
            context.AddSource(file.HintName, text);
        }

        if (file.Failure is { } failure)
        {
            context.ReportDiagnostic(Descriptors.Create(failure, Location.None));
        }
    }
}
