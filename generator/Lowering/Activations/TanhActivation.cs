using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = tanh z.</summary>
internal static class TanhActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.Tanh,
        (graph, z, _) => graph.Apply(UnaryFunction.Tanh, z),
        Initializer.GlorotUniform);
}
