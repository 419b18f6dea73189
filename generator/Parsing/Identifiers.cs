using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Parsing;

/// <summary>Names as they are written in C#.</summary>
internal static class Identifiers
{
    /// <summary>The name of a namespace, with @ before it where C# has a keyword of that name.</summary>
    public static string EscapeNamespace(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of a type or a type parameter, with @ before it where C# has, or may get, a keyword of that name: it warns of every type in small letters (CS8981).</summary>
    public static string EscapeType(string name) => name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : EscapeNamespace(name);

    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public static string TypeParameters(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => EscapeType(parameter.Name)))}>";

    /// <summary>The namespaces and types that lead to a type, outermost first, the type itself last.</summary>
    public static IReadOnlyList<INamespaceOrTypeSymbol> PathTo(INamedTypeSymbol type)
    {
        var path = new List<INamespaceOrTypeSymbol>();
        INamespaceOrTypeSymbol? level = type;
        while (level is not (null or INamespaceSymbol { IsGlobalNamespace: true }))
        {
            path.Add(level);
            level = (INamespaceOrTypeSymbol?)level.ContainingType ?? level.ContainingNamespace;
        }

        path.Reverse();
        return path;
    }
}
