using System;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>A network whose last activation is Softmax and whose loss is CrossEntropy: it takes class indices for targets and predicts them.</summary>
/// <typeparam name="T">The number type.</typeparam>
public interface IClassifier<T> : ITrainableNetwork<T>
    where T : unmanaged
{
    /// <summary>Computes E, penalty included.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="labels">N class indices, 0 … OutputSize − 1.</param>
    /// <returns>E.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    T Loss(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels);

    /// <summary>Computes E and ∂E/∂θ.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="labels">N class indices, 0 … OutputSize − 1.</param>
    /// <param name="gradients">∂E/∂θ, StorageLength numbers laid out as the parameters, overwritten; 0 in the padding.</param>
    /// <returns>E.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a written span overlaps another span of the call or the parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradients);

    /// <summary>Computes E, ∂E/∂θ and ∂E/∂inputs.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="labels">N class indices, 0 … OutputSize − 1.</param>
    /// <param name="gradients">∂E/∂θ, StorageLength numbers laid out as the parameters, overwritten; 0 in the padding.</param>
    /// <param name="inputGradients">∂E/∂inputs, N × InputSize numbers, overwritten.</param>
    /// <returns>E.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a written span overlaps another span of the call or the parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradients, Span<T> inputGradients);

    /// <summary>One step of stochastic gradient descent: θ ← θ − η·∂E/∂θ.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="labels">N class indices, 0 … OutputSize − 1.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>E before the step.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a span overlaps the parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    T TrainStep(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate);

    /// <summary>One step of an optimizer. Where E is not finite, nothing is changed.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="labels">N class indices, 0 … OutputSize − 1.</param>
    /// <param name="optimizer">What changes the parameters by ∂E/∂θ.</param>
    /// <returns>E before the step.</returns>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="ArgumentException">A length does not fit, a span overlaps the parameters, or the optimizer serves another number of parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    T TrainStep(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, IOptimizer<T> optimizer);

    /// <summary>The class of one sample: the index of the largest output, the first of equals.</summary>
    /// <param name="input">InputSize numbers.</param>
    /// <returns>0 … OutputSize − 1.</returns>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    int Predict(ReadOnlySpan<T> input);

    /// <summary>The classes of N samples.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="labels">N indices, overwritten: for each sample the index of the largest output, the first of equals.</param>
    /// <exception cref="ArgumentException">A length does not fit, or <paramref name="labels"/> overlaps the inputs or the parameters.</exception>
    void Predict(ReadOnlySpan<T> inputs, Span<int> labels);
}
