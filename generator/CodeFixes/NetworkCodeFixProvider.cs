using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.CodeFixes;

/// <summary>What all code fixes of NetGen have in common: one finding is fixed as all of them are.</summary>
public abstract class NetworkCodeFixProvider : CodeFixProvider
{
    private protected NetworkCodeFixProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new FixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Fix fix in await FindAsync(solution, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create(fix.Title, cancellation => FixRun.ApplyAsync(solution, [fix], cancellation), fix.Key), diagnostic);
            }
        }
    }

    /// <summary>What can be done about a finding.</summary>
    internal async Task<IReadOnlyList<Fix>> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (solution.GetDocument(diagnostic.Location.SourceTree) is not { } document
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics)
        {
            return [];
        }

        SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part && semantics.GetDeclaredSymbol(part, cancellation) is INamedTypeSymbol type
            ? [.. Find(diagnostic, place, new DeclaredType(type, document.Project.Id))]
            : [];
    }

    /// <summary>What can be done about a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="place">Where it points.</param>
    /// <param name="declared">The type around that place.</param>
    private protected abstract IEnumerable<Fix> Find(Diagnostic diagnostic, SyntaxNode place, DeclaredType declared);
}
