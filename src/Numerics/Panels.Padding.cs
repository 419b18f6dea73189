using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

public static partial class Panels
{
    /// <summary>Padding of a gradient is 0, but NaN or infinity times the 0 in the padding of the other factor is NaN: where there are any, it is cleared.</summary>
    [MethodImpl(Compiled.InFull)]
    private static void KeepPadding(ReadOnlySpan<float> left, int leftRow, int rows, Span<float> target, in PanelShape shape)
    {
        if (shape.Columns == shape.PaddedColumns)
        {
            return;
        }

        for (int r = 0; r < rows; r++)
        {
            if (!IsFinite(left.Slice(r * leftRow, shape.Rows)))
            {
                ClearPadding(target, shape);
                return;
            }
        }
    }

    [MethodImpl(Compiled.InFull)]
    private static void KeepPadding(ReadOnlySpan<double> left, int leftRow, int rows, Span<double> target, in PanelShape shape)
    {
        if (shape.Columns == shape.PaddedColumns)
        {
            return;
        }

        for (int r = 0; r < rows; r++)
        {
            if (!IsFinite(left.Slice(r * leftRow, shape.Rows)))
            {
                ClearPadding(target, shape);
                return;
            }
        }
    }

    private static void ClearPadding<T>(Span<T> target, in PanelShape shape)
    {
        int padding = shape.PaddedColumns - shape.Columns;
        for (int r = 0; r < shape.Rows; r++)
        {
            target.Slice(shape.Offset(r, shape.Columns), padding).Clear();
        }
    }

    [MethodImpl(Compiled.InFull)]
    private static bool IsFinite(ReadOnlySpan<float> numbers)
    {
        // A number minus itself is 0, unless it is infinite or none.
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        Vector<float> differences = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
        {
            differences += vector - vector;
        }

        bool isFinite = differences == Vector<float>.Zero;
        for (int i = vectors.Length * Vector<float>.Count; i < numbers.Length; i++)
        {
            isFinite &= numbers[i] - numbers[i] == 0;
        }

        return isFinite;
    }

    [MethodImpl(Compiled.InFull)]
    private static bool IsFinite(ReadOnlySpan<double> numbers)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(numbers);
        Vector<double> differences = Vector<double>.Zero;
        foreach (Vector<double> vector in vectors)
        {
            differences += vector - vector;
        }

        bool isFinite = differences == Vector<double>.Zero;
        for (int i = vectors.Length * Vector<double>.Count; i < numbers.Length; i++)
        {
            isFinite &= numbers[i] - numbers[i] == 0;
        }

        return isFinite;
    }
}
