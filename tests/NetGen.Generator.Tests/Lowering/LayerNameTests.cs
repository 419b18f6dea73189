using System.Linq;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;
using Xunit;

namespace NetGen.Generator.Tests.Lowering;

public sealed class LayerNameTests
{
    [Fact]
    public void LayersAreHiddenUpToTheOutput() => AssertNames("hidden1 hidden2 output", null, null, null);

    [Fact]
    public void ASingleLayerIsTheOutput() => AssertNames("output", [null]);

    [Fact]
    public void GivenNamesStandAndNumbersStayThoseOfThePositions() => AssertNames("hidden1 code output", null, "code", null);

    [Fact]
    public void ADefaultMakesRoomForAGivenName()
    {
        AssertNames("hidden1_ hidden1 output", null, "hidden1", null);
        AssertNames("output hidden2 output_", "output", null, null);
        AssertNames("hidden1__ hidden1 hidden1_", null, "hidden1", "hidden1_");
    }

    private static void AssertNames(string expected, params string?[] given)
    {
        LayerModel[] layers = [.. given.Select(name => name is null ? Declare.Dense(2) : Declare.Dense(2, Activation.Identity, ("Name", name)))];
        NetworkModel model = Declare.Network(2, null, layers);

        Assert.Equal(expected, string.Join(" ", LayerNames.Of(model)));
        Assert.Equal(expected, string.Join(" ", NetworkLowering.Lower(model).Graph!.Layers.Select(layer => layer.Name)));
    }
}
