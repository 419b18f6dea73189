#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>target = finish(A·Pᵀ + bias) as dot products of rows, whose lanes run along the columns of P.</summary>
/// <remarks>The order of additions is that of one row alone: vector by vector along the columns, then the lanes as in <see cref="Lanes"/>, then the bias.</remarks>
internal static class PanelDot<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>Rows of P that stay in the cache for all rows of A.</summary>
    private const int Outputs = 16;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(in Product<T> x, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> memory = stackalloc T[StackMemory.Room<T>((TLanes.DotRows + 1) * Outputs)];
        ref T sums = ref StackMemory.Aligned(memory);
        ref T target = ref MemoryMarshal.GetReference(x.Target);
        for (int i = 0; i < x.Shape.Rows; i += Outputs)
        {
            int outputs = Math.Min(Outputs, x.Shape.Rows - i);
            for (int r = 0; r < x.Rows; r += TLanes.DotRows)
            {
                int rows = Math.Min(TLanes.DotRows, x.Rows - r);
                Sums(x, r, rows, i, outputs, ref sums);
                Block<TLanes, TVector, T>.Finish(
                    ref sums, Outputs, ref Unsafe.Add(ref target, ((nint)r * x.TargetRow) + i), x.TargetRow, rows, outputs, finish);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums(in Product<T> x, int row, int rows, int i, int outputs, ref T sums)
    {
        ref T a = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.A), (nint)row * x.ARow);
        ref T p = ref MemoryMarshal.GetReference(x.P);
        if (rows == 1)
        {
            for (int j = 0; j < outputs; j += 8)
            {
                DotRow<TLanes, TVector, T>.Run(ref a, ref p, x.Shape, i + j, ref Unsafe.Add(ref sums, j));
            }
        }
        else
        {
            for (int j = 0; j < outputs; j += 4)
            {
                ref T at = ref Unsafe.Add(ref sums, j);
                switch (rows)
                {
                    case 2:
                        DotTile<TLanes, TVector, T, Two>.Run(ref a, x.ARow, ref p, x.Shape, i + j, ref at, Outputs);
                        break;
                    case 3:
                        DotTile<TLanes, TVector, T, Three>.Run(ref a, x.ARow, ref p, x.Shape, i + j, ref at, Outputs);
                        break;
                    default:
                        DotTile<TLanes, TVector, T, Four>.Run(ref a, x.ARow, ref p, x.Shape, i + j, ref at, Outputs);
                        break;
                }
            }
        }

        if (x.Bias.Length > 0)
        {
            AddBias(x, rows, i, outputs, ref sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBias(in Product<T> x, int rows, int i, int outputs, ref T sums)
    {
        // The last numbers of the bias are read one by one, because there may be no more.
        Span<T> bias = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref sums, TLanes.DotRows * Outputs), Outputs);
        if (x.Bias.Length == 1)
        {
            bias.Fill(x.Bias[0]);
        }
        else
        {
            x.Bias.Slice(i, outputs).CopyTo(bias);
        }

        for (int r = 0; r < rows; r++)
        {
            for (nint j = 0; j < Outputs; j += TLanes.Count)
            {
                nint at = (r * Outputs) + j;
                TLanes.Store(TLanes.Add(TLanes.Load(ref sums, at), TLanes.Load(ref bias[0], j)), ref sums, at);
            }
        }
    }
}
#endif
