#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>Dot products of one row with eight rows of a matrix in panels: as many independent sums as the latency of an addition asks for.</summary>
internal static class DotRow<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>sums[j] = Σ a[c]·P[i + j, c] over all columns, padding included.</summary>
    /// <param name="a">The row.</param>
    /// <param name="p">The matrix.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="i">The first of the rows of P; where fewer than eight remain, the last one is taken again.</param>
    /// <param name="sums">Where the sums go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref T a, ref T p, in PanelShape shape, int i, ref T sums)
    {
        TVector zero = TLanes.Fill(default);
        TVector s0 = zero, s1 = zero, s2 = zero, s3 = zero, s4 = zero, s5 = zero, s6 = zero, s7 = zero;
        int last = shape.Rows - 1 - i;
        int whole = shape.LastWidth == shape.PanelWidth ? shape.Panels : shape.Panels - 1;

        // The panels of one width, and then the last one, if it is narrower.
        for (int panel = 0; panel < shape.Panels;)
        {
            nint width = shape.Width(panel);
            ref T p0 = ref Unsafe.Add(ref p, (panel * (nint)shape.Stride) + (i * width));
            nint row1 = Math.Min(1, last) * width;
            nint row2 = Math.Min(2, last) * width;
            nint row3 = Math.Min(3, last) * width;
            nint row4 = Math.Min(4, last) * width;
            nint row5 = Math.Min(5, last) * width;
            nint row6 = Math.Min(6, last) * width;
            nint row7 = Math.Min(7, last) * width;
            for (int end = panel < whole ? whole : shape.Panels; panel < end; panel++)
            {
                for (nint c = 0; c < width; c += TLanes.Count)
                {
                    TVector row = TLanes.Load(ref a, c);
                    s0 = TLanes.MultiplyAdd(row, TLanes.Load(ref p0, c), s0);
                    s1 = TLanes.MultiplyAdd(row, TLanes.Load(ref p0, row1 + c), s1);
                    s2 = TLanes.MultiplyAdd(row, TLanes.Load(ref p0, row2 + c), s2);
                    s3 = TLanes.MultiplyAdd(row, TLanes.Load(ref p0, row3 + c), s3);
                    s4 = TLanes.MultiplyAdd(row, TLanes.Load(ref p0, row4 + c), s4);
                    s5 = TLanes.MultiplyAdd(row, TLanes.Load(ref p0, row5 + c), s5);
                    s6 = TLanes.MultiplyAdd(row, TLanes.Load(ref p0, row6 + c), s6);
                    s7 = TLanes.MultiplyAdd(row, TLanes.Load(ref p0, row7 + c), s7);
                }

                a = ref Unsafe.Add(ref a, width);
                p0 = ref Unsafe.Add(ref p0, shape.Stride);
            }
        }

        TLanes.StoreSums(s0, s1, s2, s3, ref sums);
        TLanes.StoreSums(s4, s5, s6, s7, ref Unsafe.Add(ref sums, 4));
    }
}
#endif
