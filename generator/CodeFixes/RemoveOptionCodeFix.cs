using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;

namespace NetGen.Generator.CodeFixes;

/// <summary>Removes an option that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveOptionCodeFix : NetworkCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FindingIds.OptionWithoutEffect);

    private protected override IEnumerable<Fix> Find(Diagnostic diagnostic, SyntaxNode place, DeclaredType declared)
    {
        SyntaxNode? written = (SyntaxNode?)place.FirstAncestorOrSelf<AttributeArgumentSyntax>() ?? place.FirstAncestorOrSelf<AttributeSyntax>();
        if (written is not null)
        {
            yield return new EditFix($"Remove '{written}'", nameof(RemoveOptionCodeFix), written, (editor, cancellation) => editor.RemoveAsync(written, cancellation));
        }
    }
}
