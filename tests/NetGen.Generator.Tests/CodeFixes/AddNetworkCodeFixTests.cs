using System.Threading.Tasks;
using NetGen.Generator.CodeFixes;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.CodeFixes;

public sealed class AddNetworkCodeFixTests
{
    [Theory]
    [InlineData("[Dense(3)] partial class Net { }", "[Network] [Dense(3)] partial class Net { }")]
    [InlineData("[Dense(3), Loss(LossFunction.SquaredError)]\npartial class Net { }", "[Network]\n[Dense(3), Loss(LossFunction.SquaredError)]\npartial class Net { }")]
    [InlineData("[Loss(LossFunction.SquaredError)] partial class Net { }", "[Network] [Loss(LossFunction.SquaredError)] partial class Net { }")]
    [InlineData("[global::NetGen.Dense(3)] partial class Net { }", "[global::NetGen.Network] [global::NetGen.Dense(3)] partial class Net { }")]
    [InlineData(
        "class C\n{\n    /// <summary>A network.</summary>\n    [Dense(3)] // one\n    [Dense(3)]\n    partial class Net { }\n}",
        "class C\n{\n    /// <summary>A network.</summary>\n    [Network]\n    [Dense(3)] // one\n    [Dense(3)]\n    partial class Net { }\n}")]
    public async Task AboveTheFirstAttribute(string source, string expected)
    {
        Assert.Equal([$"using NetGen;\n{expected}"], await CodeFixTest.FixAsync(new AddNetworkCodeFix(), [$"using NetGen;\n{source}"]));
    }

    [Fact]
    public async Task TheCompilerThenAsksForTheInputShape()
    {
        string[] file = [.. await CodeFixTest.FixAsync(new AddNetworkCodeFix(), ["using NetGen; [Dense(3)] partial class Net { }"])];

        GeneratorTest.Run(file).AssertFindings(("NETGEN012", "Network", "The network 'Net' has no input shape: write the sizes of one sample, such as [Network(4)]"));
    }

    [Fact]
    public async Task All() => Assert.Equal(
        ["using NetGen; [Network] [Dense(3)] partial class A { } [Network] [Dense(3)] partial class B { }"],
        await CodeFixTest.FixAllAsync(new AddNetworkCodeFix(), ["using NetGen; [Dense(3)] partial class A { } [Dense(3)] partial class B { }"]));
}
