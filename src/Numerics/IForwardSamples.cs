#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The forward pass of a tiny network over many samples, with samples in the lanes of vectors.</summary>
/// <remarks>Implemented by structs in generated code, which <c>SampleLanes</c> gives memory on the stack.</remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IForwardSamples<T>
    where T : unmanaged
{
    /// <summary>Computes the outputs.</summary>
    /// <param name="numbers">Working memory of any values, which begins at a multiple of 64 bytes.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="outputs">One sample after another, overwritten.</param>
    /// <param name="n">How many samples.</param>
    void Run(Span<T> numbers, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, Span<T> outputs, int n);
}
#endif
