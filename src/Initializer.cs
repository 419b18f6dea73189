namespace NetGen;

/// <summary>The distribution from which <c>Initialize</c> draws the weights of a layer. Biases start at 0.</summary>
/// <remarks>n_in and n_out are the numbers of inputs and units of the layer. Every draw uses + − × ÷ √ alone, so that a seed gives the same bits on every platform.</remarks>
#if NETGEN_GENERATOR
internal
#else
public
#endif
enum Initializer
{
    /// <summary><see cref="HeUniform"/> for Relu, LeakyRelu, Elu, Silu, Gelu and Softplus, <see cref="GlorotUniform"/> for the others.</summary>
    Auto,

    /// <summary>Uniform in ±√(6 / n_in). He et al. 2015, arXiv:1502.01852.</summary>
    HeUniform,

    /// <summary>Normal with mean 0 and variance 2 / n_in. He et al. 2015, arXiv:1502.01852.</summary>
    HeNormal,

    /// <summary>Uniform in ±√(6 / (n_in + n_out)). Glorot and Bengio 2010.</summary>
    GlorotUniform,

    /// <summary>Normal with mean 0 and variance 2 / (n_in + n_out). Glorot and Bengio 2010.</summary>
    GlorotNormal,

    /// <summary>All weights 0.</summary>
    Zero,
}
