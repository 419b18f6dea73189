using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The gradients of many samples, from those of the outputs.</summary>
/// <remarks>Implemented by structs in generated code, which <see cref="Passes"/> gives working memory: numbers of any value, from a multiple of 64 bytes on.</remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBackpropagatePass<T>
    where T : unmanaged
{
    /// <summary>Computes the gradients.</summary>
    /// <param name="scratch">Working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="outputGradients">One sample after another.</param>
    /// <param name="g">The gradients of the parameters, overwritten.</param>
    /// <param name="inputGradients">One sample after another, overwritten; or nothing.</param>
    void Run(Span<T> scratch, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> g, Span<T> inputGradients);
}
