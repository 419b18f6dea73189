using System;

namespace NetGen;

/// <summary>The loss that a network is trained by. Without it a network has no <c>Loss</c>, <c>Backward</c> and <c>TrainStep</c>, but still <c>Backpropagate</c> for losses of your own.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LossAttribute : Attribute
{
    /// <summary>Declares the loss.</summary>
    /// <param name="function">What is computed for one sample from its outputs and targets.</param>
    public LossAttribute(LossFunction function) => Function = function;

    /// <summary>What is computed for one sample from its outputs and targets.</summary>
    public LossFunction Function { get; }
}
