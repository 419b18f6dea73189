using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generator.Model;

namespace NetGen.Generator.CodeFixes;

/// <summary>Moves all layers of a network to the part that has the first of them, in the order in which the compiler has met them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MoveLayersCodeFix : NetworkCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FindingIds.SeveralParts);

    private protected override IEnumerable<Fix> Find(Diagnostic diagnostic, SyntaxNode place, DeclaredType declared)
    {
        yield return new EditFix(
            "Move all layers to the part with the first",
            nameof(MoveLayersCodeFix),
            declared.Symbol,
            (editor, cancellation) => MoveAsync(editor, [.. declared.Layers.GroupBy(PartOf, layer => layer)], cancellation));
    }

    private static async Task MoveAsync(SolutionEditor editor, IReadOnlyList<IGrouping<TypeDeclarationSyntax, AttributeSyntax>> parts, CancellationToken cancellation)
    {
        TypeDeclarationSyntax target = parts[0].Key;
        int last = target.AttributeLists.IndexOf((AttributeListSyntax)parts[0].Last().Parent!);
        AttributeListSyntax[] moved = [.. parts.Skip(1).SelectMany(part => part).Select(Movable)];
        await editor.ReplaceAsync(target, current => AttributeLists.InsertAfter(current, last, moved), cancellation).ConfigureAwait(false);

        foreach (IGrouping<TypeDeclarationSyntax, AttributeSyntax> part in parts.Skip(1))
        {
            AttributeSyntax[] all = [.. part.Key.AttributeLists.SelectMany(list => list.Attributes)];
            HashSet<int> leaving = [.. part.Select(layer => System.Array.IndexOf(all, layer))];
            await editor.ReplaceAsync(part.Key, current => AttributeLists.Remove(current, leaving), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The list of a layer that stands alone, with its comments; above the first list of a part stands what belongs to the part.</summary>
    private static AttributeListSyntax Movable(AttributeSyntax layer)
    {
        var list = (AttributeListSyntax)layer.Parent!;
        return list.Attributes.Count == 1 && PartOf(layer).AttributeLists[0] != list ? list : AttributeLists.Of(layer);
    }

    private static TypeDeclarationSyntax PartOf(AttributeSyntax layer) => (TypeDeclarationSyntax)layer.Parent!.Parent!;
}
