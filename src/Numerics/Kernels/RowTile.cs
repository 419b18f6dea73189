#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>
/// One row of A times up to five strips of columns, two vectors each: with four strips there are as many independent sums as the latency of an addition asks for.
/// </summary>
internal static class RowTile<TLanes, TVector, T, TStrips>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TStrips : struct, ICount
{
    /// <summary>sums = start + a·B. Strips are neighbors in the sums; those that are not there are not read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        nint steps, ref T a, ref T b0, ref T b1, ref T b2, ref T b3, ref T b4, nint bStep, ref T start, ref T sums)
    {
        nint w = TLanes.Count;
        TVector s00 = TLanes.Load(ref start, 0);
        TVector s01 = TLanes.Load(ref start, w);
        TVector s10 = TStrips.Value > 1 ? TLanes.Load(ref start, 2 * w) : s00;
        TVector s11 = TStrips.Value > 1 ? TLanes.Load(ref start, 3 * w) : s00;
        TVector s20 = TStrips.Value > 2 ? TLanes.Load(ref start, 4 * w) : s00;
        TVector s21 = TStrips.Value > 2 ? TLanes.Load(ref start, 5 * w) : s00;
        TVector s30 = TStrips.Value > 3 ? TLanes.Load(ref start, 6 * w) : s00;
        TVector s31 = TStrips.Value > 3 ? TLanes.Load(ref start, 7 * w) : s00;
        TVector s40 = TStrips.Value > 4 ? TLanes.Load(ref start, 8 * w) : s00;
        TVector s41 = TStrips.Value > 4 ? TLanes.Load(ref start, 9 * w) : s00;
        nint offset = 0;
        for (nint k = 0; k < steps; k++)
        {
            TVector factor = TLanes.Fill(Unsafe.Add(ref a, k));
            s00 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b0, offset), s00);
            s01 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b0, offset + w), s01);

            if (TStrips.Value > 1)
            {
                s10 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b1, offset), s10);
                s11 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b1, offset + w), s11);
            }

            if (TStrips.Value > 2)
            {
                s20 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b2, offset), s20);
                s21 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b2, offset + w), s21);
            }

            if (TStrips.Value > 3)
            {
                s30 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b3, offset), s30);
                s31 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b3, offset + w), s31);
            }

            if (TStrips.Value > 4)
            {
                s40 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b4, offset), s40);
                s41 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b4, offset + w), s41);
            }

            offset += bStep;
        }

        TLanes.Store(s00, ref sums, 0);
        TLanes.Store(s01, ref sums, w);

        if (TStrips.Value > 1)
        {
            TLanes.Store(s10, ref sums, 2 * w);
            TLanes.Store(s11, ref sums, 3 * w);
        }

        if (TStrips.Value > 2)
        {
            TLanes.Store(s20, ref sums, 4 * w);
            TLanes.Store(s21, ref sums, 5 * w);
        }

        if (TStrips.Value > 3)
        {
            TLanes.Store(s30, ref sums, 6 * w);
            TLanes.Store(s31, ref sums, 7 * w);
        }

        if (TStrips.Value > 4)
        {
            TLanes.Store(s40, ref sums, 8 * w);
            TLanes.Store(s41, ref sums, 9 * w);
        }
    }

    /// <summary>sums = start + a·B for one vector of columns and few steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunVector(nint steps, ref T a, ref T b, nint bStep, ref T start, ref T sums)
    {
        TVector sum = TLanes.Load(ref start, 0);
        for (nint k = 0; k < steps; k++)
        {
            sum = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref a, k)), TLanes.Load(ref b, k * bStep), sum);
        }

        TLanes.Store(sum, ref sums, 0);
    }
}
#endif
