using System;

namespace NetGen;

/// <summary>What every generated network can do. Trainers, optimizers and persistence are written against this and its kin.</summary>
/// <remarks>
/// T is the number type of the network, <see cref="float"/> or <see cref="double"/>. A batch holds N samples, one after another, in one span.
/// Forward, Loss and Predict may run on any number of threads at once on one instance; Backward and Backpropagate too, each call with gradients of
/// its own. TrainStep and Initialize write the parameters and need exclusion.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public interface INetwork<T>
    where T : unmanaged
{
    /// <summary>The number of inputs of one sample.</summary>
    int InputSize { get; }

    /// <summary>The number of outputs of one sample.</summary>
    int OutputSize { get; }

    /// <summary>How many numbers are trained.</summary>
    int ParameterCount { get; }

    /// <summary>How many numbers the compiled layout stores: at least <see cref="ParameterCount"/>, the rest is padding.</summary>
    int StorageLength { get; }

    /// <summary>The layers, their cost and how they were compiled.</summary>
    NetworkInfo Info { get; }

    /// <summary>θ where it lives: <see cref="StorageLength"/> numbers in the compiled layout. Gradients have the same order.</summary>
    Span<T> Parameters { get; }

    /// <summary>Draws the weights anew and sets the biases to 0; the same seed gives the same bits on every platform.</summary>
    /// <param name="seed">Any number.</param>
    void Initialize(ulong seed);

    /// <summary>Computes the outputs of N samples.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="outputs">N × OutputSize numbers, overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit, or <paramref name="outputs"/> overlaps the inputs or the parameters.</exception>
    void Forward(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>The vector-Jacobian product: from G = ∂J/∂outputs of any J it computes ∂J/∂θ, summed over the samples, and ∂J/∂inputs. No penalty, no mean.</summary>
    /// <param name="inputs">N × InputSize numbers.</param>
    /// <param name="outputGradients">G, N × OutputSize numbers.</param>
    /// <param name="gradients">∂J/∂θ, <see cref="StorageLength"/> numbers laid out as <see cref="Parameters"/>, overwritten; 0 in the padding.</param>
    /// <param name="inputGradients">∂J/∂inputs, N × InputSize numbers, overwritten; or empty, and not computed.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a written span overlaps another span of the call or the parameters.</exception>
    void Backpropagate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> gradients, Span<T> inputGradients);

    /// <summary>Reorders parameters or gradients from the compiled layout to the canonical order: layer by layer W in row-major order [n_in × n_out], then b.</summary>
    /// <param name="stored"><see cref="StorageLength"/> numbers.</param>
    /// <param name="canonical"><see cref="ParameterCount"/> numbers, overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap.</exception>
    void ToCanonical(ReadOnlySpan<T> stored, Span<T> canonical);

    /// <summary>Reorders parameters or gradients from the canonical order to the compiled layout.</summary>
    /// <param name="canonical"><see cref="ParameterCount"/> numbers.</param>
    /// <param name="stored"><see cref="StorageLength"/> numbers, all overwritten, with 0 in the padding.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap.</exception>
    void FromCanonical(ReadOnlySpan<T> canonical, Span<T> stored);
}
