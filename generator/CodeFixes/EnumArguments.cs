using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace NetGen.Generator.CodeFixes;

/// <summary>Arguments of attributes that are values of an enum.</summary>
internal static class EnumArguments
{
    /// <summary>Writes a value where another one stands, or adds the argument where it has been left out.</summary>
    /// <param name="editor">What the change goes to.</param>
    /// <param name="written">The argument, or the attribute that lacks it.</param>
    /// <param name="parameter">The name of the constructor's parameter.</param>
    /// <param name="value">The value, of an enum of the library.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task SetAsync(SolutionEditor editor, SyntaxNode written, string parameter, Enum value, CancellationToken cancellation)
    {
        // In full, and as short as the file's usings let it be afterwards.
        ExpressionSyntax expression = SyntaxFactory.ParseExpression($"global::NetGen.{value.GetType().Name}.{value}").WithAdditionalAnnotations(Simplifier.Annotation);
        return written.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? editor.ReplaceAsync(argument, current => current.WithExpression(expression.WithTriviaFrom(current.Expression)), cancellation)
            : editor.ReplaceAsync(written.FirstAncestorOrSelf<AttributeSyntax>()!, current => Add(current, parameter, expression), cancellation);
    }

    /// <summary>Behind the other arguments of the constructor, and before the options.</summary>
    private static AttributeSyntax Add(AttributeSyntax attribute, string parameter, ExpressionSyntax expression)
    {
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        AttributeArgumentSyntax[] given = [.. list.Arguments.TakeWhile(argument => argument.NameEquals is null)];
        NameColonSyntax? name = given.Any(argument => argument.NameColon is not null)
            ? SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter)).WithTrailingTrivia(SyntaxFactory.Space)
            : null;
        AttributeArgumentSyntax[] all = [.. given, SyntaxFactory.AttributeArgument(null, name, expression), .. list.Arguments.Skip(given.Length)];
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(all, Enumerable.Repeat(comma, all.Length - 1))));
    }
}
