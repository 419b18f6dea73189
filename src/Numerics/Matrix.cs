using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

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
        for (int i = SubtractVectors(target, source, factor); i < target.Length; i++)
        {
            target[i] -= factor * source[i];
        }
    }

    /// <inheritdoc cref="Subtract(Span{float}, ReadOnlySpan{float}, float)"/>
    [MethodImpl(Compiled.InFull)]
    public static void Subtract(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        source = source.Slice(0, target.Length);
        for (int i = SubtractVectors(target, source, factor); i < target.Length; i++)
        {
            target[i] -= factor * source[i];
        }
    }

    /// <summary>The same of whole vectors: of 512 bits where the machine has them, which <see cref="Vector{T}"/> is not by itself.</summary>
    /// <returns>How many numbers these are.</returns>
    [MethodImpl(Compiled.InFull)]
    private static int SubtractVectors<T>(Span<T> target, ReadOnlySpan<T> source, T factor)
        where T : unmanaged
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            Span<Vector512<T>> wideTargets = MemoryMarshal.Cast<T, Vector512<T>>(target);
            ReadOnlySpan<Vector512<T>> wideSources = MemoryMarshal.Cast<T, Vector512<T>>(source);
            Vector512<T> wideFactors = Vector512.Create(factor);
            for (int i = 0; i < wideTargets.Length; i++)
            {
                wideTargets[i] -= wideFactors * wideSources[i];
            }

            return wideTargets.Length * Vector512<T>.Count;
        }

#endif
        Span<Vector<T>> targets = MemoryMarshal.Cast<T, Vector<T>>(target);
        ReadOnlySpan<Vector<T>> sources = MemoryMarshal.Cast<T, Vector<T>>(source);
        Vector<T> factors = new(factor);
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] -= factors * sources[i];
        }

        return targets.Length * Vector<T>.Count;
    }
}
