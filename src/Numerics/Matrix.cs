using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Optimizers.Rules;

namespace NetGen.Numerics;

/// <summary>Whole arrays of parameters, number by number.</summary>
/// <remarks>The public methods are called by code that an earlier generator has written; today a step is a call of <see cref="Passes"/>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Matrix
{
    /// <summary>target −= factor·source.</summary>
    /// <param name="target">Any length.</param>
    /// <param name="source">The same length.</param>
    /// <param name="factor">The factor.</param>
    public static void Subtract(Span<float> target, ReadOnlySpan<float> source, float factor) => Subtract<float>(target, source, factor);

    /// <inheritdoc cref="Subtract(Span{float}, ReadOnlySpan{float}, float)"/>
    public static void Subtract(Span<double> target, ReadOnlySpan<double> source, double factor) => Subtract<double>(target, source, factor);

    /// <inheritdoc cref="Subtract(Span{float}, ReadOnlySpan{float}, float)"/>
    [MethodImpl(Compiled.InFull)]
    internal static void Subtract<T>(Span<T> target, ReadOnlySpan<T> source, T factor)
        where T : unmanaged => UpdateLoop.Run(new SubtractionRule<T>(factor), 0, target, source.Slice(0, target.Length));
}
