using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NetGen.Generator.CodeFixes;

/// <summary>Fixes all findings of a document, a project or a solution in one run. The batch fixer of Roslyn's would merge texts, and fixes that touch one class would get lost.</summary>
internal sealed class FixAll(NetworkCodeFixProvider provider) : FixAllProvider
{
    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        List<Fix> fixes = [];
        foreach (Diagnostic diagnostic in await FindAsync(fixAllContext).ConfigureAwait(false))
        {
            IReadOnlyList<Fix> choices = await provider.FindAsync(fixAllContext.Solution, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            fixes.AddRange(choices.Where(fix => fix.Key == fixAllContext.CodeActionEquivalenceKey).Take(1));
        }

        return fixes.Count == 0
            ? null
            : CodeAction.Create(fixes[0].Title, cancellation => FixRun.ApplyAsync(fixAllContext.Solution, fixes, cancellation), fixes[0].Key);
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        }

        List<Diagnostic> all = [];
        foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return all;
    }
}
