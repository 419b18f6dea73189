using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Parsing;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>What generated code may use of vectors is what the framework and the library of the compilation have.</summary>
public sealed class VectorSupportTests
{
    private const string Library = "namespace NetGen.Numerics { public static class Partial { } }";

    [Fact]
    public void ThisFrameworkHasAll() => Assert.Equal(VectorSupport.Estimates, VectorSupportReader.Of(GeneratorTest.Compile([], new TestOptions())));

    [Theory]
    [InlineData(nameof(VectorSupport.Estimates), Library, "public static class Vector512 { public static int MultiplyAddEstimate(int a, int b, int c) => a * b + c; }")]
    [InlineData(nameof(VectorSupport.Types), Library, "public static class Vector512 { }")] // .NET 8
    [InlineData(nameof(VectorSupport.None), Library, "public static class Vector256 { }")] // .NET 7
    [InlineData(nameof(VectorSupport.None), Library, "")]
    [InlineData(nameof(VectorSupport.None), "namespace NetGen.Numerics { public static class Panels { } }", "public static class Vector512 { }")] // a library for .NET Standard
    public void OlderOnesHaveLess(string expected, string library, string framework)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Old", [CSharpSyntaxTree.ParseText(library), CSharpSyntaxTree.ParseText($"namespace System.Runtime.Intrinsics {{ {framework} }}")]);

        Assert.Equal(expected, VectorSupportReader.Of(compilation).ToString());
    }
}
