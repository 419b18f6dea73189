#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>
/// One row of A times few columns, one, two or four vectors: the steps are cut into two segments that run at the same time, so that there are more independent sums
/// to fill the time that an addition takes. The order of additions is that of <see cref="SegmentTile{TLanes, TVector, T, TRows, TVectors}"/>.
/// </summary>
internal static class RowSegments<TLanes, TVector, T, TVectors>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
    where TVectors : struct, ICount
{
    /// <summary>sums = start + a·B. The third and fourth vector are those of <paramref name="next"/>, neighbors of the others in the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(nint steps, ref T a, ref T b, ref T next, nint bStep, ref T start, ref T sums)
    {
        nint w = TLanes.Count;
        nint length = steps / 2;
        ref T c = ref Unsafe.Add(ref a, length);
        ref T d = ref Unsafe.Add(ref b, length * bStep);
        ref T dNext = ref Unsafe.Add(ref next, length * bStep);
        TVector zero = TLanes.Fill(default);
        TVector s0 = TLanes.Load(ref start, 0), s1 = zero, s2 = zero, s3 = zero;
        TVector t0 = zero, t1 = zero, t2 = zero, t3 = zero;
        if (TVectors.Value > 1)
        {
            s1 = TLanes.Load(ref start, w);
        }

        if (TVectors.Value > 2)
        {
            s2 = TLanes.Load(ref start, 2 * w);
            s3 = TLanes.Load(ref start, 3 * w);
        }

        nint offset = 0;
        nint k = 0;
        for (; k < length; k++)
        {
            TVector factor = TLanes.Fill(Unsafe.Add(ref a, k));
            TVector factor2 = TLanes.Fill(Unsafe.Add(ref c, k));
            s0 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b, offset), s0);
            t0 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref d, offset), t0);
            if (TVectors.Value > 1)
            {
                s1 = TLanes.MultiplyAdd(factor, TLanes.Load(ref b, offset + w), s1);
                t1 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref d, offset + w), t1);
            }

            if (TVectors.Value > 2)
            {
                s2 = TLanes.MultiplyAdd(factor, TLanes.Load(ref next, offset), s2);
                t2 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref dNext, offset), t2);
                s3 = TLanes.MultiplyAdd(factor, TLanes.Load(ref next, offset + w), s3);
                t3 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref dNext, offset + w), t3);
            }

            offset += bStep;
        }

        // Of an odd number of steps the second segment has one more.
        if ((steps & 1) != 0)
        {
            TVector factor2 = TLanes.Fill(Unsafe.Add(ref c, k));
            t0 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref d, offset), t0);
            if (TVectors.Value > 1)
            {
                t1 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref d, offset + w), t1);
            }

            if (TVectors.Value > 2)
            {
                t2 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref dNext, offset), t2);
                t3 = TLanes.MultiplyAdd(factor2, TLanes.Load(ref dNext, offset + w), t3);
            }
        }

        TLanes.Store(TLanes.Add(s0, t0), ref sums, 0);
        if (TVectors.Value > 1)
        {
            TLanes.Store(TLanes.Add(s1, t1), ref sums, w);
        }

        if (TVectors.Value > 2)
        {
            TLanes.Store(TLanes.Add(s2, t2), ref sums, 2 * w);
            TLanes.Store(TLanes.Add(s3, t3), ref sums, 3 * w);
        }
    }
}
#endif
