using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = z for z > 0, otherwise α·(eᶻ − 1).</summary>
internal static class EluActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.Elu,
        (graph, z, options) => graph.Where(Comparison.Positive, z, z, graph.Scale(options.Alpha, graph.Apply(UnaryFunction.Expm1, z))),
        Initializer.HeUniform)
    {
        DefaultAlpha = 1,
    };
}
