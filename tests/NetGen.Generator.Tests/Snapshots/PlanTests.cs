using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;
using Xunit;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>The plans of small networks: every decision in its place.</summary>
public sealed class PlanTests
{
    [Fact]
    public void Classifier() => Verify(Declare.Network(
        2, LossFunction.CrossEntropy, Declare.Dense(3, Activation.Relu), Declare.Dense(2, Activation.Softmax)) with { L2 = 1e-4 });

    [Fact]
    public void Stages() => Verify(Declare.Network(
        40, LossFunction.BinaryCrossEntropy, Declare.Dense(20, Activation.Elu), Declare.Dense(3, Activation.Softmax), Declare.Dense(1, Activation.Sigmoid))
        with { Precision = Precision.Double });

    [Fact]
    public void SeveralMethods() => Verify(Declare.Network(30, null, Declare.Dense(40, Activation.Tanh)) with { Unroll = Unroll.Full });

    private static void Verify(NetworkModel model, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Snapshot.VerifyText(PlanPrinter.Full(NetworkCompiler.Plan(model, TargetProfile.Default).Plan!), method: method);
}
