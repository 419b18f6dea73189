namespace NetGen;

/// <summary>The activation function f of a layer, a = f(z), applied element by element except for <see cref="Softmax"/>.</summary>
/// <remarks>α is the layer's <c>Alpha</c>. Definitions agree with the PyTorch functions of the same names.</remarks>
#if NETGEN_GENERATOR
internal
#else
public
#endif
enum Activation
{
    /// <summary>f(z) = z.</summary>
    Identity,

    /// <summary>f(z) = max(0, z). What f′(0) is, 0 or 1, is the layer's <c>ReluGradientAtZero</c>; the default is 0.</summary>
    Relu,

    /// <summary>f(z) = z for z &gt; 0, otherwise α·z; α is 0.01 unless the layer says otherwise.</summary>
    LeakyRelu,

    /// <summary>f(z) = 1 / (1 + e⁻ᶻ).</summary>
    Sigmoid,

    /// <summary>f(z) = tanh z.</summary>
    Tanh,

    /// <summary>f(z)ⱼ = e^zⱼ / Σₖ e^zₖ, over the units of the layer.</summary>
    Softmax,

    /// <summary>f(z) = z for z &gt; 0, otherwise α·(eᶻ − 1); α is 1 unless the layer says otherwise.</summary>
    Elu,

    /// <summary>f(z) = ln(1 + eᶻ), for every z and without PyTorch's threshold.</summary>
    Softplus,

    /// <summary>f(z) = z·sigmoid(z), also known as swish.</summary>
    Silu,

    /// <summary>f(z) = z·Φ(z), with the distribution function Φ of the standard normal: the exact form, not the tanh approximation.</summary>
    Gelu,
}
