using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Parsing;

/// <summary>What a class must be to become a network.</summary>
internal static class TypeRules
{
    /// <summary>Whether there is a name to open the type by. In unfinished code there may be none, and a type in a variant interface is an error (CS8427).</summary>
    public static bool CanBeNamed(INamedTypeSymbol type) =>
        Identifiers.PathTo(type).All(level => level.Name.Length > 0 && (level is not INamedTypeSymbol named || named.TypeParameters.All(CanBeNamed)));

    /// <summary>What keeps us from opening the type again.</summary>
    public static IEnumerable<Finding> FindObstacles(INamedTypeSymbol type)
    {
        if (!Declarations.PartsOf(type).All(Declarations.IsPartial))
        {
            yield return OnType(FindingIds.TypeNotPartial, type.Name);
        }

        foreach ((INamedTypeSymbol container, int index) in TypeReader.ContainersOf(type).Select((container, index) => (container, index)))
        {
            if (!Declarations.PartsOf(container).All(Declarations.IsPartial))
            {
                yield return new Finding(
                    FindingIds.ContainerNotPartial,
                    new FindingTarget(FindingTargetKind.Container, index),
                    EquatableArray.Of(type.Name, container.Name, TypeReader.KeywordOf(container)));
            }
        }

        if (type.IsStatic)
        {
            yield return OnType(FindingIds.StaticType, type.Name);
        }

        if (type.IsRecord)
        {
            yield return OnType(FindingIds.RecordType, type.Name);
        }

        if (Identifiers.PathTo(type).OfType<INamedTypeSymbol>().FirstOrDefault(level => Declarations.PartsOf(level).Any(Declarations.IsFileLocal)) is { } fileLocal)
        {
            yield return OnType(FindingIds.FileLocalType, type.Name, fileLocal.Name);
        }

        if (type.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp9 and var version })
        {
            yield return new Finding(FindingIds.LanguageTooOld, FindingTarget.Network(), EquatableArray.Of(type.Name, version.ToDisplayString()));
        }
    }

    /// <summary>What is wrong with a type that can be opened.</summary>
    public static IEnumerable<Finding> FindMistakes(INamedTypeSymbol type, DeclarationAttributes attributes)
    {
        if (InheritedMembers.BasesOf(type).FirstOrDefault(DeclarationAttributes.IsNetwork) is { } network)
        {
            yield return OnType(FindingIds.DerivesFromNetwork, type.Name, network.Name);
        }

        // The first layer on each further part.
        var parts = attributes.Layers
            .Select((layer, index) => (Part: layer.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent, Index: index))
            .GroupBy(layer => layer.Part)
            .ToArray();
        foreach (var part in parts.Skip(1))
        {
            yield return new Finding(
                FindingIds.SeveralParts, FindingTarget.Layer(part.First().Index), EquatableArray.Of(type.Name, parts.Length.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Layers, a loss or a budget on a class that is no network.</summary>
    public static IEnumerable<Finding> FindStrays(INamedTypeSymbol type, DeclarationAttributes attributes)
    {
        if (attributes.HasUnknown)
        {
            // It may be [Network], misspelt.
            yield break;
        }

        if (!attributes.Layers.IsEmpty)
        {
            yield return new Finding(FindingIds.WithoutNetwork, FindingTarget.Layer(0), EquatableArray.Of(type.Name, "layers"));
        }
        else if (attributes.Loss is not null)
        {
            yield return new Finding(FindingIds.WithoutNetwork, FindingTarget.Loss(), EquatableArray.Of(type.Name, "a loss"));
        }
        else if (attributes.Budget is not null)
        {
            yield return new Finding(FindingIds.WithoutNetwork, FindingTarget.Budget(), EquatableArray.Of(type.Name, "a budget"));
        }
    }

    private static bool CanBeNamed(ITypeParameterSymbol parameter) => parameter is { Name.Length: > 0, Variance: VarianceKind.None };

    private static Finding OnType(string id, params string[] arguments) => new(id, FindingTarget.Type, arguments.ToEquatableArray());
}
