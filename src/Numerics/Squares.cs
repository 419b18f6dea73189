using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

/// <summary>Penalties: sums of squares of stored parameters, and their gradients.</summary>
/// <remarks>Called by generated code, panel by panel.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Squares
{
    /// <summary>Σ w² over the first columns of every row.</summary>
    /// <param name="stored">Rows without gaps, padding included.</param>
    /// <param name="width">Numbers of a row, padding included.</param>
    /// <param name="columns">Numbers of a row that count.</param>
    /// <returns>The sum; squares are summed up in the number type over a row, and the rows in double.</returns>
    [MethodImpl(Compiled.InFull)]
    public static double Sum(ReadOnlySpan<float> stored, int width, int columns)
    {
        double sum = 0;
        for (; stored.Length > 0; stored = stored.Slice(width))
        {
            ReadOnlySpan<float> row = stored.Slice(0, columns);
            ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
            Vector<float> squares = Vector<float>.Zero;
            foreach (Vector<float> vector in vectors)
            {
                squares += vector * vector;
            }

            float rest = Vector.Dot(squares, Vector<float>.One);
            for (int j = vectors.Length * Vector<float>.Count; j < row.Length; j++)
            {
                rest += row[j] * row[j];
            }

            sum += rest;
        }

        return sum;
    }

    /// <inheritdoc cref="Sum(ReadOnlySpan{float}, int, int)"/>
    [MethodImpl(Compiled.InFull)]
    public static double Sum(ReadOnlySpan<double> stored, int width, int columns)
    {
        double sum = 0;
        for (; stored.Length > 0; stored = stored.Slice(width))
        {
            ReadOnlySpan<double> row = stored.Slice(0, columns);
            ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
            Vector<double> squares = Vector<double>.Zero;
            foreach (Vector<double> vector in vectors)
            {
                squares += vector * vector;
            }

            sum += Vector.Dot(squares, Vector<double>.One);
            for (int j = vectors.Length * Vector<double>.Count; j < row.Length; j++)
            {
                sum += row[j] * row[j];
            }
        }

        return sum;
    }

    /// <summary>gradient = factor·w over the first columns of every row; padding is left alone.</summary>
    /// <param name="stored">Rows without gaps, padding included.</param>
    /// <param name="gradient">The same rows of the gradient.</param>
    /// <param name="width">Numbers of a row, padding included.</param>
    /// <param name="columns">Numbers of a row that count.</param>
    /// <param name="factor">The factor.</param>
    [MethodImpl(Compiled.InFull)]
    public static void Scale(ReadOnlySpan<float> stored, Span<float> gradient, int width, int columns, float factor)
    {
        for (int start = 0; start < stored.Length; start += width)
        {
            ReadOnlySpan<float> row = stored.Slice(start, columns);
            Span<float> target = gradient.Slice(start, columns);
            ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
            Span<Vector<float>> targets = MemoryMarshal.Cast<float, Vector<float>>(target);
            for (int j = 0; j < targets.Length; j++)
            {
                targets[j] = factor * vectors[j];
            }

            for (int j = targets.Length * Vector<float>.Count; j < target.Length; j++)
            {
                target[j] = factor * row[j];
            }
        }
    }

    /// <inheritdoc cref="Scale(ReadOnlySpan{float}, Span{float}, int, int, float)"/>
    [MethodImpl(Compiled.InFull)]
    public static void Scale(ReadOnlySpan<double> stored, Span<double> gradient, int width, int columns, double factor)
    {
        for (int start = 0; start < stored.Length; start += width)
        {
            ReadOnlySpan<double> row = stored.Slice(start, columns);
            Span<double> target = gradient.Slice(start, columns);
            ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
            Span<Vector<double>> targets = MemoryMarshal.Cast<double, Vector<double>>(target);
            for (int j = 0; j < targets.Length; j++)
            {
                targets[j] = factor * vectors[j];
            }

            for (int j = targets.Length * Vector<double>.Count; j < target.Length; j++)
            {
                target[j] = factor * row[j];
            }
        }
    }
}
