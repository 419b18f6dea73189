using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>The one list of activation functions.</summary>
internal static class ActivationRegistry
{
    private static readonly Dictionary<Activation, ActivationRule> Rules = new[]
    {
        IdentityActivation.Rule,
        ReluActivation.Rule,
        LeakyReluActivation.Rule,
        SigmoidActivation.Rule,
        TanhActivation.Rule,
        SoftmaxActivation.Rule,
        EluActivation.Rule,
        SoftplusActivation.Rule,
        SiluActivation.Rule,
        GeluActivation.Rule,
    }.ToDictionary(rule => rule.Activation);

    /// <summary>The rule, or null for a value that names no activation.</summary>
    public static ActivationRule? Find(Activation activation) => Rules.TryGetValue(activation, out ActivationRule? rule) ? rule : null;
}
