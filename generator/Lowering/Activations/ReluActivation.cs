using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = max(0, z).</summary>
internal static class ReluActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.Relu,
        (graph, z, options) => graph.Apply(new Op.Relu(options.ReluGradientAtZero), z),
        Initializer.HeUniform)
    {
        HasKink = true,
    };
}
