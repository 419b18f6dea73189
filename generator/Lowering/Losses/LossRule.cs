using System;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Losses;

/// <summary>What the compiler knows of a loss; its gradient follows from the operations that it is made of.</summary>
/// <param name="Function">The name in the user's program.</param>
/// <param name="Apply">Builds e(y, t), one number per sample.</param>
internal sealed record LossRule(LossFunction Function, Func<GraphBuilder, Tensor, Tensor, Tensor> Apply)
{
    /// <summary>Whether a class index per sample may stand for the targets.</summary>
    public bool TakesLabels { get; init; }
}
