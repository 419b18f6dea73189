using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Rename;

namespace NetGen.Generator.CodeFixes;

/// <summary>Carries fixes out, one or many.</summary>
internal static class FixRun
{
    public static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyCollection<Fix> fixes, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        foreach (EditFix edit in fixes.OfType<EditFix>().GroupBy(edit => edit.Subject).Select(group => group.First()))
        {
            await edit.Apply(editor, cancellation).ConfigureAwait(false);
        }

        Solution changed = editor.GetChangedSolution();

        // Members before types: a member is found again by its type's name.
        foreach (RenameFix rename in fixes.OfType<RenameFix>().OrderBy(rename => rename.Symbol is INamedTypeSymbol))
        {
            changed = await ApplyAsync(changed, rename, cancellation).ConfigureAwait(false);
        }

        return changed;
    }

    private static async Task<Solution> ApplyAsync(Solution solution, RenameFix rename, CancellationToken cancellation)
    {
        Compilation? compilation = await solution.GetProject(rename.Project)!.GetCompilationAsync(cancellation).ConfigureAwait(false);
        ISymbol? symbol = compilation is null ? null : SymbolFinder.FindSimilarSymbols(rename.Symbol, compilation, cancellation).FirstOrDefault();
        return symbol is null ? solution : await Renamer.RenameSymbolAsync(solution, symbol, default(SymbolRenameOptions), rename.NewName, cancellation).ConfigureAwait(false);
    }
}
