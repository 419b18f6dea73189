using System.Threading.Tasks;
using NetGen.Generator.CodeFixes;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.CodeFixes;

public sealed class RemoveOptionCodeFixTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(3, Activation.Tanh, Alpha = 1)]", "[Network(4)] [Dense(3, Activation.Tanh)]")]
    [InlineData("[Network(4)] [Dense(3, ReluGradientAtZero = 1, Bias = Bias.None)]", "[Network(4)] [Dense(3, Bias = Bias.None)]")]
    [InlineData("[Network(4, L2 = 1)] [Dense(3)]", "[Network(4)] [Dense(3)]")]
    [InlineData("[Network(4)] [Dense(3)] [Budget]", "[Network(4)] [Dense(3)]")]
    public async Task TheOptionGoes(string attributes, string expected)
    {
        string[] file = [.. await CodeFixTest.FixAsync(new RemoveOptionCodeFix(), [$"using NetGen; {attributes} partial class Net {{ }}"])];

        Assert.Equal([$"using NetGen; {expected} partial class Net {{ }}"], file);
        GeneratorTest.Run(file).AssertClean();
    }

    [Fact]
    public async Task All()
    {
        string[] file =
        [
            .. await CodeFixTest.FixAllAsync(
                new RemoveOptionCodeFix(),
                ["using NetGen; [Network(4, L2 = 1)] [Dense(3, Activation.Tanh, Alpha = 1, ReluGradientAtZero = 1)] partial class Net { }"]),
        ];

        Assert.Equal(["using NetGen; [Network(4)] [Dense(3, Activation.Tanh)] partial class Net { }"], file);
        GeneratorTest.Run(file).AssertClean();
    }
}
