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
        Span<T> room = stackalloc T[Scratch.Room<T>(PanelWidth + Block<TLanes, TVector, T>.Length)];
        ref T zeros = ref Scratch.Aligned(room);
        ref T memory = ref Unsafe.Add(ref zeros, PanelWidth);
        MemoryMarshal.CreateSpan(ref zeros, PanelWidth).Clear();
        Factors<T> factors = new()
        {
            A = ref MemoryMarshal.GetReference(left),
            ARow = 1,
            AStep = leftRow,
            B = ref MemoryMarshal.GetReference(right),
            BStep = rightRow,
            Steps = rows,
            Start = ref zeros,
            Memory = ref memory,
        };
        ref T p = ref MemoryMarshal.GetReference(target);
        for (int panel = 0; panel < shape.Panels; panel++)
        {
            int width = shape.Width(panel);
            if (rows == 1)
            {
                Scale(ref factors.A, shape.Rows, ref factors.B, width, ref p, finish);
            }
            else
            {
                Block<TLanes, TVector, T>.Run(factors, 1, shape.Rows, width, ref p, width, finish);
            }

            factors.B = ref Unsafe.Add(ref factors.B, width);
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
