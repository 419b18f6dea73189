#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>
/// A register tile whose steps are cut into two segments, which run at the same time: half as many rows as in a <see cref="Tile{TLanes, TVector, T, TRows, TVectors}"/>,
/// each with two sums. The first goes on from the start, the second begins at 0 and is added in the end.
/// </summary>
internal static class SegmentTile<TLanes, TVector, T, TRows, TVectors>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TRows : struct, ICount
    where TVectors : struct, ICount
{
    /// <summary>target = finish(start + A·B), for as many tiles below one another as are asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(nint tiles, in Factors<T> factors, ref T target, nint targetRow, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        nint w = TLanes.Count;
        nint aRow = factors.ARow, aStep = factors.AStep, bStep = factors.BStep;
        nint steps = factors.Steps / 2;
        ref T a = ref factors.A;
        ref T start = ref factors.Start;
        for (; tiles > 0; tiles--)
        {
            TVector zero = TLanes.Fill(default);
            TVector start0 = TLanes.Load(ref start, 0), start1 = TVectors.Value > 1 ? TLanes.Load(ref start, w) : zero;
            TVector c00 = start0, c01 = start1, d00 = zero, d01 = zero;
            TVector c10 = start0, c11 = start1, d10 = zero, d11 = zero;
            TVector c20 = start0, c21 = start1, d20 = zero, d21 = zero;
            TVector c30 = start0, c31 = start1, d30 = zero, d31 = zero;
            ref T first = ref a;
            ref T second = ref Unsafe.Add(ref a, steps * aStep);
            ref T b = ref factors.B;
            ref T d = ref Unsafe.Add(ref b, steps * bStep);
            for (nint k = steps; k > 0; k--)
            {
                // One segment after the other: so the registers hold the factors of one at a time.
                TVector b0 = TLanes.Load(ref b, 0), b1 = TVectors.Value > 1 ? TLanes.Load(ref b, w) : b0;
                TVector a0 = TLanes.Fill(first);
                c00 = TLanes.MultiplyAdd(a0, b0, c00);
                c01 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a0, b1, c01) : c00;

                if (TRows.Value > 1)
                {
                    TVector a1 = TLanes.Fill(Unsafe.Add(ref first, aRow));
                    c10 = TLanes.MultiplyAdd(a1, b0, c10);
                    c11 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a1, b1, c11) : c10;
                }

                if (TRows.Value > 2)
                {
                    TVector a2 = TLanes.Fill(Unsafe.Add(ref first, 2 * aRow));
                    c20 = TLanes.MultiplyAdd(a2, b0, c20);
                    c21 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a2, b1, c21) : c20;
                }

                if (TRows.Value > 3)
                {
                    TVector a3 = TLanes.Fill(Unsafe.Add(ref first, 3 * aRow));
                    c30 = TLanes.MultiplyAdd(a3, b0, c30);
                    c31 = TVectors.Value > 1 ? TLanes.MultiplyAdd(a3, b1, c31) : c30;
                }

                TVector d0 = TLanes.Load(ref d, 0), d1 = TVectors.Value > 1 ? TLanes.Load(ref d, w) : d0;
                TVector e0 = TLanes.Fill(second);
                d00 = TLanes.MultiplyAdd(e0, d0, d00);
                d01 = TVectors.Value > 1 ? TLanes.MultiplyAdd(e0, d1, d01) : d00;

                if (TRows.Value > 1)
                {
                    TVector e1 = TLanes.Fill(Unsafe.Add(ref second, aRow));
                    d10 = TLanes.MultiplyAdd(e1, d0, d10);
                    d11 = TVectors.Value > 1 ? TLanes.MultiplyAdd(e1, d1, d11) : d10;
                }

                if (TRows.Value > 2)
                {
                    TVector e2 = TLanes.Fill(Unsafe.Add(ref second, 2 * aRow));
                    d20 = TLanes.MultiplyAdd(e2, d0, d20);
                    d21 = TVectors.Value > 1 ? TLanes.MultiplyAdd(e2, d1, d21) : d20;
                }

                if (TRows.Value > 3)
                {
                    TVector e3 = TLanes.Fill(Unsafe.Add(ref second, 3 * aRow));
                    d30 = TLanes.MultiplyAdd(e3, d0, d30);
                    d31 = TVectors.Value > 1 ? TLanes.MultiplyAdd(e3, d1, d31) : d30;
                }

                first = ref Unsafe.Add(ref first, aStep);
                second = ref Unsafe.Add(ref second, aStep);
                b = ref Unsafe.Add(ref b, bStep);
                d = ref Unsafe.Add(ref d, bStep);
            }

            // Of an odd number of steps the second segment has one more.
            if ((factors.Steps & 1) != 0)
            {
                TVector d0 = TLanes.Load(ref d, 0), d1 = TVectors.Value > 1 ? TLanes.Load(ref d, w) : d0;
                TVector e0 = TLanes.Fill(second);
                d00 = TLanes.MultiplyAdd(e0, d0, d00);
                d01 = TVectors.Value > 1 ? TLanes.MultiplyAdd(e0, d1, d01) : d00;

                if (TRows.Value > 1)
                {
                    TVector e1 = TLanes.Fill(Unsafe.Add(ref second, aRow));
                    d10 = TLanes.MultiplyAdd(e1, d0, d10);
                    d11 = TVectors.Value > 1 ? TLanes.MultiplyAdd(e1, d1, d11) : d10;
                }

                if (TRows.Value > 2)
                {
                    TVector e2 = TLanes.Fill(Unsafe.Add(ref second, 2 * aRow));
                    d20 = TLanes.MultiplyAdd(e2, d0, d20);
                    d21 = TVectors.Value > 1 ? TLanes.MultiplyAdd(e2, d1, d21) : d20;
                }

                if (TRows.Value > 3)
                {
                    TVector e3 = TLanes.Fill(Unsafe.Add(ref second, 3 * aRow));
                    d30 = TLanes.MultiplyAdd(e3, d0, d30);
                    d31 = TVectors.Value > 1 ? TLanes.MultiplyAdd(e3, d1, d31) : d30;
                }
            }

            TLanes.Finish(finish, TLanes.Add(c00, d00), ref target);
            if (TVectors.Value > 1)
            {
                TLanes.Finish(finish, TLanes.Add(c01, d01), ref Unsafe.Add(ref target, w));
            }

            if (TRows.Value > 1)
            {
                TLanes.Finish(finish, TLanes.Add(c10, d10), ref Unsafe.Add(ref target, targetRow));
                if (TVectors.Value > 1)
                {
                    TLanes.Finish(finish, TLanes.Add(c11, d11), ref Unsafe.Add(ref target, targetRow + w));
                }
            }

            if (TRows.Value > 2)
            {
                TLanes.Finish(finish, TLanes.Add(c20, d20), ref Unsafe.Add(ref target, 2 * targetRow));
                if (TVectors.Value > 1)
                {
                    TLanes.Finish(finish, TLanes.Add(c21, d21), ref Unsafe.Add(ref target, (2 * targetRow) + w));
                }
            }

            if (TRows.Value > 3)
            {
                TLanes.Finish(finish, TLanes.Add(c30, d30), ref Unsafe.Add(ref target, 3 * targetRow));
                if (TVectors.Value > 1)
                {
                    TLanes.Finish(finish, TLanes.Add(c31, d31), ref Unsafe.Add(ref target, (3 * targetRow) + w));
                }
            }

            a = ref Unsafe.Add(ref a, TRows.Value * aRow);
            target = ref Unsafe.Add(ref target, TRows.Value * targetRow);
        }
    }
}
#endif
