using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

/// <summary>Whole arrays of parameters, number by number.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Matrix
{
    /// <summary>target −= factor·source.</summary>
    /// <param name="target">Any length.</param>
    /// <param name="source">The same length.</param>
    /// <param name="factor">The factor.</param>
    [MethodImpl(Compiled.InFull)]
    public static void Subtract(Span<float> target, ReadOnlySpan<float> source, float factor)
    {
        source = source.Slice(0, target.Length);
        Span<Vector<float>> targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        ReadOnlySpan<Vector<float>> sources = MemoryMarshal.Cast<float, Vector<float>>(source);
        Vector<float> factors = new(factor);
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] -= factors * sources[i];
        }

        for (int i = targets.Length * Vector<float>.Count; i < target.Length; i++)
        {
            target[i] -= factor * source[i];
        }
    }

    /// <inheritdoc cref="Subtract(Span{float}, ReadOnlySpan{float}, float)"/>
    [MethodImpl(Compiled.InFull)]
    public static void Subtract(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        source = source.Slice(0, target.Length);
        Span<Vector<double>> targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        ReadOnlySpan<Vector<double>> sources = MemoryMarshal.Cast<double, Vector<double>>(source);
        Vector<double> factors = new(factor);
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] -= factors * sources[i];
        }

        for (int i = targets.Length * Vector<double>.Count; i < target.Length; i++)
        {
            target[i] -= factor * source[i];
        }
    }
}
