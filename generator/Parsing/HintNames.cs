using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Support;

namespace NetGen.Generator.Parsing;

/// <summary>Names for generated files, such as <c>Demo.Outer.Net{T}.g.cs</c>.</summary>
internal static class HintNames
{
    /// <summary>In bytes: a file name may have 255 of them, and on Windows the whole path 260 characters.</summary>
    private const int LongestName = 150;

    /// <summary>A name that no other type of the compilation gets, whatever the case of letters: Roslyn and many file systems do not tell it apart.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        IReadOnlyList<INamespaceOrTypeSymbol> path = Identifiers.PathTo(type);
        string name = string.Join(".", path.Select(Segment));
        bool isLong = Encoding.UTF8.GetByteCount(name) > LongestName;
        if (isLong || path.Any(HasDouble))
        {
            string exact = string.Concat(path.Select(level => (level is INamespaceSymbol ? "." : "+") + Segment(level)));
            name = $"{(isLong ? Shorten(name) : name)}-{StableHash.Of(exact):x8}";
        }

        return name + ".g.cs";
    }

    private static string Segment(INamespaceOrTypeSymbol level) => level is INamedTypeSymbol { TypeParameters.IsEmpty: false } type
        ? $"{type.Name}{{{string.Join(",", type.TypeParameters.Select(parameter => parameter.Name))}}}"
        : level.Name;

    private static bool HasDouble(INamespaceOrTypeSymbol level)
    {
        var parent = (INamespaceOrTypeSymbol?)level.ContainingType ?? level.ContainingNamespace;
        string segment = Segment(level);
        return parent.GetMembers().OfType<INamespaceOrTypeSymbol>().Any(other =>
            other.Name.Length == level.Name.Length
            && !SymbolEqualityComparer.Default.Equals(other, level)
            && string.Equals(Segment(other), segment, StringComparison.OrdinalIgnoreCase));
    }

    private static string Shorten(string name)
    {
        int length = Math.Min(name.Length, LongestName);
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > LongestName)
        {
            length--;
        }

        return name.Substring(0, length);
    }
}
