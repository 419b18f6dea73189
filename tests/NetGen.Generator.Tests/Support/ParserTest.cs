using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using Xunit;

namespace NetGen.Generator.Tests.Support;

/// <summary>Runs the parser alone.</summary>
internal static class ParserTest
{
    /// <summary>What the parser is told that the compilation has of vectors.</summary>
    public const VectorSupport VectorSupport = Generator.VectorSupport.Types;

    /// <summary>Parses the type of that metadata name.</summary>
    public static ParseResult Parse(string source, string type = "Net", TestOptions? options = null)
    {
        CSharpCompilation compilation = GeneratorTest.Compile([source], options ?? new TestOptions());
        INamedTypeSymbol symbol = compilation.GetTypeByMetadataName(type)!;
        Assert.NotNull(symbol);
        return NetworkParser.Parse(symbol, VectorSupport, CancellationToken.None);
    }

    /// <summary>Parses a valid declaration: what the compiler rejects is a mistake of the test.</summary>
    public static NetworkModel ParseModel(string source, string type = "Net")
    {
        Assert.Empty(GeneratorTest.Compile([source], new TestOptions()).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        ParseResult result = Parse(source, type);
        Assert.Empty(result.Findings);
        Assert.False(result.IsBroken);
        return result.Model!;
    }
}
