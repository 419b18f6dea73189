using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The outputs of many samples.</summary>
/// <remarks>Implemented by structs in generated code, which <see cref="Passes"/> gives working memory: numbers of any value, from a multiple of 64 bytes on.</remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IForwardPass<T>
    where T : unmanaged
{
    /// <summary>Computes the outputs.</summary>
    /// <param name="scratch">Working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="outputs">One sample after another, overwritten.</param>
    void Run(Span<T> scratch, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, Span<T> outputs);
}
