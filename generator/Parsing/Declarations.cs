using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing;

/// <summary>The places where the user, and not this generator, declares a symbol.</summary>
internal static class Declarations
{
    private static readonly string Folder = typeof(NetworkGenerator).FullName;

    /// <summary>
    /// Whether a node is a class that the compiler can be asked about. While somebody types and a brace is missing, Roslyn may take what it has read before for a namespace inside a
    /// class, of whose declarations it knows nothing; asked for one, it fails, and all networks of the project with it.
    /// </summary>
    public static bool IsClass(SyntaxNode node) => node is ClassDeclarationSyntax
        && !node.Ancestors().Any(ancestor => ancestor is BaseNamespaceDeclarationSyntax { Parent: not (CompilationUnitSyntax or BaseNamespaceDeclarationSyntax) });

    /// <summary>The parts of a type.</summary>
    public static IEnumerable<TypeDeclarationSyntax> PartsOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Where(IsWrittenByUser)
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>();

    /// <summary>Whether the user wrote the symbol; what an analyzer sees contains the generated members too.</summary>
    public static bool IsWrittenByUser(ISymbol symbol) => !symbol.IsImplicitlyDeclared && symbol.DeclaringSyntaxReferences.Any(IsWrittenByUser);

    public static bool IsPartial(TypeDeclarationSyntax part) => part.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Whether a part is <c>file class</c>. The oldest Roslyn that loads us has no name for that keyword.</summary>
    public static bool IsFileLocal(TypeDeclarationSyntax part) => part.Modifiers.Any(modifier => modifier.Text == "file");

    /// <summary>Roslyn puts generated files into a folder with the name of their generator.</summary>
    private static bool IsWrittenByUser(SyntaxReference reference)
    {
        string[] path = reference.SyntaxTree.FilePath.Split('/', '\\');
        return path.Length < 2 || !string.Equals(path[path.Length - 2], Folder, StringComparison.Ordinal);
    }
}
