namespace NetGen;

/// <summary>A fully connected layer: z = x·W + b, a = f(z), with W of shape n_in × units. Inputs of any shape are flattened.</summary>
/// <remarks>The same as PyTorch's <c>Linear</c> (whose weight is the transpose) followed by an activation.</remarks>
public sealed class DenseAttribute : LayerAttribute
{
    /// <summary>Adds a fully connected layer.</summary>
    /// <param name="units">The number of outputs, at least 1.</param>
    /// <param name="activation">The activation function f.</param>
    public DenseAttribute(int units, Activation activation = Activation.Identity)
    {
        Units = units;
        Activation = activation;
    }

    /// <summary>The number of outputs.</summary>
    public int Units { get; }

    /// <summary>The activation function f.</summary>
    public Activation Activation { get; }

    /// <summary>What is added to the weighted sums. The default is one number per unit.</summary>
    public Bias Bias { get; set; }

    /// <summary>The penalty factor λ ≥ 0 of this layer's weights. The default is that of the network.</summary>
    public double L2 { get; set; }

    /// <summary>α of LeakyRelu (default 0.01) and Elu (default 1): finite and at least 0. Other activations have none.</summary>
    public double Alpha { get; set; }

    /// <summary>f′(0) of Relu, 0 (the default, as in PyTorch, TensorFlow and JAX) or 1. Other activations have none.</summary>
    public int ReluGradientAtZero { get; set; }

    /// <summary>The distribution from which <c>Initialize</c> draws the weights.</summary>
    public Initializer Initializer { get; set; }
}
