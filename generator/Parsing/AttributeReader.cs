using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Parsing;

/// <summary>Reads an attribute without knowing what it means.</summary>
internal static class AttributeReader
{
    private const string Suffix = "Attribute";

    /// <summary>A layer: its kind is the name of the attribute class.</summary>
    public static LayerModel ReadLayer(AttributeData attribute)
    {
        string name = attribute.AttributeClass!.Name;
        string kind = name.EndsWith(Suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
        return new LayerModel(kind, Read(attribute).ToEquatableArray());
    }

    /// <summary>Argument name → value: constructor arguments under their parameters' names, elements of an array as <c>name[0]</c>, <c>name[1]</c> …, then the named options.</summary>
    public static IEnumerable<LayerArgument> Read(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is { } constructor)
        {
            foreach (LayerArgument argument in constructor.Parameters.Zip(attribute.ConstructorArguments, (parameter, value) => Read(parameter.Name, value)).SelectMany(values => values))
            {
                yield return argument;
            }
        }

        foreach (LayerArgument argument in attribute.NamedArguments.SelectMany(pair => Read(pair.Key, pair.Value)))
        {
            yield return argument;
        }
    }

    /// <summary>Whether the compiler rejects the attribute, or a part of it, with an error of its own.</summary>
    public static bool IsRejected(AttributeData attribute)
    {
        // An option that does not exist is not among the named arguments at all.
        int written = attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: var arguments }
            ? arguments.Count(argument => argument.NameEquals is not null)
            : 0;

        return attribute.AttributeConstructor is not { } constructor
            || constructor.Parameters.Length != attribute.ConstructorArguments.Length
            || written != attribute.NamedArguments.Length
            || attribute.ConstructorArguments.Any(IsRejected)
            || attribute.NamedArguments.Any(pair => IsRejected(pair.Value));
    }

    private static bool IsRejected(TypedConstant value) =>
        value.Kind == TypedConstantKind.Error || (value is { Kind: TypedConstantKind.Array, IsNull: false } && value.Values.Any(IsRejected));

    private static IEnumerable<LayerArgument> Read(string name, TypedConstant value) => value.Kind switch
    {
        TypedConstantKind.Primitive or TypedConstantKind.Enum => [new LayerArgument(name, value.Value)],
        TypedConstantKind.Array when !value.IsNull => value.Values.SelectMany((element, index) => Read($"{name}[{index}]", element)),
        _ => [],
    };
}
