#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics.Kernels;

namespace NetGen.Numerics;

/// <summary>Samples in the lanes of vectors: a block of samples stands in memory number by number, each with a row of so many samples.</summary>
/// <remarks>Called by generated code for tiny networks.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SampleLanes
{
    /// <summary>The sum of the first numbers, in double.</summary>
    /// <param name="numbers">At least so many.</param>
    /// <param name="count">How many.</param>
    /// <returns>The sum.</returns>
    [MethodImpl(Compiled.InFull)]
    public static double Sum(ReadOnlySpan<float> numbers, int count)
    {
        Vector<double> sums = Vector<double>.Zero;
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(numbers.Slice(0, count));
        foreach (Vector<float> vector in vectors)
        {
            Vector.Widen(vector, out Vector<double> lower, out Vector<double> upper);
            sums += lower + upper;
        }

        double sum = Vector.Sum(sums);
        for (int i = vectors.Length * Vector<float>.Count; i < count; i++)
        {
            sum += numbers[i];
        }

        return sum;
    }

    /// <inheritdoc cref="Sum(ReadOnlySpan{float}, int)"/>
    [MethodImpl(Compiled.InFull)]
    public static double Sum(ReadOnlySpan<double> numbers, int count)
    {
        double sum = 0;
        foreach (double number in numbers.Slice(0, count))
        {
            sum += number;
        }

        return sum;
    }

    /// <summary>target[i, j] += Σ over the samples of left[i]·right[j].</summary>
    /// <param name="left">A row for each i.</param>
    /// <param name="right">A row for each j; 0 where there is no sample. Of up to eight samples nothing is read behind the eighth, of either.</param>
    /// <param name="row">Numbers of a row: a multiple of 64 bytes.</param>
    /// <param name="count">Samples.</param>
    /// <param name="target">Where the sums are added.</param>
    /// <param name="targetRow">From row i to the next.</param>
    public static void AddProducts(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int row, int count, Span<float> target, int targetRow)
    {
        RequireProducts<float>(left.Length, right.Length, row, count, target.Length, targetRow);
        if (targetRow == 1 && right.Length < 2 * row)
        {
            // One column is a row of the transpose.
            ReadOnlySpan<float> column = left;
            left = right;
            right = column;
        }

        if (Vector512.IsHardwareAccelerated)
        {
            SampleTiles512.AddProducts(left, right, row, count, target, targetRow);
        }
        else
        {
            SampleTiles256.AddProducts(left, right, row, count, target, targetRow);
        }
    }

    /// <inheritdoc cref="AddProducts(ReadOnlySpan{float}, ReadOnlySpan{float}, int, int, Span{float}, int)"/>
    public static void AddProducts(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int row, int count, Span<double> target, int targetRow)
    {
        RequireProducts<double>(left.Length, right.Length, row, count, target.Length, targetRow);
        if (Vector512.IsHardwareAccelerated)
        {
            SampleProducts<Double512, Vector512<double>, double>.Add(left, right, row, count, target, targetRow);
        }
        else
        {
            SampleProducts<Double256, Vector256<double>, double>.Add(left, right, row, count, target, targetRow);
        }
    }

    /// <summary>target[j] += Σ over the samples of values[j].</summary>
    /// <param name="values">A row for each j; 0 where there is no sample. Of up to eight samples nothing is read behind the eighth.</param>
    /// <param name="row">Numbers of a row: a multiple of 64 bytes.</param>
    /// <param name="count">Samples.</param>
    /// <param name="target">Where the sums are added.</param>
    [MethodImpl(Compiled.InFull)]
    public static void AddSums(ReadOnlySpan<float> values, int row, int count, Span<float> target)
    {
        if (Vector512.IsHardwareAccelerated && count > Half && row % 16 == 0 && count <= row)
        {
            SampleTiles512.AddSums(values, row, count, target);
            return;
        }

        if (Vector256.IsHardwareAccelerated && row % 8 == 0 && count <= row)
        {
            SampleTiles256.AddSums(values, row, count, target);
            return;
        }

        for (int j = 0; (j + 1) * row <= values.Length; j++)
        {
            Vector<float> sums = Vector<float>.Zero;
            foreach (Vector<float> vector in MemoryMarshal.Cast<float, Vector<float>>(values.Slice(j * row, Whole(count, Vector<float>.Count))))
            {
                sums += vector;
            }

            target[j] += Vector.Sum(sums);
        }
    }

    /// <inheritdoc cref="AddSums(ReadOnlySpan{float}, int, int, Span{float})"/>
    [MethodImpl(Compiled.InFull)]
    public static void AddSums(ReadOnlySpan<double> values, int row, int count, Span<double> target)
    {
        for (int j = 0; (j + 1) * row <= values.Length; j++)
        {
            Vector<double> sums = Vector<double>.Zero;
            foreach (Vector<double> vector in MemoryMarshal.Cast<double, Vector<double>>(values.Slice(j * row, Whole(count, Vector<double>.Count))))
            {
                sums += vector;
            }

            target[j] += Vector.Sum(sums);
        }
    }

    private static void RequireProducts<T>(int left, int right, int row, int count, int target, int targetRow)
    {
        int lefts = left / row;
        int rights = right / row;
        if (lefts < 1 || rights < 1 || count > row || row * Unsafe.SizeOf<T>() % 64 != 0 || ((long)(lefts - 1) * targetRow) + rights > target)
        {
            throw new ArgumentException("The sizes of a sum over samples reach beyond its operands.");
        }
    }

    /// <summary>So many numbers in whole vectors.</summary>
    private static int Whole(int count, int lanes) => (count + lanes - 1) / lanes * lanes;
}
#endif
