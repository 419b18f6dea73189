using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Incrementality;

/// <summary>What an edit costs: every tracked step gives the reason of each of its outputs.</summary>
public sealed class IncrementalityTests
{
    private const string NetworkA = "using NetGen;\n[Network(4)] [Dense(3)] public partial class A { public int Own; }\n";
    private const string NetworkB = "using NetGen;\n[Network(5)] [Dense(2, Activation.Softmax)] public partial class B { }\n";
    private const string Other = "class Other { void M() { } }\n";

    private static readonly TestOptions Options = new();

    [Fact]
    public void TheSameCompilationCostsNothing() =>
        AssertReasons(Edit(NetworkA, NetworkA), [Kept, Kept]);

    [Fact]
    public void AnEditOfAnotherFileCostsNothing() =>
        AssertReasons(Edit(Other, "class Other { void M() { int x = 3; } class More { } }\n"), [Kept, Kept]);

    [Fact]
    public void AnEditElsewhereInAProjectOfAHundredNetworksCostsNothing()
    {
        string[] networks = [.. Enumerable.Range(0, 100).Select(i => $"[NetGen.Network({i + 1})] [NetGen.Dense(2)] partial class Net{i} {{ }}")];
        CSharpCompilation compilation = GeneratorTest.Compile([.. networks, Other], Options);
        GeneratorDriver driver = GeneratorTest.CreateDriver(Options).RunGenerators(compilation);
        SyntaxTree other = compilation.SyntaxTrees[^1];

        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(other, other.WithChangedText(SourceText.From("class Other { int more; }"))));

        AssertReasons(driver.GetRunResult(), [.. Enumerable.Repeat(Kept, networks.Length)]);
    }

    [Theory]
    [InlineData("[Dense(3)]", "/* comment */ [Dense(3)] // more\n")]
    [InlineData("[Network(4)] [Dense(3)]", "\n\n[Network( 4 ),\n Dense( units: 3 )]\n")]
    [InlineData("public int Own;", "public int Own, More; public void M() { }")]
    [InlineData("public partial class A", "/// <summary>Text.</summary>\n[System.Obsolete] internal sealed partial class A")]
    [InlineData("[Dense(3)]", "[Dense(1 + 2, Activation.Identity)]")]
    [InlineData("using NetGen;", "using System; using NetGen; class Before { }")]
    public void AnEditThatDoesNotChangeWhatIsDeclaredCompilesNothing(string before, string after) =>
        AssertReasons(Edit(NetworkA, NetworkA.Replace(before, after)), [Kept, Kept]);

    [Theory]
    [InlineData("Dense(3)", "Dense(4)")]
    [InlineData("[Dense(3)]", "[Dense(3)] [Dense(2)]")]
    [InlineData("[Dense(3)]", "[Dense(3)] [Loss(LossFunction.SquaredError)]")]
    [InlineData("Network(4)", "Network(4, Precision = Precision.Double)")]
    [InlineData("public int Own;", "public int Forward;")]
    public void AnEditOfOneNetworkLeavesTheOtherAlone(string before, string after) =>
        AssertReasons(Edit(NetworkA, NetworkA.Replace(before, after)), [Made, Kept]);

    [Fact]
    public void ANetworkThatIsAddedLeavesTheOthersAlone() =>
        AssertReasons(Edit(Other, "[NetGen.Network(1)] [NetGen.Dense(1)] partial class C { }"), [Kept, Kept, [IncrementalStepRunReason.New]]);

    [Fact]
    public void ANetworkThatIsRemovedLeavesThoseBeforeItAlone() =>
        AssertReasons(Edit(NetworkB, Other), [Kept, [IncrementalStepRunReason.Removed]]);

    [Fact]
    public void AnEditElsewhereThatConcernsTheNetworkIsSeen()
    {
        // Another type whose name differs in case alone changes the name of the generated file; a base class changes what is hidden.
        AssertReasons(Edit(Other, "class a { }"), [Made, Kept]);
        AssertReasons(Edit(Other, "class Base { public int Info; } partial class B : Base { }"), [Kept, Made]);
    }

    [Fact]
    public void ACompilationWithoutFilesLeavesTheOthersAlone()
    {
        // It shares its trees, none, with the one that all others start from. Roslyn, told of new ones after it has looked at those, goes through the new ones twice.
        Assert.Empty(GeneratorTest.Compile([], Options).SyntaxTrees);

        AssertReasons(Edit(NetworkA, NetworkA), [Kept, Kept]);
    }

    [Fact]
    public void EveryStepIsTracked() =>
        Assert.Equal([TrackingNames.Declarations, TrackingNames.Files, TrackingNames.Summaries, TrackingNames.Reports], TrackedSteps.Names);

    private static IncrementalStepRunReason[] Kept { get; } = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    /// <summary>The oldest Roslyn calls New what later ones call Modified.</summary>
    private static IncrementalStepRunReason[] Made { get; } = [IncrementalStepRunReason.Modified, IncrementalStepRunReason.New];

    /// <summary>Runs over three files, replaces one, and runs again.</summary>
    private static GeneratorDriverRunResult Edit(string before, string after)
    {
        CSharpCompilation compilation = GeneratorTest.Compile([NetworkA, NetworkB, Other], Options);
        GeneratorDriver driver = GeneratorTest.CreateDriver(Options).RunGenerators(compilation);

        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.ToString() == before);
        SyntaxTree edited = tree.WithChangedText(SourceText.From(after));
        GeneratorDriverRunResult result = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, edited)).GetRunResult();
        TrackedSteps.AssertValuesOnly(result);
        return result;
    }

    /// <summary>Asserts of every step of the networks, and of the files themselves, one of the allowed reasons per network.</summary>
    private static void AssertReasons(GeneratorDriverRunResult result, IReadOnlyList<IncrementalStepRunReason[]> allowed)
    {
        foreach (string step in new[] { TrackingNames.Declarations, TrackingNames.Files })
        {
            AssertAllowed(step, TrackedSteps.ReasonsOf(result, step));
        }

        // What is kept is not even compared.
        IEnumerable<IncrementalStepRunReason> outputs = result.Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
        AssertAllowed("outputs", outputs);
        Assert.DoesNotContain(IncrementalStepRunReason.Unchanged, outputs);

        void AssertAllowed(string step, IEnumerable<IncrementalStepRunReason> reasons)
        {
            IncrementalStepRunReason[] actual = [.. reasons];
            bool agrees = actual.Length == allowed.Count && actual.Zip(allowed).All(pair => pair.Second.Contains(pair.First));
            Assert.True(agrees, $"{step}: {string.Join(", ", actual)}");
        }
    }
}
