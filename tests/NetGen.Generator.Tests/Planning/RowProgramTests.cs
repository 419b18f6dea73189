using System;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Which programs have one sample in vectors by a method that they share.</summary>
public sealed class RowProgramTests
{
    [Theory]
    [InlineData(nameof(Activation.Softmax), nameof(LossFunction.CrossEntropy))]
    [InlineData(nameof(Activation.Sigmoid), nameof(LossFunction.BinaryCrossEntropy))]
    [InlineData(nameof(Activation.Identity), nameof(LossFunction.SquaredError))]
    [InlineData(nameof(Activation.Tanh), nameof(LossFunction.MeanSquaredError))]
    public void TheBackwardPassesShareOne(string activation, string loss)
    {
        NetworkPlan plan = Plan(Enum.Parse<LossFunction>(loss), Declare.Dense(8, Activation.Tanh), Declare.Dense(3, Enum.Parse<Activation>(activation)));
        RowProgram shared = plan.Program(ProgramKind.Backward).Row!;
        Assert.True(shared.IsShared);
        Assert.Same(shared, plan.Program(ProgramKind.Backpropagate).Row);
        Assert.NotSame(shared, plan.Program(ProgramKind.Forward).Row);

        // Both ways lead to the delta of the output.
        Assert.Equal(["d2"], shared.Begin(shared.FromTargets));
        Assert.Equal(["d2"], shared.Begin(shared.FromOutputs));
        Assert.DoesNotContain(shared.Outputs.Concat(shared.FromOutputs).Concat(shared.Deltas), kernel => kernel.Reads.Contains("t"));
        Assert.DoesNotContain(shared.Outputs.Concat(shared.FromTargets).Concat(shared.Deltas).Concat(shared.Error), kernel => kernel.Reads.Contains("gy"));
    }

    [Fact]
    public void OneLayerHasGradientsInCommon() =>
        Assert.True(Plan(LossFunction.SquaredError, Declare.Dense(3)).Program(ProgramKind.Backward).Row!.IsShared);

    /// <summary>Values without a name have other numbers there.</summary>
    [Fact]
    public void WhatHasNoDeltasInCommonStaysApart()
    {
        NetworkPlan plan = Plan(LossFunction.SquaredError, Declare.Dense(8, Activation.Softmax), Declare.Dense(3));
        Assert.False(plan.Program(ProgramKind.Backward).Row!.IsShared);
        Assert.Null(plan.Program(ProgramKind.Backpropagate).Row);
    }

    [Fact]
    public void WithoutALossThereIsNothingToShare()
    {
        NetworkPlan plan = Plan(null, Declare.Dense(8, Activation.Tanh), Declare.Dense(3));
        RowProgram row = plan.Program(ProgramKind.Backpropagate).Row!;
        Assert.Equal(ProgramKind.Backpropagate, row.Owner);
        Assert.False(row.IsShared);
    }

    private static NetworkPlan Plan(LossFunction? loss, params LayerModel[] layers) =>
        NetworkCompiler.Plan(Declare.Network(4, loss, layers), TargetProfile.Default).Plan!;
}
