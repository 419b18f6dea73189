using System.Linq;
using System.Text.Json;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.ReferenceTests;

/// <summary>Specifications become C# and JSON, and agreement means what rule 6 says.</summary>
public class SpecTests
{
    private static readonly NetworkSpec Everything = new()
    {
        Name = "Everything",
        InputShape = [2, 3],
        IsDouble = true,
        L2 = 1e-4,
        Unroll = "Full",
        Layers =
        [
            new() { Units = 5, Activation = "LeakyRelu", Alpha = 0.25, Bias = "Shared", Name = "first" },
            new() { Units = 4, Activation = "Relu", ReluGradientAtZero = 1, L2 = 0, Bias = "None", Initializer = "HeNormal" },
            new() { Units = 3, Activation = "Softmax" },
        ],
        Loss = "CrossEntropy",
    };

    [Fact]
    public void Every_option_is_written() => Assert.Equal(
        """
        namespace Some.Place
        {
            using NetGen;

            [Network(2, 3, Precision = Precision.Double, L2 = 0.0001, Unroll = Unroll.Full)]
            [Dense(5, Activation.LeakyRelu, Bias = Bias.Shared, Alpha = 0.25, Name = "first")]
            [Dense(4, Activation.Relu, Bias = Bias.None, L2 = 0, ReluGradientAtZero = 1, Initializer = Initializer.HeNormal)]
            [Dense(3, Activation.Softmax)]
            [Loss(LossFunction.CrossEntropy)]
            public sealed partial class Everything { }
        }

        """,
        Everything.ToDeclaration("Some.Place"),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Json_holds_everything()
    {
        NetworkSpec read = SpecJson.FromJson(Everything.ToJson());
        Assert.Equal(Everything.ToDeclaration("N"), read.ToDeclaration("N"));
        Assert.Throws<JsonException>(() => SpecJson.FromJson("""{"inputShape":[1],"layers":[{"units":1,"actuvation":"Relu"}]}"""));
    }

    [Fact]
    public void Parameters_stand_layer_by_layer_weights_before_biases()
    {
        // 6·5 + 1, 5·4, 4·3 + 3.
        Assert.Equal(31 + 20 + 15, Everything.ParameterCount);
        Assert.Equal([(0, 30), (31, 51), (51, 63)], Everything.LayerPlaces().Select(place => (place.WeightOffset, place.BiasOffset)));
        Assert.Equal([1e-4, 0, 1e-4], Everything.LayerPlaces().Select(place => place.Lambda));
    }

    [Theory]
    [InlineData(new[] { 1.0, 1000.09 }, null)]
    [InlineData(new[] { 1.09, 1000.0 }, null)]
    [InlineData(new[] { 1.0, 1000.11 }, "x[1]")]
    [InlineData(new[] { double.NaN, 1000.0 }, "x[0]")]
    [InlineData(new[] { 1.0 }, "x:")]
    public void Arrays_agree_relative_to_their_largest_element(double[] actual, string? difference) =>
        Assert.StartsWith(difference ?? "", Agreement.Compare("x", actual, [1.0, 1000.0], 1e-4) ?? "");

    [Fact]
    public void Numbers_beyond_the_finite_agree_with_themselves_alone()
    {
        Assert.Null(Agreement.Compare("x", [double.NaN, double.PositiveInfinity], [double.NaN, double.PositiveInfinity], 1e-4));
        Assert.NotNull(Agreement.Compare("x", [0.0], [double.PositiveInfinity], 1e-4));
        Assert.NotNull(Agreement.Compare("x", double.NaN, 1, 1e-4));
        Assert.NotNull(Agreement.Compare("x", 1.0003, 1, 1e-4));
        Assert.Null(Agreement.Compare("x", 1.0001, 1, 1e-4));
    }
}
