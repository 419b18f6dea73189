using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.CodeFixes;

/// <summary>The attribute lists of a type, with the white space around them: what stands on lines of its own gets company on lines of its own.</summary>
internal static class AttributeLists
{
    /// <summary>A list of one attribute.</summary>
    public static AttributeListSyntax Of(AttributeSyntax attribute) =>
        SyntaxFactory.AttributeList(Bare(SyntaxKind.OpenBracketToken), null, SyntaxFactory.SingletonSeparatedList(attribute.WithoutTrivia()), Bare(SyntaxKind.CloseBracketToken));

    /// <summary>Inserts a list before all others.</summary>
    public static TypeDeclarationSyntax InsertFirst(TypeDeclarationSyntax part, AttributeListSyntax list)
    {
        AttributeListSyntax first = part.AttributeLists[0];
        AttributeListSyntax inserted = list.WithLeadingTrivia(first.GetLeadingTrivia()).WithTrailingTrivia(Separator(first));
        return part.WithAttributeLists(part.AttributeLists.Replace(first, first.WithLeadingTrivia(Indentation(first))).Insert(0, inserted));
    }

    /// <summary>Inserts lists behind another; comments above them come along.</summary>
    public static TypeDeclarationSyntax InsertAfter(TypeDeclarationSyntax part, int index, IEnumerable<AttributeListSyntax> lists)
    {
        AttributeListSyntax before = part.AttributeLists[index];
        List<AttributeListSyntax> inserted = [.. lists.Select(list => list.WithLeadingTrivia(Comments(list).AddRange(Indentation(before))).WithTrailingTrivia(Separator(before)))];

        // What stood behind the one stands behind the last of the others now.
        inserted[inserted.Count - 1] = inserted[inserted.Count - 1].WithTrailingTrivia(before.GetTrailingTrivia());
        SyntaxList<AttributeListSyntax> all = part.AttributeLists.Replace(before, before.WithTrailingTrivia(Separator(before)));
        return part.WithAttributeLists(all.InsertRange(index + 1, inserted));
    }

    /// <summary>Removes attributes, counted through all lists, and lists that are left without any; the documentation above them stays.</summary>
    public static TypeDeclarationSyntax Remove(TypeDeclarationSyntax part, IReadOnlyCollection<int> attributes)
    {
        int position = 0;
        List<AttributeListSyntax> kept = [];
        foreach (AttributeListSyntax list in part.AttributeLists)
        {
            AttributeSyntax[] rest = [.. list.Attributes.Where(_ => !attributes.Contains(position++))];
            if (rest.Length > 0)
            {
                kept.Add(rest.Length == list.Attributes.Count ? list : list.WithAttributes(SyntaxFactory.SeparatedList(rest)));
            }
        }

        return part.WithAttributeLists(SyntaxFactory.List(kept)).WithLeadingTrivia(part.GetLeadingTrivia());
    }

    /// <summary>A token without the elastic white space of those that are made, which would ask the editor for a layout of its own.</summary>
    private static SyntaxToken Bare(SyntaxKind kind) => SyntaxFactory.Token(SyntaxTriviaList.Empty, kind, SyntaxTriviaList.Empty);

    /// <summary>What stands between this list and the next: the end of the line, or a space.</summary>
    private static SyntaxTrivia Separator(AttributeListSyntax list)
    {
        SyntaxTrivia end = list.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? end : SyntaxFactory.Space;
    }

    private static SyntaxTriviaList Indentation(AttributeListSyntax list) => SyntaxFactory.TriviaList(list.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    /// <summary>What stands above the list, without its own indentation.</summary>
    private static SyntaxTriviaList Comments(AttributeListSyntax list) => SyntaxFactory.TriviaList(list.GetLeadingTrivia().Reverse().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
}
