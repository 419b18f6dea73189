using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Parsing;

/// <summary>Members of the base classes that generated members meet.</summary>
internal static class InheritedMembers
{
    /// <summary>The classes that a class derives from, nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>The names that need <c>new</c>, because a member of that name can be seen from the class.</summary>
    public static EquatableArray<string> FindHidden(INamedTypeSymbol type, IEnumerable<GeneratedMember> members)
    {
        INamedTypeSymbol[] bases = [.. BasesOf(type)];

        // The members of a base network are generated too, and nowhere to be seen yet.
        bool derivesFromNetwork = bases.Any(DeclarationAttributes.IsNetwork);
        return members
            .Select(member => member.Name)
            .Distinct()
            .Where(name => derivesFromNetwork || bases.Any(current => current.GetMembers(name).Any(member => IsAccessible(member, type))))
            .ToEquatableArray();
    }

    /// <summary>The abstract member that a generated one would hide, which C# forbids (CS0533). The nearest member counts: it may have overridden the abstract one.</summary>
    public static ISymbol? FindAbstract(INamedTypeSymbol type, GeneratedMember member) => BasesOf(type)
        .Select(current => current.GetMembers(member.Name).Where(inherited => IsAccessible(inherited, type) && MemberClashes.Collide(member, inherited)).ToArray())
        .FirstOrDefault(hidden => hidden.Length > 0)
        ?.FirstOrDefault(inherited => inherited.IsAbstract);

    private static bool IsAccessible(ISymbol member, INamedTypeSymbol type) => member.DeclaredAccessibility switch
    {
        // A base class that is also a container shares its secrets.
        Accessibility.Private => Identifiers.PathTo(type).Contains(member.ContainingType.OriginalDefinition, SymbolEqualityComparer.Default),
        Accessibility.Internal or Accessibility.ProtectedAndInternal => member.ContainingAssembly.GivesAccessTo(type.ContainingAssembly),
        _ => true,
    };
}
