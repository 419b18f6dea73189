using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Parsing;

/// <summary>Reads what is needed to open the user's type again.</summary>
internal static class TypeReader
{
    public static TypeModel Read(INamedTypeSymbol type, EquatableArray<string> hidden, EquatableArray<string> omitted) => new(
        string.Join(".", Identifiers.PathTo(type).OfType<INamespaceSymbol>().Select(level => Identifiers.EscapeNamespace(level.Name))),
        ContainersOf(type).Select(ReadContainer).ToEquatableArray(),
        Identifiers.EscapeType(type.Name),
        Identifiers.TypeParameters(type),
        HintNames.Of(type),
        hidden,
        omitted);

    /// <summary>The types around a type, outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainersOf(INamedTypeSymbol type) =>
        Identifiers.PathTo(type).OfType<INamedTypeSymbol>().Where(level => !SymbolEqualityComparer.Default.Equals(level, type));

    /// <summary>What stands before the name. Modifiers such as <c>ref</c> or <c>static</c> need not be repeated.</summary>
    public static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static ContainerModel ReadContainer(INamedTypeSymbol type) => new(KeywordOf(type), Identifiers.EscapeType(type.Name) + Identifiers.TypeParameters(type));
}
