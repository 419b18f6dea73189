using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = 1 / (1 + e⁻ᶻ).</summary>
internal static class SigmoidActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.Sigmoid,
        (graph, z, _) => graph.Apply(UnaryFunction.Sigmoid, z),
        Initializer.GlorotUniform);
}
