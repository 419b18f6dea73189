#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>Products of one vector with the rows of a matrix, for one vector type.</summary>
internal static class DotKernel<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>dots[i] = Σₖ v[k]·B[i, k] over the steps that fill whole vectors. Four rows share what is loaded of v, and hide the latency of additions.</summary>
    /// <returns>How many steps were done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Dots(ref T v, ref T b, nint bRow, ref T dots, int columns, int steps)
    {
        int width = TLanes.Count;
        int done = steps / width * width;
        int i = 0;
        for (; i + 4 <= columns; i += 4)
        {
            ref T row = ref Unsafe.Add(ref b, i * bRow);
            TVector sum0 = TLanes.Fill(default);
            TVector sum1 = sum0;
            TVector sum2 = sum0;
            TVector sum3 = sum0;
            for (nint k = 0; k < done; k += width)
            {
                TVector factor = TLanes.Load(ref v, k);
                sum0 = TLanes.MultiplyAdd(factor, TLanes.Load(ref row, k), sum0);
                sum1 = TLanes.MultiplyAdd(factor, TLanes.Load(ref row, bRow + k), sum1);
                sum2 = TLanes.MultiplyAdd(factor, TLanes.Load(ref row, (2 * bRow) + k), sum2);
                sum3 = TLanes.MultiplyAdd(factor, TLanes.Load(ref row, (3 * bRow) + k), sum3);
            }

            Unsafe.Add(ref dots, i) = TLanes.Sum(sum0);
            Unsafe.Add(ref dots, i + 1) = TLanes.Sum(sum1);
            Unsafe.Add(ref dots, i + 2) = TLanes.Sum(sum2);
            Unsafe.Add(ref dots, i + 3) = TLanes.Sum(sum3);
        }

        for (; i < columns; i++)
        {
            ref T row = ref Unsafe.Add(ref b, i * bRow);
            TVector sum = TLanes.Fill(default);
            for (nint k = 0; k < done; k += width)
            {
                sum = TLanes.MultiplyAdd(TLanes.Load(ref v, k), TLanes.Load(ref row, k), sum);
            }

            Unsafe.Add(ref dots, i) = TLanes.Sum(sum);
        }

        return done;
    }
}
#endif
