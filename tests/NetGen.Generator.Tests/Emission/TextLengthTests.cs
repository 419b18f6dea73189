using System.Linq;
using System.Text;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Lowering;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>What a network of everyday size costs the reader and the compiler: the networks of the benchmarks, which have 200 KB at most.</summary>
public sealed class TextLengthTests
{
    [Theory]
    [InlineData(4, 16, 3)]
    [InlineData(8, 20, 4)]
    [InlineData(16, 32, 32, 4)]
    [InlineData(64, 100, 10)]
    [InlineData(64, 128, 10)]
    [InlineData(784, 128, 10)]
    [InlineData(784, 512, 512, 10)]
    public void AClassifierHasAtMost200Kilobytes(params int[] widths) =>
        AssertShort(widths, LossFunction.CrossEntropy, Activation.Relu, Activation.Softmax);

    [Fact]
    public void ExclusiveOrHasAtMost200Kilobytes() => AssertShort([2, 4, 1], LossFunction.SquaredError, Activation.Tanh, Activation.Sigmoid);

    [Theory]
    [InlineData(13, 64, 64, 1)]
    [InlineData(640, 128, 128, 128, 128, 8, 128, 128, 128, 128, 640)]
    public void ARegressionHasAtMost200Kilobytes(params int[] widths) => AssertShort(widths, LossFunction.MeanSquaredError, Activation.Relu, Activation.Identity);

    private static void AssertShort(int[] widths, LossFunction loss, Activation hidden, Activation output)
    {
        LayerModel[] layers = [.. widths.Skip(1).Select((units, layer) => Declare.Dense(units, layer == widths.Length - 2 ? output : hidden))];

        string text = NetworkCompiler.Compile(Declare.Network(widths[0], loss, layers), default, finding => finding.Id);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 200_000);
    }
}
