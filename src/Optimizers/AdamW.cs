using System;

namespace NetGen.Optimizers;

/// <summary>
/// Adam with decoupled weight decay: θ ← (1 − ηλ)θ before each step of <see cref="Adam{T}"/>, whose gradient has no penalty of its own.
/// </summary>
/// <remarks>I. Loshchilov and F. Hutter, arXiv:1711.05101. The definition is that of PyTorch's <c>torch.optim.AdamW</c>.</remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class AdamW<T> : Adam<T>
    where T : unmanaged
{
    /// <summary>Starts without state.</summary>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="beta1">β₁, at least 0 and below 1.</param>
    /// <param name="beta2">β₂, at least 0 and below 1.</param>
    /// <param name="eps">ε > 0.</param>
    /// <param name="weightDecay">λ ≥ 0: shrinks every parameter, biases included, by ηλ of it.</param>
    /// <param name="amsgrad">Whether the largest v so far takes the place of v.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public AdamW(
        double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weightDecay = 1e-2, bool amsgrad = false)
        : base(learningRate, beta1, beta2, eps, weightDecay, amsgrad, decoupled: true)
    {
    }
}
