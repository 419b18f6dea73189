using System;

namespace NetGen;

/// <summary>Makes the partial class it stands on a neural network: the generator adds its parameters, forward and backward passes.</summary>
/// <remarks>
/// Layers follow as attributes of their own, such as <see cref="DenseAttribute"/>, in the order in which they run, and a <see cref="LossAttribute"/>
/// where the network is trained by one of the built-in losses.
/// </remarks>
/// <example>
/// <code>
/// [Network(4)]
/// [Dense(16, Activation.Relu)]
/// [Dense(3, Activation.Softmax)]
/// [Loss(LossFunction.CrossEntropy)]
/// public sealed partial class IrisNet;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Declares a network.</summary>
    /// <param name="inputShape">The shape of one sample, without the batch: one or more sizes, each at least 1. <c>InputSize</c> is their product.</param>
    public NetworkAttribute(params int[] inputShape) => InputShape = inputShape;

    /// <summary>The shape of one sample, without the batch.</summary>
    public int[] InputShape { get; }

    /// <summary>The number type of the network. The default is <see cref="Precision.Single"/>.</summary>
    public Precision Precision { get; set; }

    /// <summary>The penalty factor λ ≥ 0 of every layer that sets none of its own: λ·Σ w² is added to the loss, for weights and not for biases. The default is 0.</summary>
    /// <remarks>There is no factor ½: the gradient of the penalty is 2·λ·w. It equals PyTorch's <c>weight_decay</c> of 2·λ under plain SGD.</remarks>
    public double L2 { get; set; }

    /// <summary>Whether layers become straight-line code or loops. The default is <see cref="Unroll.Auto"/>.</summary>
    public Unroll Unroll { get; set; }
}
