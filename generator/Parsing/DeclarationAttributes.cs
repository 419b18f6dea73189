using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>The attributes that declare a network, from all parts of the class.</summary>
internal sealed class DeclarationAttributes
{
    /// <summary>The full name of the attribute that makes a class a network.</summary>
    public const string NetworkAttribute = "NetGen.NetworkAttribute";

    private DeclarationAttributes(ImmutableArray<AttributeData> all)
    {
        Network = all.FirstOrDefault(attribute => Is(attribute.AttributeClass, nameof(NetworkAttribute)));
        Loss = all.FirstOrDefault(attribute => Is(attribute.AttributeClass, "LossAttribute"));
        Layers = all.Where(IsLayer).ToImmutableArray();
        HasUnresolved = all.Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });
    }

    public AttributeData? Network { get; }

    public AttributeData? Loss { get; }

    /// <summary>In the order in which they are written.</summary>
    public ImmutableArray<AttributeData> Layers { get; }

    /// <summary>One of the attributes of the class is none that the compiler knows. It may be a misspelt layer.</summary>
    public bool HasUnresolved { get; }

    /// <summary>All that were found.</summary>
    public IEnumerable<AttributeData> All => new[] { Network, Loss }.OfType<AttributeData>().Concat(Layers);

    public bool IsEmpty => Network is null && Loss is null && Layers.IsEmpty;

    public static DeclarationAttributes Of(INamedTypeSymbol type) => new(type.GetAttributes());

    public static bool IsNetwork(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => Is(attribute.AttributeClass, nameof(NetworkAttribute)));

    /// <summary>Whether [Network] stands on this part of the class: where it stands on two (CS0579), the first counts.</summary>
    public bool IsNetworkOn(SyntaxNode part) => Network?.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == part.SyntaxTree && part.FullSpan.Contains(reference.Span);

    private static bool IsLayer(AttributeData attribute)
    {
        for (INamedTypeSymbol? type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (Is(type, "LayerAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(INamedTypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
