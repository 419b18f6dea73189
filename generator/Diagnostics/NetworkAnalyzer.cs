using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Diagnostics;

/// <summary>Says what is wrong with a declaration, at the very argument. What a generator reports cannot be switched off by <c>#pragma warning disable</c>; this can.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        DeclarationAttributes attributes = DeclarationAttributes.Of(type);
        if (type.TypeKind != TypeKind.Class || attributes.IsEmpty)
        {
            return;
        }

        var locator = new FindingLocator(type, attributes);
        foreach (Finding finding in Find(type, attributes, context))
        {
            context.ReportDiagnostic(Descriptors.Create(finding, locator.Locate(finding.Target)));
        }
    }

    private static IEnumerable<Finding> Find(INamedTypeSymbol type, DeclarationAttributes attributes, SymbolAnalysisContext context)
    {
        try
        {
            ParseResult result = NetworkParser.Parse(type, VectorSupportReader.Of(context.Compilation), context.CancellationToken);

            // Where the compiler rejects an attribute, or does not know it, it says so itself, and what would follow from the rest is guesswork.
            bool isWhole = !result.IsBroken && !attributes.HasUnknown;
            return result.Model is { } model && isWhole ? result.Findings.Concat(NetworkCompiler.Check(model)) : result.Findings;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The generator comes to the same place and reports it.
            return [];
        }
    }
}
