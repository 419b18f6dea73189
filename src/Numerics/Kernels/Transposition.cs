#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

/// <summary>Rows of a matrix in panels, transposed into a panel.</summary>
internal static class Transposition
{
    /// <summary>target[c, j] = P[i + j, c] for the columns c of some panels; what a row of the target has beyond <paramref name="rows"/> stays as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T>(in Product<T> x, int i, int rows, int from, int to, ref T target, nint targetRow)
        where T : unmanaged
    {
        ref T p = ref MemoryMarshal.GetReference(x.P);
        for (int panel = from; panel < to; panel++)
        {
            nint width = x.Shape.Width(panel);
            int columns = Math.Min((int)width, x.Shape.Columns - (panel * x.Shape.PanelWidth));
            ref T source = ref Unsafe.Add(ref p, ((nint)panel * x.Shape.Stride) + (i * width));
            int blocks = 0;
            if (Avx.IsSupported)
            {
                // Columns in fours: what is beyond the last one is padding, on both sides.
                blocks = rows / 8;
                for (int j = 0; j < 8 * blocks; j += 8)
                {
                    for (int c = 0; c < columns; c += 4)
                    {
                        Block(ref Unsafe.Add(ref source, (j * width) + c), width, ref Unsafe.Add(ref target, (c * targetRow) + j), targetRow);
                    }
                }
            }

            for (int j = 8 * blocks; j < rows; j++)
            {
                for (int c = 0; c < columns; c++)
                {
                    Unsafe.Add(ref target, (c * targetRow) + j) = Unsafe.Add(ref source, (j * width) + c);
                }
            }

            target = ref Unsafe.Add(ref target, width * targetRow);
        }
    }

    /// <summary>Eight rows of four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block<T>(ref T source, nint row, ref T target, nint targetRow)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Block(ref Unsafe.As<T, float>(ref source), row, ref Unsafe.As<T, float>(ref target), targetRow);
        }
        else
        {
            Block(ref Unsafe.As<T, double>(ref source), row, ref Unsafe.As<T, double>(ref target), targetRow);
            Block(ref Unsafe.As<T, double>(ref Unsafe.Add(ref source, 4 * row)), row, ref Unsafe.As<T, double>(ref Unsafe.Add(ref target, 4)), targetRow);
        }
    }

    /// <summary>Eight rows of four columns: each half of a vector is four by four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(ref float source, nint row, ref float target, nint targetRow)
    {
        Vector256<float> r0 = Pair(ref source, 4 * row);
        Vector256<float> r1 = Pair(ref Unsafe.Add(ref source, row), 4 * row);
        Vector256<float> r2 = Pair(ref Unsafe.Add(ref source, 2 * row), 4 * row);
        Vector256<float> r3 = Pair(ref Unsafe.Add(ref source, 3 * row), 4 * row);
        Vector256<float> low01 = Avx.UnpackLow(r0, r1);
        Vector256<float> high01 = Avx.UnpackHigh(r0, r1);
        Vector256<float> low23 = Avx.UnpackLow(r2, r3);
        Vector256<float> high23 = Avx.UnpackHigh(r2, r3);
        Avx.Shuffle(low01, low23, 0b01_00_01_00).StoreUnsafe(ref target);
        Avx.Shuffle(low01, low23, 0b11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref target, targetRow));
        Avx.Shuffle(high01, high23, 0b01_00_01_00).StoreUnsafe(ref Unsafe.Add(ref target, 2 * targetRow));
        Avx.Shuffle(high01, high23, 0b11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref target, 3 * targetRow));
    }

    /// <summary>Four rows of four columns: each half of a vector is two by two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(ref double source, nint row, ref double target, nint targetRow)
    {
        for (nint c = 0; c < 4; c += 2)
        {
            Vector256<double> r0 = Pair(ref Unsafe.Add(ref source, c), 2 * row);
            Vector256<double> r1 = Pair(ref Unsafe.Add(ref source, c + row), 2 * row);
            Avx.UnpackLow(r0, r1).StoreUnsafe(ref Unsafe.Add(ref target, c * targetRow));
            Avx.UnpackHigh(r0, r1).StoreUnsafe(ref Unsafe.Add(ref target, (c + 1) * targetRow));
        }
    }

    /// <summary>Half a vector from here, the other half from a distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Pair<T>(ref T source, nint distance)
        where T : unmanaged => Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, distance)));
}
#endif
