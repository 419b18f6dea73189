using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Lowering.Losses;

/// <summary>The one list of losses.</summary>
internal static class LossRegistry
{
    private static readonly Dictionary<LossFunction, LossRule> Rules = new[]
    {
        CrossEntropyLoss.Rule,
        BinaryCrossEntropyLoss.Rule,
        SquaredErrorLoss.Rule,
        MeanSquaredErrorLoss.Rule,
    }.ToDictionary(rule => rule.Function);

    /// <summary>The rule, or null for a value that names no loss.</summary>
    public static LossRule? Find(LossFunction function) => Rules.TryGetValue(function, out LossRule? rule) ? rule : null;
}
