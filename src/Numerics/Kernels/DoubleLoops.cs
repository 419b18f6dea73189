using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

internal readonly struct DoubleLoops : ILoops<double>
{
    public void AddScaled(Span<double> sums, double factor, ReadOnlySpan<double> row)
    {
        int done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            Span<Vector<double>> sumVectors = MemoryMarshal.Cast<double, Vector<double>>(sums);
            ReadOnlySpan<Vector<double>> rowVectors = MemoryMarshal.Cast<double, Vector<double>>(row);
            Vector<double> factors = new(factor);
            for (int j = 0; j < sumVectors.Length; j++)
            {
                sumVectors[j] += factors * rowVectors[j];
            }

            done = sumVectors.Length * Vector<double>.Count;
        }

        for (int j = done; j < sums.Length; j++)
        {
            sums[j] += factor * row[j];
        }
    }

    public void Add(Span<double> sums, ReadOnlySpan<double> row)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] += row[j];
        }
    }

    public double Dot(double start, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        int done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            ReadOnlySpan<Vector<double>> leftVectors = MemoryMarshal.Cast<double, Vector<double>>(left);
            ReadOnlySpan<Vector<double>> rightVectors = MemoryMarshal.Cast<double, Vector<double>>(right);
            Vector<double> sums = Vector<double>.Zero;
            for (int j = 0; j < leftVectors.Length; j++)
            {
                sums += leftVectors[j] * rightVectors[j];
            }

            start += Vector.Dot(sums, Vector<double>.One);
            done = leftVectors.Length * Vector<double>.Count;
        }

        for (int j = done; j < left.Length; j++)
        {
            start += left[j] * right[j];
        }

        return start;
    }

    public double Sum(double start, ReadOnlySpan<double> row)
    {
        for (int j = 0; j < row.Length; j++)
        {
            start += row[j];
        }

        return start;
    }
}
