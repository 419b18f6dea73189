#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>Rows of a matrix in panels, transposed into a panel.</summary>
internal static class Transposition
{
    /// <summary>target[c, j] = P[i + j, c] for all columns c; what a row of the target has beyond <paramref name="rows"/> stays as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T>(in Product<T> x, int i, int rows, ref T target, nint targetRow)
        where T : unmanaged
    {
        ref T p = ref MemoryMarshal.GetReference(x.P);
        for (int c = 0; c < x.Shape.Columns; c++)
        {
            for (int j = 0; j < rows; j++)
            {
                Unsafe.Add(ref target, (c * targetRow) + j) = Unsafe.Add(ref p, x.Shape.Offset(i + j, c));
            }
        }
    }
}
#endif
