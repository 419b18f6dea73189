using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Diagnostics;

/// <summary>Joins a finding to the place in the user's file that it is about.</summary>
internal sealed class FindingLocator(INamedTypeSymbol type, DeclarationAttributes attributes)
{
    public Location Locate(FindingTarget target) => target.Kind switch
    {
        FindingTargetKind.Network => LocateArgument(attributes.Network, target.Argument),
        FindingTargetKind.Layer => LocateArgument(attributes.Layers[target.Index], target.Argument),
        FindingTargetKind.Loss => LocateArgument(attributes.Loss, target.Argument),
        FindingTargetKind.Budget => LocateArgument(attributes.Budget, target.Argument),
        FindingTargetKind.Container => LocateType(TypeReader.ContainersOf(type).ElementAt(target.Index)),
        FindingTargetKind.Member => LocateMember(target.Argument),
        _ => LocateType(type),
    };

    /// <summary>The identifier on the part that is to blame, which lacks <c>partial</c>, or else on that of the attributes.</summary>
    private Location LocateType(INamedTypeSymbol target)
    {
        TypeDeclarationSyntax[] parts = [.. Declarations.PartsOf(target)];
        TypeDeclarationSyntax? part = parts.FirstOrDefault(part => !Declarations.IsPartial(part)) ?? parts.FirstOrDefault(attributes.IsNetworkOn) ?? parts.FirstOrDefault();
        return part?.Identifier.GetLocation() ?? Location.None;
    }

    private Location LocateMember(string? key) => MemberClashes.FindSymbol(type, key)?.Locations[0] ?? LocateType(type);

    private Location LocateArgument(AttributeData? data, string? name)
    {
        if (data?.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax attribute)
        {
            return LocateType(type);
        }

        SyntaxNode? argument = name is null ? null : FindArgument(data, attribute, name);
        return (argument ?? attribute).GetLocation();
    }

    /// <summary>The argument as it is written; null where the value is a default.</summary>
    private static SyntaxNode? FindArgument(AttributeData data, AttributeSyntax attribute, string target)
    {
        // "inputShape[1]" is element 1 of what was given for the parameter inputShape.
        string[] path = target.Split('[', ']');
        AttributeArgumentSyntax[] arguments = [.. attribute.ArgumentList?.Arguments ?? default];
        AttributeArgumentSyntax? named = arguments.FirstOrDefault(argument => (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText == path[0]);
        int position = data.AttributeConstructor?.Parameters.TakeWhile(parameter => parameter.Name != path[0]).Count() ?? arguments.Length;
        AttributeArgumentSyntax[] written = named is not null ? [named] : [.. arguments.Where(argument => argument.NameEquals is null && argument.NameColon is null).Skip(position)];
        if (path.Length == 1)
        {
            return written.FirstOrDefault();
        }

        SyntaxNode[] elements = written.Length == 1 && FindElements(written[0].Expression) is { } list ? [.. list.ChildNodes()] : written;
        return elements.ElementAtOrDefault(int.Parse(path[1], CultureInfo.InvariantCulture)) ?? written.FirstOrDefault();
    }

    /// <summary>The braces or brackets around the elements of an array. The oldest Roslyn that loads us has no name for a collection expression.</summary>
    private static SyntaxNode? FindElements(ExpressionSyntax array) => array switch
    {
        ArrayCreationExpressionSyntax creation => creation.Initializer,
        ImplicitArrayCreationExpressionSyntax creation => creation.Initializer,
        _ => array.GetFirstToken().IsKind(SyntaxKind.OpenBracketToken) ? array : null,
    };
}
