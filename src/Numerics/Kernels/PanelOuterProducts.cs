#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>P = finish(Lᵀ·R), a sum over the rows of L and R. Panels are the outer loop, so that their columns of R stay in the cache.</summary>
internal static class PanelOuterProducts<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    private static int PanelWidth => Block<TLanes, TVector, T>.PanelWidth;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> memory = stackalloc T[Scratch.Room<T>(Block<TLanes, TVector, T>.Length + PanelWidth)];
        ref T sums = ref Scratch.Aligned(memory);
        ref T zeros = ref Unsafe.Add(ref sums, Block<TLanes, TVector, T>.Length);
        MemoryMarshal.CreateSpan(ref zeros, PanelWidth).Clear();
        ref T l = ref MemoryMarshal.GetReference(left);
        ref T r = ref MemoryMarshal.GetReference(right);
        ref T p = ref MemoryMarshal.GetReference(target);
        for (int panel = 0; panel < shape.Panels; panel++)
        {
            int width = shape.Width(panel);
            if (rows == 1)
            {
                Scale(ref l, shape.Rows, ref r, width, ref p, finish);
            }
            else
            {
                for (int i = 0; i < shape.Rows; i += Block<TLanes, TVector, T>.Rows)
                {
                    int count = Math.Min(Block<TLanes, TVector, T>.Rows, shape.Rows - i);
                    Block<TLanes, TVector, T>.Multiply(ref Unsafe.Add(ref l, i), 1, leftRow, count, ref r, rightRow, width, rows, ref zeros, ref sums);
                    Block<TLanes, TVector, T>.Finish(ref sums, width, ref Unsafe.Add(ref p, i * width), width, count, width, finish);
                }
            }

            r = ref Unsafe.Add(ref r, width);
            p = ref Unsafe.Add(ref p, shape.Stride);
        }
    }

    /// <summary>One row: every row of the panel is a multiple of the same numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<TFinish>(ref T factors, int rows, ref T right, nint width, ref T panel, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        nint w = TLanes.Count;
        for (nint column = 0; column < width; column += 2 * w)
        {
            TVector zero = TLanes.Fill(default);
            TVector right0 = TLanes.Load(ref right, column);
            bool two = column + w < width;
            TVector right1 = two ? TLanes.Load(ref right, column + w) : zero;
            ref T at = ref Unsafe.Add(ref panel, column);
            for (nint i = 0; i < rows; i++)
            {
                TVector factor = TLanes.Fill(Unsafe.Add(ref factors, i));
                TLanes.Finish(finish, TLanes.MultiplyAdd(factor, right0, zero), ref at);
                if (two)
                {
                    TLanes.Finish(finish, TLanes.MultiplyAdd(factor, right1, zero), ref Unsafe.Add(ref at, w));
                }

                at = ref Unsafe.Add(ref at, width);
            }
        }
    }
}
#endif
