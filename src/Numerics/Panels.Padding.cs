using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

public static partial class Panels
{
    /// <summary>Numbers that are read in the time in which the padding of a row is cleared.</summary>
    private const int ReadPerRow = 64;

    /// <summary>
    /// Padding of a gradient is 0, but NaN or infinity times the 0 in the padding of the other factor is NaN: where there are any, or where it would take longer to look for
    /// them, it is cleared.
    /// </summary>
    [MethodImpl(Compiled.InFull)]
    private static void KeepPadding(ReadOnlySpan<float> left, int leftRow, int rows, Span<float> target, in PanelShape shape)
    {
        if (shape.Columns < shape.PaddedColumns)
        {
            // What stands between rows may be anything; clearing once too often does no harm.
            ReadOnlySpan<float> numbers = left.Slice(0, ((rows - 1) * leftRow) + shape.Rows);
            if (numbers.Length / ReadPerRow > shape.Rows || !IsFinite(numbers))
            {
                ClearPadding(target, shape);
            }
        }
    }

    /// <inheritdoc cref="KeepPadding(ReadOnlySpan{float}, int, int, Span{float}, in PanelShape)"/>
    [MethodImpl(Compiled.InFull)]
    private static void KeepPadding(ReadOnlySpan<double> left, int leftRow, int rows, Span<double> target, in PanelShape shape)
    {
        if (shape.Columns < shape.PaddedColumns)
        {
            ReadOnlySpan<double> numbers = left.Slice(0, ((rows - 1) * leftRow) + shape.Rows);
            if (numbers.Length / ReadPerRow > shape.Rows || !IsFinite(numbers))
            {
                ClearPadding(target, shape);
            }
        }
    }

    [MethodImpl(Compiled.InFull)]
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
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        Vector<float> largest = new(float.MaxValue);
        Vector<int> areFinite = -Vector<int>.One;
        foreach (Vector<float> vector in vectors)
        {
            areFinite &= Vector.LessThanOrEqual(Vector.Abs(vector), largest);
        }

        bool isFinite = areFinite == -Vector<int>.One;
        for (int i = vectors.Length * Vector<float>.Count; i < numbers.Length; i++)
        {
            isFinite &= Real.IsFinite(numbers[i]);
        }

        return isFinite;
    }

    [MethodImpl(Compiled.InFull)]
    private static bool IsFinite(ReadOnlySpan<double> numbers)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(numbers);
        Vector<double> largest = new(double.MaxValue);
        Vector<long> areFinite = -Vector<long>.One;
        foreach (Vector<double> vector in vectors)
        {
            areFinite &= Vector.LessThanOrEqual(Vector.Abs(vector), largest);
        }

        bool isFinite = areFinite == -Vector<long>.One;
        for (int i = vectors.Length * Vector<double>.Count; i < numbers.Length; i++)
        {
            isFinite &= Real.IsFinite(numbers[i]);
        }

        return isFinite;
    }
}
