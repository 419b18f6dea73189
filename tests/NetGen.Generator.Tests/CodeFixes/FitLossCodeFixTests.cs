using System.Threading.Tasks;
using NetGen.Generator.CodeFixes;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.CodeFixes;

public sealed class FitLossCodeFixTests
{
    private const string CrossEntropy = "[Loss(LossFunction.CrossEntropy)]";
    private const string BinaryCrossEntropy = "[Loss(LossFunction.BinaryCrossEntropy)]";

    [Theory]
    [InlineData("[Dense(3, Activation.Sigmoid)] " + CrossEntropy, "Change the activation to Softmax", "[Dense(3, Activation.Softmax)] " + CrossEntropy)]
    [InlineData("[Dense(3, Activation.Sigmoid)] " + CrossEntropy, "Change the loss to BinaryCrossEntropy", "[Dense(3, Activation.Sigmoid)] " + BinaryCrossEntropy)]
    [InlineData("[Dense(3, Bias = Bias.None)] " + CrossEntropy, "Change the activation to Softmax", "[Dense(3, Activation.Softmax, Bias = Bias.None)] " + CrossEntropy)]
    [InlineData("[Dense(units: 3)] " + CrossEntropy, "Change the activation to Softmax", "[Dense(units: 3, activation: Activation.Softmax)] " + CrossEntropy)]
    [InlineData("[Dense(3)] " + CrossEntropy, "Change the loss to MeanSquaredError", "[Dense(3)] [Loss(LossFunction.MeanSquaredError)]")]
    [InlineData("[Dense(3, Activation.Softmax)] " + BinaryCrossEntropy, "Change the loss to CrossEntropy", "[Dense(3, Activation.Softmax)] " + CrossEntropy)]
    [InlineData("[Dense(3, Activation.Softmax)] " + BinaryCrossEntropy, "Change the activation to Sigmoid", "[Dense(3, Activation.Sigmoid)] " + BinaryCrossEntropy)]
    [InlineData("[Dense(1, Activation.Softmax)] [Dense(3)]", "Change the activation to Sigmoid", "[Dense(1, Activation.Sigmoid)] [Dense(3)]")]
    [InlineData("[Dense(1, Activation.Softmax)] " + CrossEntropy, "Change the activation to Sigmoid and the loss to BinaryCrossEntropy", "[Dense(1, Activation.Sigmoid)] " + BinaryCrossEntropy)]
    [InlineData("[Dense(1, activation: (Activation)5)]", "Change the activation to Sigmoid", "[Dense(1, activation: Activation.Sigmoid)]")]
    public async Task Either(string attributes, string title, string expected)
    {
        string[] file = [.. await CodeFixTest.FixAsync(new FitLossCodeFix(), [$"using NetGen; [Network(4)] {attributes} partial class Net {{ }}"], title)];

        Assert.Equal([$"using NetGen; [Network(4)] {expected} partial class Net {{ }}"], file);
        GeneratorTest.Run(file).AssertClean();
    }

    [Fact]
    public async Task WithoutAUsingTheValueIsNamedInFull() => Assert.Equal(
        ["[NetGen.Network(4)] [NetGen.Dense(1, NetGen.Activation.Sigmoid)] partial class Net { }"],
        await CodeFixTest.FixAsync(new FitLossCodeFix(), ["[NetGen.Network(4)] [NetGen.Dense(1, NetGen.Activation.Softmax)] partial class Net { }"]));

    /// <summary>Fixes of another way are not mixed in.</summary>
    [Fact]
    public async Task All()
    {
        const string Source = """
            using NetGen;
            [Network(4)] [Dense(3, Activation.Sigmoid)] [Loss(LossFunction.CrossEntropy)] partial class A { }
            [Network(4)] [Dense(3)] [Loss(LossFunction.CrossEntropy)] partial class B { }
            """;

        Assert.Equal(
            [Source.Replace("[Dense(3, Activation.Sigmoid)]", "[Dense(3)]").Replace("[Dense(3)]", "[Dense(3, Activation.Softmax)]")],
            await CodeFixTest.FixAllAsync(new FitLossCodeFix(), [Source], "Change the activation to Softmax"));
        Assert.Equal(
            [Source.Replace("[Dense(3)] [Loss(LossFunction.CrossEntropy)]", "[Dense(3)] [Loss(LossFunction.MeanSquaredError)]")],
            await CodeFixTest.FixAllAsync(new FitLossCodeFix(), [Source], "Change the loss to MeanSquaredError"));
    }
}
