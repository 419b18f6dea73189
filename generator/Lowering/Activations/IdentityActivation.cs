namespace NetGen.Generator.Lowering.Activations;

/// <summary>f(z) = z.</summary>
internal static class IdentityActivation
{
    public static ActivationRule Rule { get; } = new(Activation.Identity, (_, z, _) => z, Initializer.GlorotUniform);
}
