using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

internal readonly struct SingleLoops : ILoops<float>
{
    public void AddScaled(Span<float> sums, float factor, ReadOnlySpan<float> row)
    {
        int done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            Span<Vector<float>> sumVectors = MemoryMarshal.Cast<float, Vector<float>>(sums);
            ReadOnlySpan<Vector<float>> rowVectors = MemoryMarshal.Cast<float, Vector<float>>(row);
            Vector<float> factors = new(factor);
            for (int j = 0; j < sumVectors.Length; j++)
            {
                sumVectors[j] += factors * rowVectors[j];
            }

            done = sumVectors.Length * Vector<float>.Count;
        }

        for (int j = done; j < sums.Length; j++)
        {
            sums[j] += factor * row[j];
        }
    }

    public void Add(Span<float> sums, ReadOnlySpan<float> row)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] += row[j];
        }
    }

    public float Dot(float start, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        int done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            ReadOnlySpan<Vector<float>> leftVectors = MemoryMarshal.Cast<float, Vector<float>>(left);
            ReadOnlySpan<Vector<float>> rightVectors = MemoryMarshal.Cast<float, Vector<float>>(right);
            Vector<float> sums = Vector<float>.Zero;
            for (int j = 0; j < leftVectors.Length; j++)
            {
                sums += leftVectors[j] * rightVectors[j];
            }

            start += Vector.Dot(sums, Vector<float>.One);
            done = leftVectors.Length * Vector<float>.Count;
        }

        for (int j = done; j < left.Length; j++)
        {
            start += left[j] * right[j];
        }

        return start;
    }

    public float Sum(float start, ReadOnlySpan<float> row)
    {
        for (int j = 0; j < row.Length; j++)
        {
            start += row[j];
        }

        return start;
    }
}
