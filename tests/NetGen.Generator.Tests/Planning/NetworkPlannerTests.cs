using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>How many samples run together, and where their values are.</summary>
public sealed class NetworkPlannerTests
{
    [Fact]
    public void StraightLineCodeRunsOverOneSample()
    {
        NetworkPlan plan = Plan(Declare.Network(4, LossFunction.CrossEntropy, Declare.Dense(3, Activation.Softmax)));

        Assert.Equal(1, plan.BlockRows);
        Assert.All(plan.Programs, program => Assert.Empty(program.Stages));
    }

    [Fact]
    public void OneLargeLayerMakesLoopsOfAll()
    {
        NetworkPlan plan = Plan(Declare.Network(100, LossFunction.CrossEntropy, Declare.Dense(50, Activation.Relu), Declare.Dense(2, Activation.Softmax)));

        Assert.All(plan.Layers, layer => Assert.False(layer.IsUnrolled));
        Assert.All(plan.Programs, program => Assert.Empty(program.Methods));
    }

    [Fact]
    public void ASmallNetworkHasAsManyRowsAsTheStackHolds()
    {
        NetworkPlan plan = Plan(Declare.Network(20, LossFunction.SquaredError, Declare.Dense(90, Activation.Relu), Declare.Dense(2)));

        Assert.InRange(plan.BlockRows, plan.Profile.TileRows, plan.Profile.BlockRows - 1);
        Assert.InRange(plan.ScratchLength * plan.ElementBytes, plan.Profile.StackBudget / 2, plan.Profile.StackBudget);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(640)]
    public void ADifferenceOfOutputsAndTargetsIsNotKept(int outputs)
    {
        NetworkPlan plan = Plan(Declare.Network(20, LossFunction.MeanSquaredError, Declare.Dense(outputs)));

        string equations = PlanPrinter.Full(plan);
        Assert.Contains("= Σ (y − t)²", equations);
        Assert.Contains("1/N · (y − t)", equations);
        Assert.DoesNotContain("= y − t", equations);
    }

    [Theory]
    [InlineData(8, 64, 2, int.MaxValue)]
    [InlineData(16, 64, 4, 16)]
    [InlineData(64, 64, 4, 7)]
    [InlineData(8, 32, 2, 7)] // in the lanes from there on
    [InlineData(8, 64, 16, 7)] // not narrow
    [InlineData(200, 64, 4, 1)]
    public void FewSamplesOfASmallNetworkArePredictedOneByOneAndManyOfANarrowOne(int inputs, int hidden, int outputs, int few)
    {
        NetworkPlan plan = Plan(Declare.Network(inputs, LossFunction.SquaredError, Declare.Dense(hidden, Activation.Relu), Declare.Dense(outputs)));

        Assert.True(plan.IsBlocked);
        Assert.Equal(few, plan.FewSamples(ProgramKind.Forward));
    }

    [Fact]
    public void ALargeNetworkHasAWholeBlockOfRowsInMemoryOfTheThread()
    {
        NetworkPlan plan = Plan(Declare.Network(784, LossFunction.SquaredError, Declare.Dense(128, Activation.Relu), Declare.Dense(10)));

        Assert.Equal(plan.Profile.BlockRows, plan.BlockRows);
        Assert.False(plan.WorksOnStack);
    }

    [Fact]
    public void AVeryWideNetworkHasATileOfRows() =>
        Assert.Equal(TargetProfile.Default.TileRows, Plan(Declare.Network(10, LossFunction.SquaredError, Declare.Dense(100_000), Declare.Dense(1))).BlockRows);

    [Fact]
    public void ANetworkWithoutWorkingMemoryHasAWholeBlock()
    {
        // Inputs that fill their lines, one sum of them, and nothing to remember.
        NetworkPlan plan = Plan(Declare.Network(128, null, Declare.Dense(1)) with { Unroll = Unroll.None });

        Assert.Equal(0, plan.WorkingLength());
        Assert.Equal(plan.Profile.BlockRows, plan.BlockRows);
    }

    /// <summary>Only where sums have the same order in both widths: outputs have the same bits whatever a sample runs beside.</summary>
    [Theory]
    [InlineData(8, false, 2, 4, 1)]
    [InlineData(0, true, 2, 4, 1)]
    [InlineData(0, false, 4, 16, 3)]
    [InlineData(0, false, 2, 9, 1)]
    [InlineData(8, false, 9, 16, 16)]
    [InlineData(0, false, 10, 16, 16)]
    public void EightSamplesOfASmallNetworkOfFloatsRunInHalfVectors(int expected, bool isDouble, int inputs, int hidden, int outputs)
    {
        NetworkPlan plan = Plan(Declare.Network(
            inputs, LossFunction.SquaredError, Declare.Dense(hidden, Activation.Tanh), Declare.Dense(outputs)) with { Precision = isDouble ? Precision.Double : Precision.Single });

        Assert.Equal(expected, plan.Program(ProgramKind.Forward).Samples!.HalfLanes);
    }

    /// <summary>Behind products in loops, and these are of other sizes in narrower vectors.</summary>
    [Theory]
    [InlineData(512, "Forward", 16, 3)]
    [InlineData(256, "Forward Output", 16, 3)]
    [InlineData(512, "Forward Output", 20, 4)]
    [InlineData(256, "Forward Output", 20, 4)]
    [InlineData(256, "Forward", 16, 2)] // two exponentials do not wait long
    public void OutputsThatWaitForEachOtherAreAPieceOfTheirOwn(int bits, string expected, int hidden, int classes)
    {
        SampleWidth width = Width(bits, Declare.Dense(hidden, Activation.Relu), Declare.Dense(classes, Activation.Softmax));

        Assert.Equal(expected, string.Join(" ", width.Pieces.Select(piece => piece.Name)));
    }

    /// <summary>The factors of the second layer are more than stay in registers of 256 bits; the sums of three units do, those of four do not.</summary>
    [Theory]
    [InlineData(256, 16, false, 3, true)]
    [InlineData(256, 20, false, 4, false)]
    [InlineData(256, 10, false, 3, false)]
    [InlineData(256, 16, true, 3, false)]
    [InlineData(512, 16, false, 3, false)]
    public void AProductOfFewUnitsIsALoopOverItsFactors(int bits, int hidden, bool isTanh, int classes, bool expected)
    {
        SampleWidth width = Width(bits, Declare.Dense(hidden, isTanh ? Activation.Tanh : Activation.Relu), Declare.Dense(classes, Activation.Softmax));

        Assert.Equal(expected, width.Pieces.SelectMany(piece => piece.Steps).Any(step => step.IsWalk));
    }

    private static SampleWidth Width(int bits, params LayerModel[] layers) =>
        Plan(Declare.Network(4, LossFunction.CrossEntropy, layers)).Program(ProgramKind.Forward).Samples!.Widths.Single(width => width.Bits == bits);

    private static NetworkPlan Plan(NetworkModel model) => NetworkCompiler.Plan(model, TargetProfile.Default).Plan!;
}
