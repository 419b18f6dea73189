#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>A register tile of dot products: up to four rows of A by four rows of a matrix in panels. A sum is one vector until the end, whatever the tile.</summary>
internal static class DotTile<TLanes, TVector, T, TRows>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TRows : struct, ICount
{
    /// <summary>sums[r, j] = Σ a[r, c]·P[i + j, c] over all columns, padding included.</summary>
    /// <param name="a">The first row of A.</param>
    /// <param name="aRow">From row to row of A.</param>
    /// <param name="p">The matrix.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="i">The first of the rows of P; where fewer than four remain, the last one is taken again.</param>
    /// <param name="sums">Where the sums go, four in a row.</param>
    /// <param name="sumsRow">From row to row of the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref T a, nint aRow, ref T p, in PanelShape shape, int i, ref T sums, nint sumsRow)
    {
        TVector zero = TLanes.Fill(default);
        TVector s00 = zero, s01 = zero, s02 = zero, s03 = zero;
        TVector s10 = zero, s11 = zero, s12 = zero, s13 = zero;
        TVector s20 = zero, s21 = zero, s22 = zero, s23 = zero;
        TVector s30 = zero, s31 = zero, s32 = zero, s33 = zero;
        int last = shape.Rows - 1 - i;
        int whole = shape.LastWidth == shape.PanelWidth ? shape.Panels : shape.Panels - 1;

        // The panels of one width, and then the last one, if it is narrower.
        for (int panel = 0; panel < shape.Panels;)
        {
            nint width = shape.Width(panel);
            ref T p0 = ref Unsafe.Add(ref p, (panel * (nint)shape.Stride) + (i * width));
            ref T p1 = ref Unsafe.Add(ref p0, Math.Min(1, last) * width);
            ref T p2 = ref Unsafe.Add(ref p0, Math.Min(2, last) * width);
            ref T p3 = ref Unsafe.Add(ref p0, Math.Min(3, last) * width);
            for (int end = panel < whole ? whole : shape.Panels; panel < end; panel++)
            {
                for (nint c = 0; c < width; c += TLanes.Count)
                {
                    TVector a0 = TLanes.Load(ref a, c);
                    TVector a1 = TRows.Value > 1 ? TLanes.Load(ref a, c + aRow) : a0;
                    TVector a2 = TRows.Value > 2 ? TLanes.Load(ref a, c + (2 * aRow)) : a0;
                    TVector a3 = TRows.Value > 3 ? TLanes.Load(ref a, c + (3 * aRow)) : a0;
                    TVector b0 = TLanes.Load(ref p0, c);
                    s00 = TLanes.MultiplyAdd(a0, b0, s00);
                    s10 = TRows.Value > 1 ? TLanes.MultiplyAdd(a1, b0, s10) : zero;
                    s20 = TRows.Value > 2 ? TLanes.MultiplyAdd(a2, b0, s20) : zero;
                    s30 = TRows.Value > 3 ? TLanes.MultiplyAdd(a3, b0, s30) : zero;
                    TVector b1 = TLanes.Load(ref p1, c);
                    s01 = TLanes.MultiplyAdd(a0, b1, s01);
                    s11 = TRows.Value > 1 ? TLanes.MultiplyAdd(a1, b1, s11) : zero;
                    s21 = TRows.Value > 2 ? TLanes.MultiplyAdd(a2, b1, s21) : zero;
                    s31 = TRows.Value > 3 ? TLanes.MultiplyAdd(a3, b1, s31) : zero;
                    TVector b2 = TLanes.Load(ref p2, c);
                    s02 = TLanes.MultiplyAdd(a0, b2, s02);
                    s12 = TRows.Value > 1 ? TLanes.MultiplyAdd(a1, b2, s12) : zero;
                    s22 = TRows.Value > 2 ? TLanes.MultiplyAdd(a2, b2, s22) : zero;
                    s32 = TRows.Value > 3 ? TLanes.MultiplyAdd(a3, b2, s32) : zero;
                    TVector b3 = TLanes.Load(ref p3, c);
                    s03 = TLanes.MultiplyAdd(a0, b3, s03);
                    s13 = TRows.Value > 1 ? TLanes.MultiplyAdd(a1, b3, s13) : zero;
                    s23 = TRows.Value > 2 ? TLanes.MultiplyAdd(a2, b3, s23) : zero;
                    s33 = TRows.Value > 3 ? TLanes.MultiplyAdd(a3, b3, s33) : zero;
                }

                a = ref Unsafe.Add(ref a, width);
                p0 = ref Unsafe.Add(ref p0, shape.Stride);
                p1 = ref Unsafe.Add(ref p1, shape.Stride);
                p2 = ref Unsafe.Add(ref p2, shape.Stride);
                p3 = ref Unsafe.Add(ref p3, shape.Stride);
            }
        }

        TLanes.StoreSums(s00, s01, s02, s03, ref sums);
        if (TRows.Value > 1)
        {
            TLanes.StoreSums(s10, s11, s12, s13, ref Unsafe.Add(ref sums, sumsRow));
        }

        if (TRows.Value > 2)
        {
            TLanes.StoreSums(s20, s21, s22, s23, ref Unsafe.Add(ref sums, 2 * sumsRow));
        }

        if (TRows.Value > 3)
        {
            TLanes.StoreSums(s30, s31, s32, s33, ref Unsafe.Add(ref sums, 3 * sumsRow));
        }
    }
}
#endif
