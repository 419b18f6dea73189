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
    /// <summary>Numbers that are summed up in the number type, before the sum goes on in double.</summary>
    private const int Together = 256;

    /// <summary>Σ w² over the first columns of every row.</summary>
    /// <param name="stored">Rows without gaps, padding included.</param>
    /// <param name="width">Numbers of a row, padding included.</param>
    /// <param name="columns">Numbers of a row that count.</param>
    /// <returns>The sum; of a row or a few hundred numbers in the number type, unless that overflows, and from there in double.</returns>
    [MethodImpl(Compiled.InFull)]
    public static double Sum(ReadOnlySpan<float> stored, int width, int columns)
    {
        if (columns == width)
        {
            // Rows without padding are cut anywhere.
            columns = Together;
            width = Together;
        }

        double sum = 0;
        for (int start = 0; start < stored.Length; start += width)
        {
            ReadOnlySpan<float> row = stored.Slice(start, Math.Min(columns, stored.Length - start));
            if (columns >= Vector<float>.Count)
            {
                sum += Sum(row);
                continue;
            }

            foreach (float number in row)
            {
                sum += (double)number * number;
            }
        }

        return sum;
    }

    /// <inheritdoc cref="Sum(ReadOnlySpan{float}, int, int)"/>
    [MethodImpl(Compiled.InFull)]
    public static double Sum(ReadOnlySpan<double> stored, int width, int columns)
    {
        if (columns == width)
        {
            // Rows without padding are cut anywhere.
            columns = Together;
            width = Together;
        }

        double sum = 0;
        for (int start = 0; start < stored.Length; start += width)
        {
            ReadOnlySpan<double> row = stored.Slice(start, Math.Min(columns, stored.Length - start));
            if (columns >= Vector<double>.Count)
            {
                sum += Sum(row);
                continue;
            }

            foreach (double number in row)
            {
                sum += number * number;
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

    [MethodImpl(Compiled.InFull)]
    private static double Sum(ReadOnlySpan<float> numbers)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        float sum = Vector.Dot(Sums(vectors), Vector<float>.One);
        for (int j = vectors.Length * Vector<float>.Count; j < numbers.Length; j++)
        {
            sum += numbers[j] * numbers[j];
        }

        if (Real.IsFinite(sum))
        {
            return sum;
        }

        // Squares that are no numbers of their type any more may be in double.
        double exact = 0;
        foreach (float number in numbers)
        {
            exact += (double)number * number;
        }

        return exact;
    }

    [MethodImpl(Compiled.InFull)]
    private static double Sum(ReadOnlySpan<double> numbers)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(numbers);
        double sum = Vector.Dot(Sums(vectors), Vector<double>.One);
        for (int j = vectors.Length * Vector<double>.Count; j < numbers.Length; j++)
        {
            sum += numbers[j] * numbers[j];
        }

        return sum;
    }

    /// <summary>The sums of the squares in each lane: four side by side, since each waits for its own additions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Sums<T>(ReadOnlySpan<Vector<T>> vectors)
        where T : struct
    {
        ref Vector<T> first = ref MemoryMarshal.GetReference(vectors);
        Vector<T> sum0 = Vector<T>.Zero, sum1 = Vector<T>.Zero, sum2 = Vector<T>.Zero, sum3 = Vector<T>.Zero;
        int i = 0;
        for (; i <= vectors.Length - 4; i += 4)
        {
            sum0 += Unsafe.Add(ref first, i) * Unsafe.Add(ref first, i);
            sum1 += Unsafe.Add(ref first, i + 1) * Unsafe.Add(ref first, i + 1);
            sum2 += Unsafe.Add(ref first, i + 2) * Unsafe.Add(ref first, i + 2);
            sum3 += Unsafe.Add(ref first, i + 3) * Unsafe.Add(ref first, i + 3);
        }

        for (; i < vectors.Length; i++)
        {
            sum0 += Unsafe.Add(ref first, i) * Unsafe.Add(ref first, i);
        }

        return sum0 + sum1 + (sum2 + sum3);
    }
}
