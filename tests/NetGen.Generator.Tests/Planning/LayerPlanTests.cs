using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

public sealed class LayerPlanTests
{
    private static readonly TargetProfile Profile = new() { AutoLayerCeiling = 100, AutoNetworkCeiling = 150, FullCeiling = 1000, AutoUnitCeiling = 10, FullUnitCeiling = 20 };

    [Fact]
    public void AutoUnrollsUpToTheCeilingOfALayer() => AssertPlan("unrolled loops", Unroll.Auto, 100, 101);

    [Fact]
    public void AutoUnrollsTheSmallestLayersFirst()
    {
        AssertPlan("unrolled unrolled unrolled", Unroll.Auto, 50, 90, 10);
        AssertPlan("loops unrolled unrolled", Unroll.Auto, 90, 60, 50);
        AssertPlan("unrolled loops unrolled", Unroll.Auto, 60, 60, 60 - 1);
    }

    [Fact]
    public void FullHasOneCeilingForLayersAndNetwork()
    {
        AssertPlan("unrolled", Unroll.Full, 1000);
        AssertPlan("unrolled unrolled", Unroll.Full, 500, 500);
        AssertPlan("unrolled refused:1000", Unroll.Full, 500, 501);
        AssertPlan("refused:1000", Unroll.Full, 1001);
    }

    [Fact]
    public void NoneUnrollsNothing() => AssertPlan("loops loops", Unroll.None, 1, 1);

    [Fact]
    public void LargeSumsDoNotOverflow() => AssertPlan("loops loops", Unroll.Auto, long.MaxValue / 2, long.MaxValue / 2);

    [Theory]
    [InlineData((int)Unroll.Auto, 10, "unrolled")]
    [InlineData((int)Unroll.Auto, 11, "loops")]
    [InlineData((int)Unroll.Full, 20, "unrolled")]
    [InlineData((int)Unroll.Full, 21, "refused:20")]
    public void UnitsHaveACeilingOfTheirOwn(int unroll, int units, string expected) => Assert.Equal(expected, Choose((Unroll)unroll, Layer(1, units)));

    [Fact]
    public void ALayerOfTooManyUnitsLeavesRoomForOthers() =>
        Assert.Equal("unrolled loops unrolled", Choose(Unroll.Auto, Layer(1, 6), Layer(2, 5), Layer(3, 4)));

    [Fact]
    public void ARefusalNamesWhatThereIsTooMuchOf()
    {
        Assert.Equal(new Refusal("multiply-accumulates", 1001, 1000), Assert.Single(LayerPlan.Choose([Layer(1001, 99)], Unroll.Full, Profile)).Refused);
        Assert.Equal(new Refusal("units", 99, 20), Assert.Single(LayerPlan.Choose([Layer(1000, 99)], Unroll.Full, Profile)).Refused);
    }

    private static void AssertPlan(string expected, Unroll unroll, params long[] macs) =>
        Assert.Equal(expected, Choose(unroll, [.. macs.Select(count => Layer(count, 1))]));

    private static string Choose(Unroll unroll, params GraphLayer[] layers) =>
        string.Join(" ", LayerPlan.Choose(layers, unroll, Profile).Select(Text));

    private static GraphLayer Layer(long macs, int units) => new("layer", "Dense", Shape.Scalar, Shape.PerSample(units), Activation.Identity, macs);

    private static string Text(LayerPlan plan) => plan.IsUnrolled ? "unrolled" : plan.Refused is { } refusal ? $"refused:{refusal.Ceiling}" : "loops";
}
