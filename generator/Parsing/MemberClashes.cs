using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Parsing;

/// <summary>A generated member for which something of the user's leaves no room.</summary>
/// <param name="Member">What cannot be generated.</param>
/// <param name="Symbol">The class itself, its type parameter, its member, or an inherited abstract member.</param>
internal sealed record MemberClash(GeneratedMember Member, ISymbol Symbol);

/// <summary>Finds what of the user's stands where generated members should go.</summary>
internal static class MemberClashes
{
    public static IReadOnlyList<MemberClash> Find(INamedTypeSymbol type, IEnumerable<GeneratedMember> members)
    {
        ILookup<string, ISymbol> own = type.GetMembers().Where(Declarations.IsWrittenByUser).ToLookup(NameOf);
        return [.. members.Select(member => FindSymbol(member) is { } symbol ? new MemberClash(member, symbol) : null).OfType<MemberClash>()];

        ISymbol? FindSymbol(GeneratedMember member) => member.Name == type.Name
            ? type
            : type.TypeParameters.FirstOrDefault(parameter => parameter.Name == member.Name)
                ?? member.Signatures.SelectMany(signature => own[signature.Name].Where(symbol => Collide(signature, symbol))).FirstOrDefault()
                ?? InheritedMembers.FindAbstract(type, member);
    }

    /// <summary>What of the user's leaves no room for the generated member of that <see cref="GeneratedMember.Key"/>.</summary>
    public static ISymbol? FindSymbol(INamedTypeSymbol type, string? key)
    {
        IEnumerable<GeneratedMember> members = new[] { Precision.Single, Precision.Double }
            .SelectMany(precision => GeneratedMember.Of(precision, hasLoss: true, takesLabels: true, predicts: true))
            .Where(member => member.Key == key);
        return Find(type, members).Select(clash => clash.Symbol).FirstOrDefault();
    }

    /// <summary>One finding for each thing of the user's, however many generated members it displaces.</summary>
    public static IEnumerable<Finding> Describe(INamedTypeSymbol type, IEnumerable<MemberClash> clashes) =>
        clashes.GroupBy(clash => clash.Symbol, SymbolEqualityComparer.Default).Select(group => new Finding(
            FindingIds.MemberClash,
            SymbolEqualityComparer.Default.Equals(group.Key.ContainingType, type) ? new FindingTarget(FindingTargetKind.Member, 0, group.First().Member.Key) : FindingTarget.Type,
            EquatableArray.Of(Describe(group.Key), group.First().Member.Key, type.Name)));

    /// <summary>Methods stand beside methods of another signature; everything else needs its name for itself.</summary>
    public static bool Collide(GeneratedMember member, ISymbol other) =>
        member.ParameterTypes is not { } types
        || other is not IMethodSymbol method
        || (method.Arity == 0
            && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
            && types.Equals(method.Parameters.Select(parameter => parameter.Type.ToDisplayString()).ToEquatableArray()));

    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { ExplicitInterfaceImplementations: { IsEmpty: false } methods } => NameOfImplemented(methods[0]),
        IPropertySymbol { ExplicitInterfaceImplementations: { IsEmpty: false } properties } => NameOfImplemented(properties[0]),
        IPropertySymbol { IsIndexer: true } => member.MetadataName,
        _ => member.Name,
    };

    private static string NameOfImplemented(ISymbol member) => $"{member.ContainingType.ToDisplayString()}.{member.Name}";

    private static string Describe(ISymbol symbol)
    {
        string kind = symbol.Kind switch
        {
            SymbolKind.TypeParameter => "type parameter",
            SymbolKind.NamedType => "class",
            _ => symbol.Kind.ToString().ToLowerInvariant(),
        };
        return $"{kind} '{symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
    }
}
