using System;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>A network with a loss: E = (1/N) Σₙ e(outputsₙ, targetsₙ) + Σ λ·w².</summary>
/// <typeparam name="T">The number type.</typeparam>
public interface ITrainableNetwork<T> : INetwork<T>
    where T : unmanaged
{
    /// <summary>Computes E, penalty included.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="targets">N × OutputSize numbers.</param>
    /// <returns>E.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    T Loss(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>Computes E and ∂E/∂θ.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="targets">N × OutputSize numbers.</param>
    /// <param name="gradients">∂E/∂θ, StorageLength numbers laid out as the parameters, overwritten; 0 in the padding.</param>
    /// <returns>E.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a written span overlaps another span of the call or the parameters.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients);

    /// <summary>Computes E, ∂E/∂θ and ∂E/∂inputs.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="targets">N × OutputSize numbers.</param>
    /// <param name="gradients">∂E/∂θ, StorageLength numbers laid out as the parameters, overwritten; 0 in the padding.</param>
    /// <param name="inputGradients">∂E/∂inputs, N × InputSize numbers, overwritten.</param>
    /// <returns>E.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a written span overlaps another span of the call or the parameters.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients);

    /// <summary>One step of stochastic gradient descent: θ ← θ − η·∂E/∂θ.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="targets">N × OutputSize numbers.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>E before the step.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a span overlaps the parameters.</exception>
    T TrainStep(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate);

    /// <summary>One step of an optimizer. Where E is not finite, nothing is changed.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="targets">N × OutputSize numbers.</param>
    /// <param name="optimizer">What changes the parameters by ∂E/∂θ.</param>
    /// <returns>E before the step.</returns>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="ArgumentException">A length does not fit, a span overlaps the parameters, or the optimizer serves another number of parameters.</exception>
    T TrainStep(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, IOptimizer<T> optimizer);
}
