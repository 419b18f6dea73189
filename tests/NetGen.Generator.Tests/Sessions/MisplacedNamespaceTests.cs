using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Sessions;

/// <summary>A namespace inside a class, as an editor may have it while a brace is missing. No text parses to it from the beginning, so the tree is put together here.</summary>
public sealed class MisplacedNamespaceTests
{
    [Fact]
    public void TheOtherNetworksStay()
    {
        var options = new TestOptions();
        CSharpCompilation compilation = GeneratorTest.Compile(
            ["class Open { }", "namespace A { partial class C { [NetGen.Network(3)] [NetGen.Dense(2)] partial class Lost { } } }", "[NetGen.Network(3)] [NetGen.Dense(2)] partial class Net { }"], options);
        SyntaxTree open = compilation.SyntaxTrees[0];
        var root = (CompilationUnitSyntax)open.GetRoot();
        var type = (ClassDeclarationSyntax)root.Members.Single();
        MemberDeclarationSyntax misplaced = ((CompilationUnitSyntax)compilation.SyntaxTrees[1].GetRoot()).Members.Single();
        SyntaxTree tree = CSharpSyntaxTree.Create(root.ReplaceNode(type, type.AddMembers(misplaced)), GeneratorTest.ParseOptions(options), open.FilePath);

        GeneratorDriver driver = GeneratorTest.CreateDriver(options).RunGenerators(compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[1]).ReplaceSyntaxTree(open, tree));

        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.True(result.Exception is null, $"{result.Exception}");
        Assert.Equal(["Net.g.cs"], result.GeneratedSources.Select(source => source.HintName));
    }
}
