#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>
/// A register tile: the sums of a few rows of A times one or two vectors of columns of B stay in registers over all steps, and go from there to their finish.
/// The size of the tile is a constant for the JIT, which leaves out what a smaller tile does not have.
/// </summary>
internal static class Tile<TLanes, TVector, T, TRows, TVectors>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TRows : struct, ICount
    where TVectors : struct, ICount
{
    /// <summary>Steps of the sums from one line that is fetched ahead to the next: a power of two.</summary>
    private const int StepsAhead = 8;

    /// <summary>target = finish(start + A·B), for as many tiles below one another as are asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(nint tiles, in Factors<T> factors, ref T target, nint targetRow, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        nint w = TLanes.Count;
        nint aRow = factors.ARow, aStep = factors.AStep, bStep = factors.BStep, startRow = factors.StartRow;
        ref T a = ref factors.A;
        ref T start = ref factors.Start;
        nint mask = finish is Partial<T> && !Unsafe.IsNullRef(ref factors.Upcoming) ? factors.Upcoming.Mask : -1;
        for (; tiles > 0; tiles--)
        {
            TVector c00 = TLanes.Load(ref start, 0), c01 = TVectors.Value > 1 ? TLanes.Load(ref start, w) : c00;
            TVector c10 = TRows.Value > 1 ? TLanes.Load(ref start, startRow) : c00, c11 = TRows.Value > 1 && TVectors.Value > 1 ? TLanes.Load(ref start, startRow + w) : c00;
            TVector c20 = TRows.Value > 2 ? TLanes.Load(ref start, 2 * startRow) : c00, c21 = TRows.Value > 2 && TVectors.Value > 1 ? TLanes.Load(ref start, (2 * startRow) + w) : c00;
            TVector c30 = TRows.Value > 3 ? TLanes.Load(ref start, 3 * startRow) : c00, c31 = TRows.Value > 3 && TVectors.Value > 1 ? TLanes.Load(ref start, (3 * startRow) + w) : c00;
            TVector c40 = TRows.Value > 4 ? TLanes.Load(ref start, 4 * startRow) : c00, c41 = TRows.Value > 4 && TVectors.Value > 1 ? TLanes.Load(ref start, (4 * startRow) + w) : c00;
            TVector c50 = TRows.Value > 5 ? TLanes.Load(ref start, 5 * startRow) : c00, c51 = TRows.Value > 5 && TVectors.Value > 1 ? TLanes.Load(ref start, (5 * startRow) + w) : c00;
            TVector c60 = TRows.Value > 6 ? TLanes.Load(ref start, 6 * startRow) : c00, c61 = TRows.Value > 6 && TVectors.Value > 1 ? TLanes.Load(ref start, (6 * startRow) + w) : c00;
            TVector c70 = TRows.Value > 7 ? TLanes.Load(ref start, 7 * startRow) : c00, c71 = TRows.Value > 7 && TVectors.Value > 1 ? TLanes.Load(ref start, (7 * startRow) + w) : c00;

            // Two pointers, four rows apart: fewer distances to keep in registers than one for each row.
            ref T upper = ref a;
            ref T lower = ref Unsafe.Add(ref a, 4 * aRow);
            ref T right = ref factors.B;
            for (nint k = factors.Steps; k > 0; k--)
            {
                if (finish is IAhead && k % StepsAhead == 0)
                {
                    Unsafe.As<TFinish, Distances>(ref finish).Fetch(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref target, k / StepsAhead * (64 / Unsafe.SizeOf<T>()))));
                }

                if (finish is Partial<T> && (k & mask) == 0)
                {
                    factors.Upcoming.Fetch();
                }

                TVector b0 = TLanes.Load(ref right, 0);
                TVector b1 = TVectors.Value > 1 ? TLanes.Load(ref right, w) : b0;
                TVector a0 = TLanes.Fill(upper);
                c00 = TLanes.MultiplyAdd(a0, b0, c00);
                c01 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a0, b1, c01) : c00;

                if (TRows.Value > 1)
                {
                    TVector a1 = TLanes.Fill(Unsafe.Add(ref upper, aRow));
                    c10 = TLanes.MultiplyAdd(a1, b0, c10);
                    c11 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a1, b1, c11) : c10;
                }

                if (TRows.Value > 2)
                {
                    TVector a2 = TLanes.Fill(Unsafe.Add(ref upper, 2 * aRow));
                    c20 = TLanes.MultiplyAdd(a2, b0, c20);
                    c21 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a2, b1, c21) : c20;
                }

                if (TRows.Value > 3)
                {
                    TVector a3 = TLanes.Fill(Unsafe.Add(ref upper, 3 * aRow));
                    c30 = TLanes.MultiplyAdd(a3, b0, c30);
                    c31 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a3, b1, c31) : c30;
                }

                if (TRows.Value > 4)
                {
                    TVector a4 = TLanes.Fill(lower);
                    c40 = TLanes.MultiplyAdd(a4, b0, c40);
                    c41 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a4, b1, c41) : c40;
                }

                if (TRows.Value > 5)
                {
                    TVector a5 = TLanes.Fill(Unsafe.Add(ref lower, aRow));
                    c50 = TLanes.MultiplyAdd(a5, b0, c50);
                    c51 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a5, b1, c51) : c50;
                }

                if (TRows.Value > 6)
                {
                    TVector a6 = TLanes.Fill(Unsafe.Add(ref lower, 2 * aRow));
                    c60 = TLanes.MultiplyAdd(a6, b0, c60);
                    c61 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a6, b1, c61) : c60;
                }

                if (TRows.Value > 7)
                {
                    TVector a7 = TLanes.Fill(Unsafe.Add(ref lower, 3 * aRow));
                    c70 = TLanes.MultiplyAdd(a7, b0, c70);
                    c71 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a7, b1, c71) : c70;
                }

                upper = ref Unsafe.Add(ref upper, aStep);
                lower = ref Unsafe.Add(ref lower, aStep);
                right = ref Unsafe.Add(ref right, bStep);
            }

            Finish(finish, c00, c01, ref target);

            if (TRows.Value > 1)
            {
                Finish(finish, c10, c11, ref Unsafe.Add(ref target, targetRow));
            }

            if (TRows.Value > 2)
            {
                Finish(finish, c20, c21, ref Unsafe.Add(ref target, 2 * targetRow));
            }

            if (TRows.Value > 3)
            {
                Finish(finish, c30, c31, ref Unsafe.Add(ref target, 3 * targetRow));
            }

            if (TRows.Value > 4)
            {
                Finish(finish, c40, c41, ref Unsafe.Add(ref target, 4 * targetRow));
            }

            if (TRows.Value > 5)
            {
                Finish(finish, c50, c51, ref Unsafe.Add(ref target, 5 * targetRow));
            }

            if (TRows.Value > 6)
            {
                Finish(finish, c60, c61, ref Unsafe.Add(ref target, 6 * targetRow));
            }

            if (TRows.Value > 7)
            {
                Finish(finish, c70, c71, ref Unsafe.Add(ref target, 7 * targetRow));
            }

            a = ref Unsafe.Add(ref a, TRows.Value * aRow);
            start = ref Unsafe.Add(ref start, TRows.Value * startRow);
            target = ref Unsafe.Add(ref target, TRows.Value * targetRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TFinish>(TFinish finish, TVector sum0, TVector sum1, ref T at)
        where TFinish : struct, IFinish<T>
    {
        TLanes.Finish(finish, sum0, ref at);
        if (TVectors.Value > 1)
        {
            TLanes.Finish(finish, sum1, ref Unsafe.Add(ref at, TLanes.Count));
        }
    }
}
#endif
