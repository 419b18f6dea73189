#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>
/// A register tile: the sums of a few rows of A times one or two vectors of columns of B stay in registers over all steps. Its size is a constant for the JIT,
/// which leaves out what a smaller tile does not have.
/// </summary>
internal static class Tile<TLanes, TVector, T, TRows, TVectors>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TRows : struct, ICount
    where TVectors : struct, ICount
{
    /// <summary>sums = start + A·B, for as many tiles below one another as are asked for.</summary>
    /// <param name="tiles">How many tiles.</param>
    /// <param name="steps">Columns of A and rows of B.</param>
    /// <param name="a">The first row of A.</param>
    /// <param name="aRow">From row to row of A.</param>
    /// <param name="aStep">From column to column of A.</param>
    /// <param name="b">The columns of B.</param>
    /// <param name="bStep">From row to row of B.</param>
    /// <param name="start">What the sums of every row start from.</param>
    /// <param name="sums">The first row of the sums.</param>
    /// <param name="sumsRow">From row to row of the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        nint tiles, nint steps, ref T a, nint aRow, nint aStep, ref T b, nint bStep, ref T start, ref T sums, nint sumsRow)
    {
        nint w = TLanes.Count;
        TVector start0 = TLanes.Load(ref start, 0);
        TVector start1 = TVectors.Value > 1 ? TLanes.Load(ref start, w) : start0;
        for (; tiles > 0; tiles--)
        {
            TVector c00 = start0, c01 = start1;
            TVector c10 = start0, c11 = start1;
            TVector c20 = start0, c21 = start1;
            TVector c30 = start0, c31 = start1;
            TVector c40 = start0, c41 = start1;
            TVector c50 = start0, c51 = start1;
            TVector c60 = start0, c61 = start1;
            TVector c70 = start0, c71 = start1;

            // Two pointers, four rows apart: fewer distances to keep in registers than one for each row.
            ref T upper = ref a;
            ref T lower = ref Unsafe.Add(ref a, 4 * aRow);
            ref T right = ref b;
            for (nint k = steps; k > 0; k--)
            {
                TVector b0 = TLanes.Load(ref right, 0);
                TVector b1 = TVectors.Value > 1 ? TLanes.Load(ref right, w) : b0;
                TVector a0 = TLanes.Fill(upper);
                c00 = TLanes.MultiplyAdd(a0, b0, c00);
                if (TVectors.Value > 1)
                {
                    c01 = TLanes.MultiplyAdd(a0, b1, c01);
                }

                if (TRows.Value > 1)
                {
                    TVector a1 = TLanes.Fill(Unsafe.Add(ref upper, aRow));
                    c10 = TLanes.MultiplyAdd(a1, b0, c10);
                    if (TVectors.Value > 1)
                    {
                        c11 = TLanes.MultiplyAdd(a1, b1, c11);
                    }
                }

                if (TRows.Value > 2)
                {
                    TVector a2 = TLanes.Fill(Unsafe.Add(ref upper, 2 * aRow));
                    c20 = TLanes.MultiplyAdd(a2, b0, c20);
                    if (TVectors.Value > 1)
                    {
                        c21 = TLanes.MultiplyAdd(a2, b1, c21);
                    }
                }

                if (TRows.Value > 3)
                {
                    TVector a3 = TLanes.Fill(Unsafe.Add(ref upper, 3 * aRow));
                    c30 = TLanes.MultiplyAdd(a3, b0, c30);
                    if (TVectors.Value > 1)
                    {
                        c31 = TLanes.MultiplyAdd(a3, b1, c31);
                    }
                }

                if (TRows.Value > 4)
                {
                    TVector a4 = TLanes.Fill(lower);
                    c40 = TLanes.MultiplyAdd(a4, b0, c40);
                    if (TVectors.Value > 1)
                    {
                        c41 = TLanes.MultiplyAdd(a4, b1, c41);
                    }
                }

                if (TRows.Value > 5)
                {
                    TVector a5 = TLanes.Fill(Unsafe.Add(ref lower, aRow));
                    c50 = TLanes.MultiplyAdd(a5, b0, c50);
                    if (TVectors.Value > 1)
                    {
                        c51 = TLanes.MultiplyAdd(a5, b1, c51);
                    }
                }

                if (TRows.Value > 6)
                {
                    TVector a6 = TLanes.Fill(Unsafe.Add(ref lower, 2 * aRow));
                    c60 = TLanes.MultiplyAdd(a6, b0, c60);
                    if (TVectors.Value > 1)
                    {
                        c61 = TLanes.MultiplyAdd(a6, b1, c61);
                    }
                }

                if (TRows.Value > 7)
                {
                    TVector a7 = TLanes.Fill(Unsafe.Add(ref lower, 3 * aRow));
                    c70 = TLanes.MultiplyAdd(a7, b0, c70);
                    if (TVectors.Value > 1)
                    {
                        c71 = TLanes.MultiplyAdd(a7, b1, c71);
                    }
                }

                upper = ref Unsafe.Add(ref upper, aStep);
                lower = ref Unsafe.Add(ref lower, aStep);
                right = ref Unsafe.Add(ref right, bStep);
            }

            Store(c00, c01, ref sums, 0);

            if (TRows.Value > 1)
            {
                Store(c10, c11, ref sums, sumsRow);
            }

            if (TRows.Value > 2)
            {
                Store(c20, c21, ref sums, 2 * sumsRow);
            }

            if (TRows.Value > 3)
            {
                Store(c30, c31, ref sums, 3 * sumsRow);
            }

            if (TRows.Value > 4)
            {
                Store(c40, c41, ref sums, 4 * sumsRow);
            }

            if (TRows.Value > 5)
            {
                Store(c50, c51, ref sums, 5 * sumsRow);
            }

            if (TRows.Value > 6)
            {
                Store(c60, c61, ref sums, 6 * sumsRow);
            }

            if (TRows.Value > 7)
            {
                Store(c70, c71, ref sums, 7 * sumsRow);
            }

            a = ref Unsafe.Add(ref a, TRows.Value * aRow);
            sums = ref Unsafe.Add(ref sums, TRows.Value * sumsRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector sum0, TVector sum1, ref T sums, nint offset)
    {
        TLanes.Store(sum0, ref sums, offset);
        if (TVectors.Value > 1)
        {
            TLanes.Store(sum1, ref sums, offset + TLanes.Count);
        }
    }
}
#endif
