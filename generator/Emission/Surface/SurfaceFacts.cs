using System;
using NetGen.Generator.Emission.Samples;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Surface;

/// <summary>How a training step is done.</summary>
/// <param name="InPlace">The condition under which samples run together, so that it needs no gradients in memory; null where it always does.</param>
/// <param name="Updated">The same of a step by an optimizer.</param>
/// <param name="AccumulatesOnStack">Whether gradients, where they are needed, are on the stack or in a field.</param>
internal sealed record StepFacts(string? InPlace, string? Updated, bool AccumulatesOnStack)
{
    public static StepFacts Of(NetworkPlan plan) => new(
        plan.Loss is not null && plan.StepsInPlace ? Together(plan) : null,
        plan.Loss is not null && plan.IsBlocked && !plan.IsInLanes ? UpTo(plan.BlockRows) : null,
        plan.AccumulatesOnStack);

    /// <summary>One sample, one block of samples, or one of samples in the lanes where the machine has them; but none that run one by one.</summary>
    private static string Together(NetworkPlan plan)
    {
        if (plan.IsBlocked)
        {
            // A block has a place for a penalty, which samples in the lanes have not; they are a block, too.
            int most = plan.IsInLanes ? Math.Min(plan.BlockRows, plan.Program(ProgramKind.Backward).Samples!.Rows) : plan.BlockRows;
            int few = plan.FewSamples(ProgramKind.Backward);
            return few > 1 ? OneOr(few + 1, most, "") : UpTo(most);
        }

        return plan.Program(ProgramKind.Backward).Samples is { } samples
            ? OneOr(plan.SampleMinimum(ProgramKind.Backward, samples.Widths[0]), samples.Rows, $" && global::System.Runtime.Intrinsics.{SampleEmitter.Condition(samples)}")
            : UpTo(1);
    }

    private static string OneOr(int least, int most, string condition) => $"{UpTo(1)} || (n >= {Literals.Int(least)} && {UpTo(most)}{condition})";

    private static string UpTo(int rows) => $"n <= {Literals.Int(rows)}";
}

/// <summary>What decides which members a network has, and what their documentation says.</summary>
internal sealed record SurfaceFacts(
    Precision Precision, bool HasLoss, bool TakesLabels, bool Predicts,
    int InputSize, int OutputSize, int ParameterCount, int StorageLength)
{
    public string Number => Precision.Keyword();

    /// <summary>What holds as many numbers as there are parameters, from a cache line on.</summary>
    public string Storage => $"global::NetGen.Numerics.ParameterStorage<{Number}>";

    /// <summary>The widest contract that the members fulfil.</summary>
    public string Interface => TakesLabels && Predicts ? "IClassifier" : HasLoss ? "ITrainableNetwork" : "INetwork";

    public static SurfaceFacts Of(NetworkPlan plan) => new(
        plan.Precision, plan.Loss is not null, plan.TakesLabels, plan.Predicts,
        plan.InputSize, plan.OutputSize, plan.Parameters.ParameterCount, plan.Parameters.StorageLength);

    /// <summary>Of a declaration that has no plan, because it is wrong: sizes are 0.</summary>
    public static SurfaceFacts Of(NetworkModel model) => new(
        model.Precision, model.Loss is not null, model.Loss == LossFunction.CrossEntropy,
        model.Layers.Count > 0 && model.Layers[model.Layers.Count - 1].Get("activation", 0) == (int)Activation.Softmax, 0, 0, 0, 0);
}
