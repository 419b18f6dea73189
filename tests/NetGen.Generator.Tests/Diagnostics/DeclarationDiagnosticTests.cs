using System.Linq;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>What Lowering and Planning say of the attributes: id, place and message.</summary>
public sealed class DeclarationDiagnosticTests
{
    [Fact]
    public void NoLayers() => Run("[Network(4)]").AssertFindings(
        ("NETGEN011", "Net", "The network 'Net' has no layers: add one, such as [Dense(3)]"));

    [Theory]
    [InlineData("Network")]
    [InlineData("Network()")]
    [InlineData("Network(null)")]
    [InlineData("Network(new int[0])")]
    [InlineData("Network(Precision = Precision.Double)")]
    public void NoInputShape(string network) => Run($"[{network}] [Dense(3)]").AssertFindings(
        ("NETGEN012", network, "The network 'Net' has no input shape: write the sizes of one sample, such as [Network(4)]"));

    [Theory]
    [InlineData("4, 0", 1, "0", "0")]
    [InlineData("4, -5, 6", 1, "-5", "-5")]
    [InlineData("0", 0, "0", "0")]
    [InlineData("new[] { 4, 5, -6 }", 2, "-6", "-6")]
    [InlineData("new int[] { 1 - 1 }", 0, "1 - 1", "0")]
    [InlineData("inputShape: new[] { 4, -1 }", 1, "-1", "-1")]
    [InlineData("int.MinValue", 0, "int.MinValue", "-2147483648")]
    public void SizeOfTheInputNotPositive(string shape, int index, string at, string value) => Run($"[Network({shape})] [Dense(3)]").AssertFindings(
        ("NETGEN013", at, $"'inputShape[{index}]' is {value}: a size must be at least 1"));

    [FactSince(12)]
    public void SizeInACollectionExpressionNotPositive() => Run("[Network([4, -1])] [Dense(3)]").AssertFindings(
        ("NETGEN013", "-1", "'inputShape[1]' is -1: a size must be at least 1"));

    [Theory]
    [InlineData("Dense(0)", "0", "0")]
    [InlineData("Dense(units: -3)", "units: -3", "-3")]
    [InlineData("Dense(activation: Activation.Relu, units: -3)", "units: -3", "-3")]
    public void UnitsNotPositive(string layer, string at, string value) => Run($"[Network(4)] [Dense(3)] [{layer}]").AssertFindings(
        ("NETGEN013", at, $"'units' is {value}: a size must be at least 1"));

    [Fact]
    public void InputTooLarge() => Run("[Network(int.MaxValue, int.MaxValue, 2)] [Dense(1)]").AssertFindings(
        ("NETGEN014", "Network(int.MaxValue, int.MaxValue, 2)", "The network is too large: the input size is 9223372028264841218, and the limit is 16777216"));

    [Fact]
    public void UnitsTooLarge() => Run("[Network(1)] [Dense(16777217)]").AssertFindings(
        ("NETGEN014", "16777217", "The network is too large: the number of units is 16777217, and the limit is 16777216"));

    [Fact]
    public void ParametersTooLarge() => Run("[Network(100000)] [Dense(100000)]").AssertFindings(
        ("NETGEN014", "Net", "The network is too large: the number of parameters is 10000100000, and the limit is 268435456"));

    [Theory]
    [InlineData("L2 = -1e-3", "-0.001")]
    [InlineData("L2 = double.NaN", "NaN")]
    [InlineData("L2 = double.PositiveInfinity", "Infinity")]
    [InlineData("L2 = 1e200", "1E+200")]
    public void L2OutOfRange(string written, string value)
    {
        const string Loss = "[Loss(LossFunction.SquaredError)]";
        (string, string, string) expected = ("NETGEN015", written, $"'L2' is {value}: a penalty factor must be finite and at least 0");

        Run($"[Network(4, {written})] [Dense(3)] {Loss}").AssertFindings(expected);
        Run($"[Network(4)] [Dense(3)] [Dense(3, {written})] {Loss}").AssertFindings(expected);
    }

    [Theory]
    [InlineData("Alpha = -0.5", "-0.5")]
    [InlineData("Alpha = double.NaN", "NaN")]
    [InlineData("Alpha = double.PositiveInfinity", "Infinity")]
    public void AlphaOutOfRange(string written, string value) => Run($"[Network(4)] [Dense(3, Activation.Elu, {written})]").AssertFindings(
        ("NETGEN016", written, $"'Alpha' is {value}: it must be finite and at least 0"));

    [Theory]
    [InlineData("ReluGradientAtZero = 2", "2")]
    [InlineData("ReluGradientAtZero = -1", "-1")]
    public void ReluGradientOutOfRange(string written, string value) => Run($"[Network(4)] [Dense(3, Activation.Relu, {written})]").AssertFindings(
        ("NETGEN017", written, $"'ReluGradientAtZero' is {value}: it must be 0 or 1"));

    [Theory]
    [InlineData("[Network(4, Precision = (Precision)2)] [Dense(3)]", "Precision = (Precision)2", "2 is not a value of 'Precision': write one of Single, Double")]
    [InlineData("[Network(4, Unroll = (Unroll)(-1))] [Dense(3)]", "Unroll = (Unroll)(-1)", "-1 is not a value of 'Unroll': write one of Auto, Full, None")]
    [InlineData(
        "[Network(4)] [Dense(3, (Activation)99)]",
        "(Activation)99",
        "99 is not a value of 'Activation': write one of Identity, Relu, LeakyRelu, Sigmoid, Tanh, Softmax, Elu, Softplus, Silu, Gelu")]
    [InlineData("[Network(4)] [Dense(3, Bias = (Bias)3)]", "Bias = (Bias)3", "3 is not a value of 'Bias': write one of PerUnit, Shared, None")]
    [InlineData(
        "[Network(4)] [Dense(3, Initializer = (Initializer)6)]",
        "Initializer = (Initializer)6",
        "6 is not a value of 'Initializer': write one of Auto, HeUniform, HeNormal, GlorotUniform, GlorotNormal, Zero")]
    [InlineData(
        "[Network(4)] [Dense(3)] [Loss((LossFunction)4)]",
        "(LossFunction)4",
        "4 is not a value of 'LossFunction': write one of CrossEntropy, BinaryCrossEntropy, SquaredError, MeanSquaredError")]
    public void UndefinedValue(string attributes, string at, string message) => Run(attributes).AssertFindings(("NETGEN018", at, message));

    [Fact]
    public void DuplicateName() => Run("[Network(4)] [Dense(3, Name = \"a\")] [Dense(3)] [Dense(3, Name = \"a\")]").AssertFindings(
        ("NETGEN019", "Name = \"a\"", "The name 'a' belongs to layer 1 already: give every layer a name of its own"));

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("a-b")]
    [InlineData("@a")]
    public void InvalidName(string name) => Run($"[Network(4)] [Dense(3, Name = \"{name}\")]").AssertFindings(
        ("NETGEN020", $"Name = \"{name}\"", $"The name '{name}' is not an identifier: write letters, digits and underscores, and no digit first"));

    [Theory]
    [InlineData("a\\nb", "a\\nb")]
    [InlineData("\\u202Egnp", "\\u202Egnp")]
    [InlineData("\\r\\0", "\\u000D\\u0000")]
    [InlineData("*/", "*/")]
    public void InvalidNameStaysOnItsLine(string written, string shown) => Run($"[Network(4)] [Dense(3, Name = \"{written}\")]").AssertFindings(
        ("NETGEN020", $"Name = \"{written}\"", $"The name '{shown}' is not an identifier: write letters, digits and underscores, and no digit first"));

    [Fact]
    public void CrossEntropyWithoutSoftmax() => Run("[Network(4)] [Dense(3, Activation.Sigmoid)] [Loss(LossFunction.CrossEntropy)]").AssertFindings(
        ("NETGEN021", "LossFunction.CrossEntropy", "CrossEntropy expects probabilities that add up to 1, but the last activation is Sigmoid: write Softmax, or another loss"));

    [Fact]
    public void CrossEntropyOfOneUnit() => Run("[Network(4)] [Dense(1, Activation.Sigmoid)] [Loss(LossFunction.CrossEntropy)]").AssertFindings(
        ("NETGEN021", "LossFunction.CrossEntropy", "CrossEntropy expects probabilities that add up to 1, but the last activation is Sigmoid: write BinaryCrossEntropy with Sigmoid, or another loss"));

    [Fact]
    public void BinaryCrossEntropyWithoutProbabilities() => Run("[Network(4)] [Dense(3, Activation.Relu)] [Loss(LossFunction.BinaryCrossEntropy)]").AssertFindings(
        ("NETGEN022", "LossFunction.BinaryCrossEntropy", "BinaryCrossEntropy expects independent probabilities, but the last activation is Relu: write Sigmoid, or another loss"));

    [Fact]
    public void BinaryCrossEntropyWithoutSigmoid() => Run("[Network(4)] [Dense(3, Activation.Softmax)] [Loss(LossFunction.BinaryCrossEntropy)]").AssertFindings(
        ("NETGEN022", "LossFunction.BinaryCrossEntropy", "BinaryCrossEntropy expects independent probabilities, but the last activation is Softmax: write CrossEntropy, or Sigmoid as the last activation"));

    [Theory]
    [InlineData("", "output")]
    [InlineData(", Name = \"only\"", "only")]
    public void SoftmaxOverOneUnit(string option, string name) => Run($"[Network(4)] [Dense(1, Activation.Softmax{option})]").AssertFindings(
        ("NETGEN023", "Activation.Softmax", $"Softmax over the one unit of layer '{name}' is always 1: write Sigmoid, or more units"));

    [Theory]
    [InlineData("[Network(4)] [Dense(3, Activation.Tanh, Alpha = 1)]", "Alpha = 1", "'Alpha' has no effect: Tanh has no α")]
    [InlineData("[Network(4)] [Dense(3, ReluGradientAtZero = 1)]", "ReluGradientAtZero = 1", "'ReluGradientAtZero' has no effect: it concerns Relu, and the activation is Identity")]
    [InlineData("[Network(4, L2 = 1)] [Dense(3)]", "L2 = 1", "'L2' has no effect: without [Loss] there is nothing that the penalty could be added to")]
    [InlineData("[Network(4)] [Dense(3, L2 = 1)]", "L2 = 1", "'L2' has no effect: without [Loss] there is nothing that the penalty could be added to")]
    [InlineData("[Network(4, L2 = 1)] [Dense(3, L2 = 2)] [Loss(LossFunction.SquaredError)]", "L2 = 1", "'L2' has no effect: every layer sets its own")]
    public void OptionWithoutEffect(string attributes, string at, string message) => Run(attributes).AssertFindings(("NETGEN024", at, message));

    [Fact]
    public void UnrollingRefused()
    {
        TestResult result = Run("[Network(5000, Unroll = Unroll.Full)] [Dense(300)] [Dense(2, Name = \"small\")]");

        string message = Assert.Single(result.Findings).GetMessage();
        Assert.Matches("^The layer 'hidden1' is compiled as a loop: it has 1500000 multiply-accumulates, and straight-line code may have [0-9]+$", message);
        result.AssertFindings(("NETGEN025", "Dense(300)", message));
    }

    [Fact]
    public void EverythingIsSaidAtOnce()
    {
        TestResult result = Run("[Network(0, L2 = -1, Precision = (Precision)9)] [Dense(0, Activation.Elu, Alpha = -1)] [Dense(2, Name = \"?\")]");

        Assert.Equal(
            ["NETGEN013", "NETGEN013", "NETGEN015", "NETGEN016", "NETGEN018", "NETGEN020"],
            result.Findings.Select(finding => finding.Id).Order());
    }

    [Theory]
    [InlineData("[Network(1)] [Dense(1)]")]
    [InlineData("[Network(4)] [Dense(3, Activation.Softmax)] [Dense(2, Activation.Softmax)] [Loss(LossFunction.SquaredError)]")]
    [InlineData("[Network(4)] [Dense(3, Activation.Sigmoid)] [Loss(LossFunction.BinaryCrossEntropy)]")]
    [InlineData("[Network(4)] [Dense(3, Activation.Tanh, Bias = Bias.None, Initializer = Initializer.Zero)]")]
    [InlineData("[Network(4, L2 = 0)] [Dense(3, L2 = 0)]")]
    [InlineData("[Network(4, L2 = 1)] [Dense(3, L2 = 0)] [Dense(3)] [Loss(LossFunction.SquaredError)]")]
    [InlineData("[Network(4)] [Dense(3, Activation.Relu, ReluGradientAtZero = 0)] [Dense(3, Activation.LeakyRelu, Alpha = 0)]")]
    [InlineData("[Network(4)] [Dense(3, Name = \"output\")] [Dense(3)] [Dense(3, Name = \"hidden2\")] [Dense(3, Name = \"Größe_1\")]")]
    [InlineData("[Network(4, Unroll = Unroll.Full)] [Dense(3)]")]
    [InlineData("[Network(5000)] [Dense(300)]")]
    [InlineData("[Network(2, 3, 4, Precision = Precision.Double, Unroll = Unroll.None)] [Dense(3)]")]
    public void AnOddButValidDeclarationIsSilent(string attributes) => Run(attributes).AssertClean();

    private static TestResult Run(string attributes) => GeneratorTest.Run($"using NetGen; {attributes} partial class Net {{ }}").AssertNothingInGeneratedCode();
}
