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
    /// <summary>C += A·B, with element (r, k) of A at r·aRow + k·aStep.</summary>
    /// <param name="a">A, rows × steps.</param>
    /// <param name="aRow">From row to row of A.</param>
    /// <param name="aStep">From column to column of A.</param>
    /// <param name="b">B, steps × columns.</param>
    /// <param name="bRow">From row to row of B.</param>
    /// <param name="c">C, rows × columns.</param>
    /// <param name="cRow">From row to row of C.</param>
    /// <param name="rows">Rows of A and C, at least 1.</param>
    /// <param name="steps">Columns of A and rows of B, at least 1.</param>
    /// <param name="columns">Columns of B and C, at least 1.</param>
    /// <exception cref="ArgumentException">The sizes reach beyond an operand.</exception>
    public static void MultiplyAdd(
        ReadOnlySpan<float> a, int aRow, int aStep, ReadOnlySpan<float> b, int bRow, Span<float> c, int cRow, int rows, int steps, int columns)
    {
        Require(Holds(a.Length, rows, aRow, steps, aStep) && Holds(b.Length, steps, bRow, columns, 1) && Holds(c.Length, rows, cRow, columns, 1));
#if NET8_0_OR_GREATER
        ref float a0 = ref MemoryMarshal.GetReference(a);
        ref float b0 = ref MemoryMarshal.GetReference(b);
        ref float c0 = ref MemoryMarshal.GetReference(c);

        // The last vector of a row may reach beyond its columns, but never beyond the span.
        if (Vector512.IsHardwareAccelerated && Reaches(b.Length, steps, bRow, columns, Vector512<float>.Count))
        {
            MatrixKernel<Single512, Vector512<float>, float>.MultiplyAdd(ref a0, aRow, aStep, ref b0, bRow, ref c0, cRow, rows, steps, columns);
            return;
        }

        if (Vector256.IsHardwareAccelerated && Reaches(b.Length, steps, bRow, columns, Vector256<float>.Count))
        {
            MatrixKernel<Single256, Vector256<float>, float>.MultiplyAdd(ref a0, aRow, aStep, ref b0, bRow, ref c0, cRow, rows, steps, columns);
            return;
        }

        if (Vector128.IsHardwareAccelerated && Reaches(b.Length, steps, bRow, columns, Vector128<float>.Count))
        {
            MatrixKernel<Single128, Vector128<float>, float>.MultiplyAdd(ref a0, aRow, aStep, ref b0, bRow, ref c0, cRow, rows, steps, columns);
            return;
        }
#endif
        for (int r = 0; r < rows; r++)
        {
            Span<float> sums = c.Slice(r * cRow, columns);
            for (int k = 0; k < steps; k++)
            {
                float factor = a[(r * aRow) + (k * aStep)];
                ReadOnlySpan<float> row = b.Slice(k * bRow, columns);
                for (int j = 0; j < sums.Length; j++)
                {
                    sums[j] += factor * row[j];
                }
            }
        }
    }

    /// <summary>C = A·Bᵀ.</summary>
    /// <param name="a">A, rows × steps.</param>
    /// <param name="aRow">From row to row of A.</param>
    /// <param name="b">B, columns × steps.</param>
    /// <param name="bRow">From row to row of B.</param>
    /// <param name="c">C, rows × columns, overwritten.</param>
    /// <param name="cRow">From row to row of C.</param>
    /// <param name="rows">Rows of A and C, at least 1.</param>
    /// <param name="steps">Columns of A and B, at least 1.</param>
    /// <param name="columns">Rows of B and columns of C, at least 1.</param>
    /// <exception cref="ArgumentException">The sizes reach beyond an operand.</exception>
    public static void MultiplyTransposed(
        ReadOnlySpan<float> a, int aRow, ReadOnlySpan<float> b, int bRow, Span<float> c, int cRow, int rows, int steps, int columns)
    {
        Require(Holds(a.Length, rows, aRow, steps, 1) && Holds(b.Length, columns, bRow, steps, 1) && Holds(c.Length, rows, cRow, columns, 1));
        Span<float> panel = stackalloc float[PanelSteps * PanelColumns];
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
                    ReadOnlySpan<float> row = b.Slice(((j + i) * bRow) + k, depth);
                    for (int s = 0; s < row.Length; s++)
                    {
                        panel[(s * PanelColumns) + i] = row[s];
                    }
                }

                MultiplyAdd(a.Slice(k), aRow, 1, panel, PanelColumns, c.Slice(j), cRow, rows, depth, width);
            }
        }
    }

    /// <summary>sums[j] += Σ over the rows of A.</summary>
    /// <param name="a">A, any number of rows without gaps.</param>
    /// <param name="sums">As long as a row.</param>
    public static void AddRows(ReadOnlySpan<float> a, Span<float> sums)
    {
        int width = Vector<float>.Count;
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (; a.Length >= sums.Length; a = a.Slice(sums.Length))
        {
            ReadOnlySpan<Vector<float>> row = MemoryMarshal.Cast<float, Vector<float>>(a.Slice(0, sums.Length));
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
}
