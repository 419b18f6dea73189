using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = z for z > 0, otherwise α·z.</summary>
internal static class LeakyReluActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.LeakyRelu,
        (graph, z, options) => graph.Where(Comparison.Positive, z, z, graph.Scale(options.Alpha, z)),
        Initializer.HeUniform)
    {
        DefaultAlpha = 0.01,
    };
}
