using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The errors of many samples.</summary>
/// <remarks>Implemented by structs in generated code, which <see cref="Passes"/> gives working memory: numbers of any value, from a multiple of 64 bytes on.</remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILossPass<T>
    where T : unmanaged
{
    /// <summary>Sums up the errors.</summary>
    /// <param name="scratch">Working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <returns>The sum.</returns>
    double Run(Span<T> scratch, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels);
}
