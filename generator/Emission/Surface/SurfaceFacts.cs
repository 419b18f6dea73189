using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Surface;

/// <summary>How a training step is done.</summary>
/// <param name="RowsInPlace">Up to how many samples it needs no gradients in memory; 0 where it always does.</param>
/// <param name="RowsUpdated">The same of a step by an optimizer.</param>
/// <param name="AccumulatesOnStack">Whether gradients, where they are needed, are on the stack or in a field.</param>
internal sealed record StepFacts(int RowsInPlace, int RowsUpdated, bool AccumulatesOnStack)
{
    public static StepFacts Of(NetworkPlan plan) => new(!plan.StepsInPlace ? 0 : plan.IsInLanes ? 1 : plan.BlockRows, plan.IsBlocked && !plan.IsInLanes ? plan.BlockRows : 0, plan.AccumulatesOnStack);
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
