using System;
using System.ComponentModel;
using NetGen.Optimizers;

namespace NetGen.Numerics;

/// <summary>The errors and gradients of many samples.</summary>
/// <remarks>Implemented by structs in generated code, which <see cref="Passes"/> gives working memory: numbers of any value, from a multiple of 64 bytes on.</remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBackwardPass<T>
    where T : unmanaged
{
    /// <summary>Adds the gradients.</summary>
    /// <param name="scratch">Working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="g">
    /// The gradients, or the parameters themselves, to which scale times the sum over the samples is added; or the parameters, which an optimizer changes; or nothing, if
    /// the errors alone are asked for.
    /// </param>
    /// <param name="inputGradients">One sample after another, overwritten; or nothing.</param>
    /// <param name="scale">In front of the sum.</param>
    /// <param name="decay">What is added of the parameters themselves, for each penalty times its factor.</param>
    /// <param name="optimizer">What changes the parameters, or null.</param>
    /// <returns>The sum of the errors.</returns>
    double Run(
        Span<T> scratch,
        ReadOnlySpan<T> θ,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> targets,
        ReadOnlySpan<int> labels,
        Span<T> g,
        Span<T> inputGradients,
        T scale,
        T decay,
        IOptimizer<T>? optimizer);
}
