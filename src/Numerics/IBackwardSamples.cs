#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The backward pass of a tiny network over many samples, with samples in the lanes of vectors.</summary>
/// <remarks>Implemented by structs in generated code, which <c>SampleLanes</c> gives memory on the stack.</remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBackwardSamples<T>
    where T : unmanaged
{
    /// <summary>Adds the gradients.</summary>
    /// <param name="numbers">Working memory of any values, which begins at a multiple of 64 bytes.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="g">The gradients, or the parameters themselves, to which scale times the sum over the samples is added.</param>
    /// <param name="scale">In front of the sum.</param>
    /// <param name="n">How many samples.</param>
    /// <returns>The sum of the errors.</returns>
    double Run(Span<T> numbers, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, Span<T> g, T scale, int n);
}
#endif
