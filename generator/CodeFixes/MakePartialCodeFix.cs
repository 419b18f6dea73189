using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.CodeFixes;

/// <summary>Writes <c>partial</c> on every part of a type, and of the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePartialCodeFix : NetworkCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FindingIds.TypeNotPartial, FindingIds.ContainerNotPartial);

    private protected override IEnumerable<Fix> Find(Diagnostic diagnostic, SyntaxNode place, DeclaredType declared)
    {
        yield return new EditFix("Make it partial", nameof(MakePartialCodeFix), declared.Symbol, async (editor, cancellation) =>
        {
            foreach (TypeDeclarationSyntax part in declared.AllParts)
            {
                await editor.ReplaceAsync(part, MakePartial, cancellation).ConfigureAwait(false);
            }
        });
    }

    private static TypeDeclarationSyntax MakePartial(TypeDeclarationSyntax part)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return Declarations.IsPartial(part) ? part
            : part.Modifiers.Any() ? part.AddModifiers(partial)
            : part.WithKeyword(part.Keyword.WithLeadingTrivia()).AddModifiers(partial.WithLeadingTrivia(part.Keyword.LeadingTrivia));
    }
}
