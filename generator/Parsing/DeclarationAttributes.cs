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
        Budget = all.FirstOrDefault(attribute => Is(attribute.AttributeClass, "BudgetAttribute"));
        Layers = all.Where(attribute => LayerClassOf(attribute) is not null && !IsUnknown(attribute)).ToImmutableArray();
        HasUnknown = all.Any(IsUnknown);
    }

    public AttributeData? Network { get; }

    public AttributeData? Loss { get; }

    public AttributeData? Budget { get; }

    /// <summary>In the order in which they are written.</summary>
    public ImmutableArray<AttributeData> Layers { get; }

    /// <summary>One of the attributes of the class is none that the compiler knows, and may be a misspelt layer; or it is a layer that is not of this library.</summary>
    public bool HasUnknown { get; }

    /// <summary>All that were found.</summary>
    public IEnumerable<AttributeData> All => new[] { Network, Loss, Budget }.OfType<AttributeData>().Concat(Layers);

    public bool IsEmpty => Network is null && Loss is null && Budget is null && Layers.IsEmpty;

    public static DeclarationAttributes Of(INamedTypeSymbol type) => new(type.GetAttributes());

    public static bool IsNetwork(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => Is(attribute.AttributeClass, nameof(NetworkAttribute)));

    /// <summary>Whether [Network] stands on this part of the class: where it stands on two (CS0579), the first counts.</summary>
    public bool IsNetworkOn(SyntaxNode part) => Network?.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == part.SyntaxTree && part.FullSpan.Contains(reference.Span);

    private static bool IsUnknown(AttributeData attribute) =>
        attribute.AttributeClass is not { TypeKind: not TypeKind.Error } type
        || (LayerClassOf(attribute) is { } layer && (type.IsAbstract || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, layer.ContainingAssembly)));

    /// <summary>The base class of all layers, where the attribute derives from it.</summary>
    private static INamedTypeSymbol? LayerClassOf(AttributeData attribute)
    {
        INamedTypeSymbol? type = attribute.AttributeClass;
        while (type is not null && !Is(type, "LayerAttribute"))
        {
            type = type.BaseType;
        }

        return type;
    }

    private static bool Is(INamedTypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
