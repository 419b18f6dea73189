using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = z·Φ(z).</summary>
internal static class GeluActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.Gelu,
        (graph, z, _) => graph.Multiply(z, graph.Apply(UnaryFunction.NormalCdf, z)),
        Initializer.HeUniform);
}
