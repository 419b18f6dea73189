using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z)ⱼ = e^zⱼ / Σₖ e^zₖ.</summary>
internal static class SoftmaxActivation
{
    public static ActivationRule Rule { get; } = new(
        Activation.Softmax,
        (graph, z, _) => graph.Apply(new Op.Softmax(), z),
        Initializer.GlorotUniform);
}
