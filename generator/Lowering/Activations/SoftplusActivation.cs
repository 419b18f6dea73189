using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = ln(1 + eᶻ).</summary>
internal static class SoftplusActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.Softplus,
        (graph, z, _) => graph.Apply(UnaryFunction.Softplus, z),
        Initializer.HeUniform);
}
