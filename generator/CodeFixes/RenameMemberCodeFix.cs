using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.CodeFixes;

/// <summary>Gives what leaves no room for a generated member another name, wherever it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RenameMemberCodeFix : NetworkCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FindingIds.MemberClash);

    private protected override IEnumerable<Fix> Find(Diagnostic diagnostic, SyntaxNode place, DeclaredType declared)
    {
        if (MemberClashes.FindSymbol(declared.Symbol, Descriptors.ArgumentOf(diagnostic, 1)) is { } symbol && CanBeRenamed(symbol))
        {
            string name = FreeName(declared.Symbol, symbol);
            yield return new RenameFix($"Rename '{symbol.Name}' to '{name}'", nameof(RenameMemberCodeFix), symbol, name, declared.Project);
        }
    }

    /// <summary>What is not in the sources, or has its name from an interface or an attribute, keeps it.</summary>
    private static bool CanBeRenamed(ISymbol symbol) => symbol.Locations.Any(location => location.IsInSource) && symbol switch
    {
        IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false } => false,
        IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IPropertySymbol { IsIndexer: true } => false,
        _ => true,
    };

    private static string FreeName(INamedTypeSymbol type, ISymbol symbol)
    {
        string name = symbol switch
        {
            INamedTypeSymbol => symbol.Name + "Network",
            ITypeParameterSymbol => "T" + symbol.Name,
            _ => "Own" + Capitalize(symbol.Name.TrimStart('_')),
        };
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture))
            .First(candidate => type.GetMembers(candidate).IsEmpty && type.TypeParameters.All(parameter => parameter.Name != candidate)
                && (type.ContainingType ?? (INamespaceOrTypeSymbol)type.ContainingNamespace).GetMembers(candidate).IsEmpty);
    }

    private static string Capitalize(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
