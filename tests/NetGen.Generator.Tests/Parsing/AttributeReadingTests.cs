using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Parsing;

public sealed class AttributeReadingTests
{
    [Fact]
    public void ArgumentsOfAllAttributesAreRead()
    {
        NetworkModel model = ParserTest.ParseModel("""
            using NetGen;
            [Network(4, 5, Precision = Precision.Double, L2 = 1e-4, Unroll = Unroll.Full)]
            [Dense(3, Activation.Softmax)]
            [Loss(LossFunction.BinaryCrossEntropy)]
            partial class Net { }
            """);

        Assert.Equal([4, 5], model.InputShape);
        Assert.Equal(Precision.Double, model.Precision);
        Assert.Equal(1e-4, model.L2);
        Assert.Equal(Unroll.Full, model.Unroll);
        Assert.Equal(LossFunction.BinaryCrossEntropy, model.Loss);
        LayerModel layer = Assert.Single(model.Layers);
        Assert.Equal("Dense", layer.Kind);
        Assert.Equal([new LayerArgument("units", 3), new LayerArgument("activation", (int)Activation.Softmax)], layer.Arguments);
    }

    [Fact]
    public void OmittedArgumentsHaveTheirDefaults()
    {
        NetworkModel model = ParserTest.ParseModel("[NetGen.Network(4)] [NetGen.Dense(3)] partial class Net { }");

        Assert.Equal(Precision.Single, model.Precision);
        Assert.Equal(0, model.L2);
        Assert.Equal(Unroll.Auto, model.Unroll);
        Assert.Null(model.Loss);
        Assert.Equal([new LayerArgument("units", 3), new LayerArgument("activation", 0)], model.Layers[0].Arguments);
    }

    [Fact]
    public void OptionsStandUnderTheirNamesAndOnlyWhereWritten()
    {
        NetworkModel model = ParserTest.ParseModel("""
            using NetGen;
            [Network(4)]
            [Dense(activation: Activation.Elu, units: 3, Bias = Bias.Shared, L2 = 1, Alpha = -0.5, ReluGradientAtZero = 1, Initializer = Initializer.Zero, Name = "first")]
            [Dense(2, Name = null)]
            partial class Net { }
            """);

        LayerModel first = model.Layers[0];
        Assert.Equal(3, first.Get("units", 0));
        Assert.Equal((int)Activation.Elu, first.Get("activation", 0));
        Assert.Equal((int)Bias.Shared, first.Get("Bias", 0));
        Assert.Equal(1.0, first.Get("L2", double.NaN));
        Assert.Equal(-0.5, first.Get("Alpha", double.NaN));
        Assert.Equal(1, first.Get("ReluGradientAtZero", 0));
        Assert.Equal((int)Initializer.Zero, first.Get("Initializer", 0));
        Assert.Equal("first", first.Get("Name", ""));
        Assert.True(model.Layers[1].Has("Name"));
        Assert.False(model.Layers[1].Has("Alpha"));
    }

    [Fact]
    public void LayersStandInTheOrderInWhichTheyAreWritten()
    {
        NetworkModel model = ParserTest.ParseModel("""
            using NetGen;
            [Dense(1), Network(4), Dense(2)]
            [System.Obsolete("x")]
            [Dense(3)]
            [Loss(LossFunction.SquaredError), Dense(4)]
            partial class Net { }
            """);

        Assert.Equal([1, 2, 3, 4], model.Layers.Select(layer => layer.Get("units", 0)));
    }

    [Fact]
    public void NetworkAndLossMayStandOnOtherPartsThanTheLayers()
    {
        NetworkModel model = ParserTest.ParseModel("""
            using NetGen;
            [Loss(LossFunction.SquaredError)] partial class Net { }
            [Dense(1)] [Dense(2)] partial class Net { }
            [Network(4)] partial class Net { }
            """);

        Assert.Equal([4], model.InputShape);
        Assert.Equal([1, 2], model.Layers.Select(layer => layer.Get("units", 0)));
        Assert.Equal(LossFunction.SquaredError, model.Loss);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("7", "7")]
    [InlineData("1, 28, 28", "1 28 28")]
    [InlineData("new int[] { 2, 3 }", "2 3")]
    [InlineData("new[] { 2, 3 }", "2 3")]
    [InlineData("inputShape: new[] { 2, 3 }", "2 3")]
    [InlineData("new int[0]", "")]
    [InlineData("null", "")]
    [InlineData("(int[])null", "")]
    [InlineData("-1, 0", "-1 0")]
    [InlineData("'a'", "97")]
    [InlineData("sizeof(long) * Consts.Two", "16")]
    public void TheInputShapeIsReadHoweverItIsWritten(string written, string expected)
    {
        NetworkModel model = ParserTest.ParseModel($$"""
            [NetGen.Network({{written}})] [NetGen.Dense(3)] partial class Net { }
            static class Consts { public const int Two = 2; }
            """);

        Assert.Equal(expected, string.Join(" ", model.InputShape));
    }

    [FactSince(12)]
    public void TheInputShapeMayBeACollectionExpression() =>
        Assert.Equal([2, 3], ParserTest.ParseModel("[NetGen.Network([2, 3])] [NetGen.Dense(3)] partial class Net { }").InputShape);

    [Fact]
    public void ValuesThatMakeNoSenseAreReadAsTheyAre()
    {
        NetworkModel model = ParserTest.ParseModel("""
            using NetGen;
            [Network(4, Precision = (Precision)7, L2 = double.NaN, Unroll = (Unroll)(-1))]
            [Dense(int.MinValue, (Activation)99)]
            [Loss((LossFunction)42)]
            partial class Net { }
            """);

        Assert.Equal((Precision)7, model.Precision);
        Assert.Equal(double.NaN, model.L2);
        Assert.Equal((Unroll)(-1), model.Unroll);
        Assert.Equal((LossFunction)42, model.Loss);
        Assert.Equal(int.MinValue, model.Layers[0].Get("units", 0));
        Assert.Equal(99, model.Layers[0].Get("activation", 0));
    }

    [Fact]
    public void AttributesMayHaveAliases()
    {
        NetworkModel model = ParserTest.ParseModel("""
            using Net4 = NetGen.NetworkAttribute;
            using Layer = NetGen.DenseAttribute;
            [Net4(4)] [Layer(3)] partial class Net { }
            """);

        Assert.Equal("Dense", Assert.Single(model.Layers).Kind);
    }

    [Fact]
    public void EqualDeclarationsHaveEqualModels()
    {
        const string Source = "[NetGen.Network(4, L2 = double.NaN)] [NetGen.Dense(3, Name = \"a\")] partial class Net { }";

        Assert.Equal(ParserTest.ParseModel(Source), ParserTest.ParseModel(Source.Replace(" [", "\n/* moved */ [")));
        Assert.NotEqual(ParserTest.ParseModel(Source), ParserTest.ParseModel(Source.Replace("Dense(3", "Dense(4")));
    }
}
