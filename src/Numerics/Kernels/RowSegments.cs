#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>
/// One row of A times few columns: the steps are cut into segments that run at the same time, so that there are enough independent sums where the columns alone
/// do not suffice. Four streams of one or two vectors each, four segments of one strip of columns or two segments of two strips.
/// </summary>
internal static class RowSegments<TLanes, TVector, T, TVectors>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TVectors : struct, ICount
{
    /// <summary>sums = start + a·B in four segments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Four(nint steps, ref T a, ref T b, nint bStep, ref T start, ref T sums)
    {
        nint w = TLanes.Count;
        nint length = steps / 4;
        ref T a1 = ref Unsafe.Add(ref a, length);
        ref T a2 = ref Unsafe.Add(ref a1, length);
        ref T a3 = ref Unsafe.Add(ref a2, length);
        ref T b1 = ref Unsafe.Add(ref b, length * bStep);
        ref T b2 = ref Unsafe.Add(ref b1, length * bStep);
        ref T b3 = ref Unsafe.Add(ref b2, length * bStep);
        TVector zero = TLanes.Fill(default);
        TVector s00 = TLanes.Load(ref start, 0), s01 = TVectors.Value > 1 ? TLanes.Load(ref start, w) : zero;
        TVector s10 = zero, s11 = zero, s20 = zero, s21 = zero, s30 = zero, s31 = zero;
        nint offset = 0;
        nint k = 0;
        for (; k < length; k++)
        {
            TVector factor0 = TLanes.Fill(Unsafe.Add(ref a, k));
            TVector factor1 = TLanes.Fill(Unsafe.Add(ref a1, k));
            TVector factor2 = TLanes.Fill(Unsafe.Add(ref a2, k));
            TVector factor3 = TLanes.Fill(Unsafe.Add(ref a3, k));
            s00 = TLanes.MultiplyAdd(factor0, TLanes.Load(ref b, offset), s00);
            s10 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b1, offset), s10);
            s20 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref b2, offset), s20);
            s30 = TLanes.MultiplyAdd(factor3, TLanes.Load(ref b3, offset), s30);
            if (TVectors.Value > 1)
            {
                s01 = TLanes.MultiplyAdd(factor0, TLanes.Load(ref b, offset + w), s01);
                s11 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b1, offset + w), s11);
                s21 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref b2, offset + w), s21);
                s31 = TLanes.MultiplyAdd(factor3, TLanes.Load(ref b3, offset + w), s31);
            }

            offset += bStep;
        }

        // The last segment is up to three steps longer.
        for (; k < steps - (3 * length); k++)
        {
            TVector factor3 = TLanes.Fill(Unsafe.Add(ref a3, k));
            s30 = TLanes.MultiplyAdd(factor3, TLanes.Load(ref b3, offset), s30);
            if (TVectors.Value > 1)
            {
                s31 = TLanes.MultiplyAdd(factor3, TLanes.Load(ref b3, offset + w), s31);
            }

            offset += bStep;
        }

        TLanes.Store(TLanes.Add(TLanes.Add(TLanes.Add(s00, s10), s20), s30), ref sums, 0);
        if (TVectors.Value > 1)
        {
            TLanes.Store(TLanes.Add(TLanes.Add(TLanes.Add(s01, s11), s21), s31), ref sums, w);
        }
    }

    /// <summary>sums = start + a·B in two segments, for two strips, which are neighbors in the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Two(nint steps, ref T a, ref T b0, ref T b1, nint bStep, ref T start, ref T sums)
    {
        nint w = TLanes.Count;
        nint length = steps / 2;
        ref T a1 = ref Unsafe.Add(ref a, length);
        ref T b2 = ref Unsafe.Add(ref b0, length * bStep);
        ref T b3 = ref Unsafe.Add(ref b1, length * bStep);
        TVector zero = TLanes.Fill(default);
        TVector s00 = TLanes.Load(ref start, 0), s01 = TLanes.Load(ref start, w);
        TVector s10 = TLanes.Load(ref start, 2 * w), s11 = TLanes.Load(ref start, 3 * w);
        TVector s20 = zero, s21 = zero, s30 = zero, s31 = zero;
        nint offset = 0;
        nint k = 0;
        for (; k < length; k++)
        {
            TVector factor0 = TLanes.Fill(Unsafe.Add(ref a, k));
            TVector factor1 = TLanes.Fill(Unsafe.Add(ref a1, k));
            s00 = TLanes.MultiplyAdd(factor0, TLanes.Load(ref b0, offset), s00);
            s01 = TLanes.MultiplyAdd(factor0, TLanes.Load(ref b0, offset + w), s01);
            s10 = TLanes.MultiplyAdd(factor0, TLanes.Load(ref b1, offset), s10);
            s11 = TLanes.MultiplyAdd(factor0, TLanes.Load(ref b1, offset + w), s11);
            s20 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b2, offset), s20);
            s21 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b2, offset + w), s21);
            s30 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b3, offset), s30);
            s31 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b3, offset + w), s31);
            offset += bStep;
        }

        if (k < steps - length)
        {
            TVector factor1 = TLanes.Fill(Unsafe.Add(ref a1, k));
            s20 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b2, offset), s20);
            s21 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b2, offset + w), s21);
            s30 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b3, offset), s30);
            s31 = TLanes.MultiplyAdd(factor1, TLanes.Load(ref b3, offset + w), s31);
        }

        TLanes.Store(TLanes.Add(s00, s20), ref sums, 0);
        TLanes.Store(TLanes.Add(s01, s21), ref sums, w);
        TLanes.Store(TLanes.Add(s10, s30), ref sums, 2 * w);
        TLanes.Store(TLanes.Add(s11, s31), ref sums, 3 * w);
    }
}
#endif
