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
    [InlineData(8, 64, 2, int.MaxValue, 12)]
    [InlineData(16, 64, 4, 16, 4)]
    [InlineData(64, 64, 4, 7, 3)]
    [InlineData(8, 32, 2, int.MaxValue, 4)] // those that are not in the lanes
    [InlineData(8, 64, 16, 7, 4)] // not narrow
    [InlineData(64, 100, 10, 7, 1)]
    [InlineData(200, 64, 4, 1, 1)]
    public void FewSamplesOfASmallNetworkRunOneByOneAndManyOfANarrowOne(int inputs, int hidden, int outputs, int forward, int backward)
    {
        NetworkPlan plan = Plan(Declare.Network(inputs, LossFunction.SquaredError, Declare.Dense(hidden, Activation.Relu), Declare.Dense(outputs)));

        Assert.True(plan.IsBlocked);
        Assert.Equal(forward, plan.FewSamples(ProgramKind.Forward));
        Assert.Equal(backward, plan.FewSamples(ProgramKind.Backward));
        Assert.Equal(1, plan.FewSamples(ProgramKind.Backpropagate));
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

    private static NetworkPlan Plan(NetworkModel model) => NetworkCompiler.Plan(model, TargetProfile.Default).Plan!;
}
