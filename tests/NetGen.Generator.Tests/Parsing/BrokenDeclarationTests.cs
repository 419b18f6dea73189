using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>Where the compiler rejects a declaration by itself, NetGen adds nothing to that and still makes the members.</summary>
public sealed class BrokenDeclarationTests
{
    [Theory]
    [InlineData("[Network(\"4\")] [Dense(3)]")]
    [InlineData("[Network(4.0)] [Dense(3)]")]
    [InlineData("[Network(4, \"5\")] [Dense(3)]")]
    [InlineData("[Network(new[] { 4, Missing })] [Dense(3)]")]
    [InlineData("[Network(4, Depth = 3)] [Dense(3)]")]
    [InlineData("[Network(4, L2 = \"high\")] [Dense(3)]")]
    [InlineData("[Network(4, L2 = Missing)] [Dense(3)]")]
    [InlineData("[Network(4, Precision = Precision.Half)] [Dense(3)]")]
    [InlineData("[Network(4, L2 = )] [Dense(3)]")]
    [InlineData("[Network(4)] [Dense]")]
    [InlineData("[Network(4)] [Dense()]")]
    [InlineData("[Network(4)] [Dense(3, 3, 3)]")]
    [InlineData("[Network(4)] [Dense(3000000000)]")]
    [InlineData("[Network(4)] [Dense(3, Activation.Softmx)]")]
    [InlineData("[Network(4)] [Dense(3, activation: 7)]")]
    [InlineData("[Network(4)] [Dense(unit: 3)]")]
    [InlineData("[Network(4)] [Dense(3, Units = 4)]")]
    [InlineData("[Network(4)] [Dense(3, Name = 7)]")]
    [InlineData("[Network(4)] [Dense(Consts.Variable)]")]
    [InlineData("[Network(4)] [Dense(3")]
    [InlineData("[Network(4)] [Dense(3)] [Loss]")]
    [InlineData("[Network(4)] [Dense(3)] [Loss(LossFunction.Hinge)]")]
    public void AnAttributeThatTheCompilerRejectsMakesTheDeclarationBroken(string attributes)
    {
        string source = Wrap(attributes);

        ParseResult parsed = ParserTest.Parse(source);
        TestResult result = GeneratorTest.Run(source);

        Assert.True(parsed.IsBroken);
        Assert.NotNull(parsed.Model);
        Assert.Contains(result.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(["Net.g.cs", "Whole.g.cs"], result.GeneratedFiles.Keys.Order());
        result.AssertNoFindings().AssertNothingInGeneratedCode();
    }

    [Theory]
    [InlineData("[Network(4, L2 = 1, L2 = 2)] [Dense(3)] [Loss(LossFunction.SquaredError)]")]
    [InlineData("[Network(L2 = 1, 4)] [Dense(3)] [Loss(LossFunction.SquaredError)]")]
    [InlineData("[Network(4)] [Dense(3, Name = nameof(Missing))]")]
    public void WhereTheValuesCanBeReadAllTheSameTheyAreUsed(string attributes)
    {
        string source = Wrap(attributes);

        TestResult result = GeneratorTest.Run(source);

        Assert.False(ParserTest.Parse(source).IsBroken);
        Assert.Contains(result.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        result.AssertNoFindings().AssertNothingInGeneratedCode();
    }

    [Theory]
    [InlineData("[Network(4)] [Dens(3)]")]
    [InlineData("[Network(4)] [Dense(3)] [Los(LossFunction.SquaredError)]")]
    [InlineData("[Netwrk(4)] [Dense(3)]")]
    [InlineData("[Network(4)] [Layer]")]
    [InlineData("[Network(4)] [Own]")]
    public void AnAttributeThatTheCompilerDoesNotKnowLeavesTheWordToTheCompiler(string attributes)
    {
        TestResult result = GeneratorTest.Run(Wrap(attributes));

        Assert.Contains(result.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains("Whole.g.cs", result.GeneratedFiles.Keys);
        result.AssertNoFindings().AssertNothingInGeneratedCode();
    }

    [Fact]
    public void AnAttributeOfAnotherGeneratorIsNoneOfOurBusiness()
    {
        // What another generator adds is no more to be seen here than what does not exist.
        Assert.False(ParserTest.Parse("[NetGen.Network(4)] [NetGen.Dense(3)] [MadeElsewhere] partial class Net { }").IsBroken);
    }

    [Theory]
    [InlineData("[Network(4)] [Network(5)] [Dense(3)] partial class Net { }")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net { } [Network(5)] partial class Net { }")]
    [InlineData("[Network(4)] [Dense(3)] [Loss(LossFunction.SquaredError)] [Loss(LossFunction.CrossEntropy)] partial class Net { }")]
    public void AnAttributeThatStandsTwiceCountsOnce(string declaration)
    {
        TestResult result = GeneratorTest.Run("using NetGen;" + declaration);

        Assert.Contains(result.CompilerDiagnostics, diagnostic => diagnostic.Id == "CS0579");
        Assert.Single(result.GeneratedFiles);
        result.AssertNoFindings().AssertNothingInGeneratedCode();
        Assert.Equal([4], ParserTest.Parse("using NetGen;" + declaration).Model!.InputShape);
    }

    [Fact]
    public void WithoutTheLibraryNothingHappens()
    {
        TestResult result = GeneratorTest.Run(Wrap("[Network(4)] [Dense(3)]"), new TestOptions { ReferencesNetGen = false });

        Assert.Empty(result.GeneratedFiles);
        result.AssertNoFindings();
    }

    [Fact]
    public void AttributesOfTheSameNameInAnotherNamespaceMeanNothing()
    {
        TestResult result = GeneratorTest.Run("""
            using Other;
            [Network] [Dense(3)] class Net { }
            namespace Other
            {
                class NetworkAttribute : System.Attribute { }
                class LayerAttribute : System.Attribute { }
                class DenseAttribute : LayerAttribute { public DenseAttribute(int units) { } }
            }
            """);

        Assert.Empty(result.GeneratedFiles);
        result.AssertClean();
    }

    private static string Wrap(string attributes) => $$"""
        using NetGen;
        [Network(4)] [Dense(3)] partial class Whole { }
        static class Consts { public static int Variable = 3; }
        class OwnAttribute : LayerAttribute { }
        {{attributes}} partial class Net { }
        """;
}
