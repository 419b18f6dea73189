using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = z·sigmoid(z).</summary>
internal static class SiluActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.Silu,
        (graph, z, _) => graph.Multiply(z, graph.Apply(UnaryFunction.Sigmoid, z)),
        Initializer.HeUniform);
}
