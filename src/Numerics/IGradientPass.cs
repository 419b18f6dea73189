using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The loss of many samples and its gradients, of which a training step is made.</summary>
/// <remarks>Implemented by structs in generated code, which <see cref="Passes"/> gives memory for the gradients.</remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGradientPass<T>
    where T : unmanaged
{
    /// <summary>Computes the loss and the gradients.</summary>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="g">The gradients of the parameters, overwritten: numbers of any value, from a multiple of 64 bytes on.</param>
    /// <returns>The loss.</returns>
    T Run(ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, Span<T> g);
}
