using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
using NetGen.Numerics.Kernels;
#endif

namespace NetGen.Numerics;

public static partial class Matrix
{
    /// <inheritdoc cref="MultiplyAdd(ReadOnlySpan{float}, int, int, ReadOnlySpan{float}, int, Span{float}, int, int, int, int)"/>
    public static void MultiplyAdd(
        ReadOnlySpan<double> a, int aRow, int aStep, ReadOnlySpan<double> b, int bRow, Span<double> c, int cRow, int rows, int steps, int columns)
    {
        Require(Holds(a.Length, rows, aRow, steps, aStep) && Holds(b.Length, steps, bRow, columns, 1) && Holds(c.Length, rows, cRow, columns, 1));
#if NET8_0_OR_GREATER
        ref double a0 = ref MemoryMarshal.GetReference(a);
        ref double b0 = ref MemoryMarshal.GetReference(b);
        ref double c0 = ref MemoryMarshal.GetReference(c);

        // The last vector of a row may reach beyond its columns, but never beyond the span.
        if (Vector512.IsHardwareAccelerated && Reaches(b.Length, steps, bRow, columns, Vector512<double>.Count))
        {
            MatrixKernel<Double512, Vector512<double>, double>.MultiplyAdd(ref a0, aRow, aStep, ref b0, bRow, ref c0, cRow, rows, steps, columns);
            return;
        }

        if (Vector256.IsHardwareAccelerated && Reaches(b.Length, steps, bRow, columns, Vector256<double>.Count))
        {
            MatrixKernel<Double256, Vector256<double>, double>.MultiplyAdd(ref a0, aRow, aStep, ref b0, bRow, ref c0, cRow, rows, steps, columns);
            return;
        }

        if (Vector128.IsHardwareAccelerated && Reaches(b.Length, steps, bRow, columns, Vector128<double>.Count))
        {
            MatrixKernel<Double128, Vector128<double>, double>.MultiplyAdd(ref a0, aRow, aStep, ref b0, bRow, ref c0, cRow, rows, steps, columns);
            return;
        }
#endif
        for (int r = 0; r < rows; r++)
        {
            Span<double> sums = c.Slice(r * cRow, columns);
            for (int k = 0; k < steps; k++)
            {
                double factor = a[(r * aRow) + (k * aStep)];
                ReadOnlySpan<double> row = b.Slice(k * bRow, columns);
                for (int j = 0; j < sums.Length; j++)
                {
                    sums[j] += factor * row[j];
                }
            }
        }
    }

    /// <inheritdoc cref="MultiplyTransposed(ReadOnlySpan{float}, int, ReadOnlySpan{float}, int, Span{float}, int, int, int, int)"/>
    public static void MultiplyTransposed(
        ReadOnlySpan<double> a, int aRow, ReadOnlySpan<double> b, int bRow, Span<double> c, int cRow, int rows, int steps, int columns)
    {
        Require(Holds(a.Length, rows, aRow, steps, 1) && Holds(b.Length, columns, bRow, steps, 1) && Holds(c.Length, rows, cRow, columns, 1));
        Span<double> panel = stackalloc double[PanelSteps * PanelColumns];
        for (int r = 0; r < rows; r++)
        {
            c.Slice(r * cRow, columns).Clear();
        }

        for (int j = 0; j < columns; j += PanelColumns)
        {
            int width = Math.Min(PanelColumns, columns - j);
            for (int k = 0; k < steps; k += PanelSteps)
            {
                int depth = Math.Min(PanelSteps, steps - k);
                for (int i = 0; i < width; i++)
                {
                    ReadOnlySpan<double> row = b.Slice(((j + i) * bRow) + k, depth);
                    for (int s = 0; s < row.Length; s++)
                    {
                        panel[(s * PanelColumns) + i] = row[s];
                    }
                }

                MultiplyAdd(a.Slice(k), aRow, 1, panel, PanelColumns, c.Slice(j), cRow, rows, depth, width);
            }
        }
    }

    /// <inheritdoc cref="AddRows(ReadOnlySpan{float}, Span{float})"/>
    public static void AddRows(ReadOnlySpan<double> a, Span<double> sums)
    {
        int width = Vector<double>.Count;
        Span<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(sums);
        for (; a.Length >= sums.Length; a = a.Slice(sums.Length))
        {
            ReadOnlySpan<Vector<double>> row = MemoryMarshal.Cast<double, Vector<double>>(a.Slice(0, sums.Length));
            for (int j = 0; j < vectors.Length; j++)
            {
                vectors[j] += row[j];
            }

            for (int j = vectors.Length * width; j < sums.Length; j++)
            {
                sums[j] += a[j];
            }
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
