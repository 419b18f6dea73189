using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.Generator.CodeFixes;

/// <summary>Changes of nodes, whichever file they stand in.</summary>
internal static class Edits
{
    /// <summary>Replaces a node by what becomes of it; earlier changes of it, or inside of it, are kept.</summary>
    public static async Task ReplaceAsync<TNode>(this SolutionEditor editor, TNode node, Func<TNode, TNode> change, CancellationToken cancellation)
        where TNode : SyntaxNode
    {
        DocumentEditor document = await editor.GetDocumentEditorAsync(editor.OriginalSolution.GetDocumentId(node.SyntaxTree), cancellation).ConfigureAwait(false);
        document.ReplaceNode(node, (current, _) => change((TNode)current));
    }

    /// <summary>Removes a node, and what separates it from its neighbours.</summary>
    public static async Task RemoveAsync(this SolutionEditor editor, SyntaxNode node, CancellationToken cancellation)
    {
        DocumentEditor document = await editor.GetDocumentEditorAsync(editor.OriginalSolution.GetDocumentId(node.SyntaxTree), cancellation).ConfigureAwait(false);
        document.RemoveNode(node);
    }
}
