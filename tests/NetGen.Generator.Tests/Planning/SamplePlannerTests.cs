using System;
using System.Linq;
using NetGen.Generator.Emission.Surface;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Samples in the lanes: from how many on, in which vectors, and what is a loop.</summary>
public sealed class SamplePlannerTests
{
    /// <summary>Only where sums have the same order in both widths: outputs have the same bits whatever a sample runs beside. Forward, only where eight are enough for the lanes.</summary>
    [Theory]
    [InlineData(8, 8, false, 2, 4, 1)]
    [InlineData(0, 0, true, 2, 4, 1)]
    [InlineData(0, 0, false, 4, 16, 3)]
    [InlineData(0, 0, false, 2, 9, 1)]
    [InlineData(8, 0, false, 9, 16, 16)]
    [InlineData(0, 0, false, 10, 16, 16)]
    public void EightSamplesOfASmallNetworkOfFloatsRunInHalfVectors(int backward, int forward, bool isDouble, int inputs, int hidden, int outputs)
    {
        NetworkPlan plan = Plan(Declare.Network(
            inputs, LossFunction.SquaredError, Declare.Dense(hidden, Activation.Tanh), Declare.Dense(outputs)) with { Precision = isDouble ? Precision.Double : Precision.Single });

        Assert.Equal(backward, plan.Program(ProgramKind.Backward).Samples!.HalfLanes);
        Assert.Equal(forward, plan.Program(ProgramKind.Forward).Samples!.HalfLanes);
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

    /// <summary>Where as many take as long one by one: few outputs cost a sample little, functions and layers much; a vector that is full is always enough.</summary>
    [Theory]
    [InlineData(7, 4, 3, true, 16)]
    [InlineData(9, 8, 2, true, 32)]
    [InlineData(11, 16, 2, true, 32)]
    [InlineData(8, 12, 4, true, 24, 24)]
    [InlineData(11, 3, 1, false, 32, 32)]
    [InlineData(16, 24, 1, false, 16)]
    [InlineData(16, 100, 1, false)]
    public void AsManySamplesAsTakeAsLongOneByOneBeginInTheLanes(int expected, int inputs, int outputs, bool isSoftmax, params int[] hidden)
    {
        NetworkPlan plan = Plan(inputs, [.. hidden.Select(units => Declare.Dense(units, Activation.Relu)), Declare.Dense(outputs, isSoftmax ? Activation.Softmax : Activation.Identity)]);

        Assert.Equal(expected, Minimum(ProgramKind.Forward, 512));
        Assert.Equal(plan.IsBlocked ? 5 : 4, Minimum(ProgramKind.Backward, 512));
        if (plan.Program(ProgramKind.Forward).Samples!.Widths.Count > 1)
        {
            Assert.Equal(Math.Min(expected, 8), Minimum(ProgramKind.Forward, 256));
        }

        int Minimum(ProgramKind kind, int bits) => plan.SampleMinimum(kind, plan.Program(kind).Samples!.Widths.Single(width => width.Bits == bits));
    }

    /// <summary>Those of the others' steps that the forward pass has no use for stand with the backward pass, which then makes all that it needs.</summary>
    [Theory]
    [InlineData(8, 32, 2, "512 256")]
    [InlineData(16, 32, 2, "512")]
    [InlineData(20, 32, 3, "512")]
    public void NarrowNetworksPredictInTheLanesOfNarrowVectorsOnlyWhereThatPays(int inputs, int hidden, int classes, string widths)
    {
        NetworkPlan plan = Plan(inputs, Declare.Dense(hidden, Activation.Relu), Declare.Dense(classes, Activation.Softmax));
        SampleForm forward = plan.Program(ProgramKind.Forward).Samples!;
        SamplePiece narrow = plan.Program(ProgramKind.Backward).Samples!.Widths.Single(width => width.Bits == 256).Pieces[0];
        bool isShared = forward.Widths.Count > 1;

        Assert.Equal(widths, string.Join(" ", forward.Widths.Select(width => width.Bits)));
        Assert.Equal("Forward", narrow.Name);
        Assert.Equal(isShared ? ProgramKind.Forward : ProgramKind.Backward, narrow.Owner);
        Assert.Equal(isShared, narrow.Asked.Count > 0);
    }

    /// <summary>Nobody else runs the steps of its forward pass.</summary>
    [Fact]
    public void ANetworkWithoutALossThatPredictsInTheWidestVectorsAloneHasNoStepsInOthers()
    {
        NetworkPlan plan = Plan(Declare.Network(16, null, Declare.Dense(32, Activation.Relu), Declare.Dense(2)));

        Assert.Equal(512, Assert.Single(plan.Program(ProgramKind.Forward).Samples!.Widths).Bits);
        Assert.Null(plan.Program(ProgramKind.Backpropagate).Samples);
    }

    /// <summary>A step changes parameters in place only where samples run together: neither few that run one by one, nor more than a block.</summary>
    [Theory]
    [InlineData("n <= 1 || (n >= 13 && n <= 95)", 8, 2, 64)]
    [InlineData("n <= 1 || (n >= 5 && n <= 96)", 8, 2, 32)]
    [InlineData("n <= 1 || (n >= 4 && n <= 144 && global::System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated)", 4, 3, 16)]
    [InlineData("n <= 128", 64, 10, 100)]
    public void StepsAreInPlaceWhereSamplesRunTogether(string expected, int inputs, int classes, int hidden) =>
        Assert.Equal(expected, StepFacts.Of(Plan(inputs, Declare.Dense(hidden, Activation.Relu), Declare.Dense(classes, Activation.Softmax))).InPlace);

    private static SampleWidth Width(int bits, params LayerModel[] layers) =>
        Plan(Declare.Network(4, LossFunction.CrossEntropy, layers)).Program(ProgramKind.Forward).Samples!.Widths.Single(width => width.Bits == bits);

    private static NetworkPlan Plan(int inputs, params LayerModel[] layers) => Plan(Declare.Network(
        inputs, layers[^1].Get("activation", 0) == (int)Activation.Softmax ? LossFunction.CrossEntropy : LossFunction.SquaredError, layers));

    private static NetworkPlan Plan(NetworkModel model) => NetworkCompiler.Plan(model, TargetProfile.Default).Plan!;
}
