using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;

namespace NetGen.Generator.CodeFixes;

/// <summary>Writes <c>[Network]</c> above layers and losses that have none. The input shape is left to the user, whom the compiler then asks for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddNetworkCodeFix : NetworkCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FindingIds.WithoutNetwork);

    private protected override IEnumerable<Fix> Find(Diagnostic diagnostic, SyntaxNode place, DeclaredType declared)
    {
        if (place.FirstAncestorOrSelf<AttributeSyntax>() is { Name: var name } && place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part)
        {
            AttributeListSyntax list = AttributeLists.Of(SyntaxFactory.Attribute(NextTo(name)));
            yield return new EditFix(
                "Add [Network]",
                nameof(AddNetworkCodeFix),
                declared.Symbol,
                (editor, cancellation) => editor.ReplaceAsync(part, current => AttributeLists.InsertFirst(current, list), cancellation));
        }
    }

    /// <summary>The name of the attribute, reached in the same way as that of another one.</summary>
    private static NameSyntax NextTo(NameSyntax other)
    {
        IdentifierNameSyntax name = SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(SyntaxTriviaList.Empty, "Network", SyntaxTriviaList.Empty));
        return other switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(name),
            AliasQualifiedNameSyntax qualified => qualified.WithName(name),
            _ => name,
        };
    }
}
