using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.CodeFixes;

/// <summary>A type of the user's and what is declared on it, as syntax.</summary>
internal sealed class DeclaredType(INamedTypeSymbol type, ProjectId project)
{
    private readonly DeclarationAttributes _attributes = DeclarationAttributes.Of(type);

    public INamedTypeSymbol Symbol => type;

    public ProjectId Project => project;

    /// <summary>The parts of the type and of those around it.</summary>
    public IEnumerable<TypeDeclarationSyntax> AllParts => TypeReader.ContainersOf(type).Append(type).SelectMany(Declarations.PartsOf);

    /// <summary>The layer attributes as they are written, in the order in which they run.</summary>
    public IEnumerable<AttributeSyntax> Layers => _attributes.Layers.Select(layer => layer.ApplicationSyntaxReference?.GetSyntax()).OfType<AttributeSyntax>();

    public int LastLayer => _attributes.Layers.Length - 1;

    public LossFunction? Loss => _attributes.Loss is { } loss && AttributeReader.Read(loss).FirstOrDefault()?.Value is int function ? (LossFunction)function : null;

    public Activation ActivationOf(int layer) => (Activation)AttributeReader.ReadLayer(_attributes.Layers[layer]).Get("activation", 0);

    public int UnitsOf(int layer) => AttributeReader.ReadLayer(_attributes.Layers[layer]).Get("units", 0);

    /// <summary>An argument as it is written, or the attribute where it is not.</summary>
    public SyntaxNode Locate(FindingTarget target)
    {
        Location location = new FindingLocator(type, _attributes).Locate(target);
        return location.SourceTree!.GetRoot().FindNode(location.SourceSpan);
    }

    /// <summary>The index of the layer of which this is the attribute or an argument.</summary>
    public int IndexOfLayer(SyntaxNode place) => Layers.TakeWhile(layer => layer.Span.Start != place.FirstAncestorOrSelf<AttributeSyntax>()?.Span.Start).Count();
}
