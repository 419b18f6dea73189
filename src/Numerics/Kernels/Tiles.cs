#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>
/// Register tiles of C += A·B: a few rows by one or more vectors of columns, whose sums stay in registers over all steps. The name says rows × vectors.
/// Element (r, k) of A stands at r·aRow + k·aStep, row k of B at k·bRow, row r of C at r·cRow.
/// </summary>
internal static class Tiles<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile8x2(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, nint steps)
    {
        nint w = TLanes.Count;
        TVector c0_0 = TLanes.Load(ref c, 0);
        TVector c0_1 = TLanes.Load(ref c, w);
        TVector c1_0 = TLanes.Load(ref c, cRow);
        TVector c1_1 = TLanes.Load(ref c, cRow + w);
        TVector c2_0 = TLanes.Load(ref c, (2 * cRow));
        TVector c2_1 = TLanes.Load(ref c, (2 * cRow) + w);
        TVector c3_0 = TLanes.Load(ref c, (3 * cRow));
        TVector c3_1 = TLanes.Load(ref c, (3 * cRow) + w);
        TVector c4_0 = TLanes.Load(ref c, (4 * cRow));
        TVector c4_1 = TLanes.Load(ref c, (4 * cRow) + w);
        TVector c5_0 = TLanes.Load(ref c, (5 * cRow));
        TVector c5_1 = TLanes.Load(ref c, (5 * cRow) + w);
        TVector c6_0 = TLanes.Load(ref c, (6 * cRow));
        TVector c6_1 = TLanes.Load(ref c, (6 * cRow) + w);
        TVector c7_0 = TLanes.Load(ref c, (7 * cRow));
        TVector c7_1 = TLanes.Load(ref c, (7 * cRow) + w);
        for (nint k = 0; k < steps; k++)
        {
            TVector b0 = TLanes.Load(ref b, 0);
            TVector b1 = TLanes.Load(ref b, w);
            TVector a0 = TLanes.Fill(a);
            c0_0 = TLanes.MultiplyAdd(a0, b0, c0_0);
            c0_1 = TLanes.MultiplyAdd(a0, b1, c0_1);
            TVector a1 = TLanes.Fill(Unsafe.Add(ref a, aRow));
            c1_0 = TLanes.MultiplyAdd(a1, b0, c1_0);
            c1_1 = TLanes.MultiplyAdd(a1, b1, c1_1);
            TVector a2 = TLanes.Fill(Unsafe.Add(ref a, 2 * aRow));
            c2_0 = TLanes.MultiplyAdd(a2, b0, c2_0);
            c2_1 = TLanes.MultiplyAdd(a2, b1, c2_1);
            TVector a3 = TLanes.Fill(Unsafe.Add(ref a, 3 * aRow));
            c3_0 = TLanes.MultiplyAdd(a3, b0, c3_0);
            c3_1 = TLanes.MultiplyAdd(a3, b1, c3_1);
            TVector a4 = TLanes.Fill(Unsafe.Add(ref a, 4 * aRow));
            c4_0 = TLanes.MultiplyAdd(a4, b0, c4_0);
            c4_1 = TLanes.MultiplyAdd(a4, b1, c4_1);
            TVector a5 = TLanes.Fill(Unsafe.Add(ref a, 5 * aRow));
            c5_0 = TLanes.MultiplyAdd(a5, b0, c5_0);
            c5_1 = TLanes.MultiplyAdd(a5, b1, c5_1);
            TVector a6 = TLanes.Fill(Unsafe.Add(ref a, 6 * aRow));
            c6_0 = TLanes.MultiplyAdd(a6, b0, c6_0);
            c6_1 = TLanes.MultiplyAdd(a6, b1, c6_1);
            TVector a7 = TLanes.Fill(Unsafe.Add(ref a, 7 * aRow));
            c7_0 = TLanes.MultiplyAdd(a7, b0, c7_0);
            c7_1 = TLanes.MultiplyAdd(a7, b1, c7_1);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TLanes.Store(c0_0, ref c, 0);
        TLanes.Store(c0_1, ref c, w);
        TLanes.Store(c1_0, ref c, cRow);
        TLanes.Store(c1_1, ref c, cRow + w);
        TLanes.Store(c2_0, ref c, (2 * cRow));
        TLanes.Store(c2_1, ref c, (2 * cRow) + w);
        TLanes.Store(c3_0, ref c, (3 * cRow));
        TLanes.Store(c3_1, ref c, (3 * cRow) + w);
        TLanes.Store(c4_0, ref c, (4 * cRow));
        TLanes.Store(c4_1, ref c, (4 * cRow) + w);
        TLanes.Store(c5_0, ref c, (5 * cRow));
        TLanes.Store(c5_1, ref c, (5 * cRow) + w);
        TLanes.Store(c6_0, ref c, (6 * cRow));
        TLanes.Store(c6_1, ref c, (6 * cRow) + w);
        TLanes.Store(c7_0, ref c, (7 * cRow));
        TLanes.Store(c7_1, ref c, (7 * cRow) + w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile4x2(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, nint steps)
    {
        nint w = TLanes.Count;
        TVector c0_0 = TLanes.Load(ref c, 0);
        TVector c0_1 = TLanes.Load(ref c, w);
        TVector c1_0 = TLanes.Load(ref c, cRow);
        TVector c1_1 = TLanes.Load(ref c, cRow + w);
        TVector c2_0 = TLanes.Load(ref c, (2 * cRow));
        TVector c2_1 = TLanes.Load(ref c, (2 * cRow) + w);
        TVector c3_0 = TLanes.Load(ref c, (3 * cRow));
        TVector c3_1 = TLanes.Load(ref c, (3 * cRow) + w);
        for (nint k = 0; k < steps; k++)
        {
            TVector b0 = TLanes.Load(ref b, 0);
            TVector b1 = TLanes.Load(ref b, w);
            TVector a0 = TLanes.Fill(a);
            c0_0 = TLanes.MultiplyAdd(a0, b0, c0_0);
            c0_1 = TLanes.MultiplyAdd(a0, b1, c0_1);
            TVector a1 = TLanes.Fill(Unsafe.Add(ref a, aRow));
            c1_0 = TLanes.MultiplyAdd(a1, b0, c1_0);
            c1_1 = TLanes.MultiplyAdd(a1, b1, c1_1);
            TVector a2 = TLanes.Fill(Unsafe.Add(ref a, 2 * aRow));
            c2_0 = TLanes.MultiplyAdd(a2, b0, c2_0);
            c2_1 = TLanes.MultiplyAdd(a2, b1, c2_1);
            TVector a3 = TLanes.Fill(Unsafe.Add(ref a, 3 * aRow));
            c3_0 = TLanes.MultiplyAdd(a3, b0, c3_0);
            c3_1 = TLanes.MultiplyAdd(a3, b1, c3_1);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TLanes.Store(c0_0, ref c, 0);
        TLanes.Store(c0_1, ref c, w);
        TLanes.Store(c1_0, ref c, cRow);
        TLanes.Store(c1_1, ref c, cRow + w);
        TLanes.Store(c2_0, ref c, (2 * cRow));
        TLanes.Store(c2_1, ref c, (2 * cRow) + w);
        TLanes.Store(c3_0, ref c, (3 * cRow));
        TLanes.Store(c3_1, ref c, (3 * cRow) + w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile1x2(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, nint steps)
    {
        nint w = TLanes.Count;
        TVector c0_0 = TLanes.Load(ref c, 0);
        TVector c0_1 = TLanes.Load(ref c, w);
        for (nint k = 0; k < steps; k++)
        {
            TVector b0 = TLanes.Load(ref b, 0);
            TVector b1 = TLanes.Load(ref b, w);
            TVector a0 = TLanes.Fill(a);
            c0_0 = TLanes.MultiplyAdd(a0, b0, c0_0);
            c0_1 = TLanes.MultiplyAdd(a0, b1, c0_1);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TLanes.Store(c0_0, ref c, 0);
        TLanes.Store(c0_1, ref c, w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile8x1(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, nint steps)
    {
        TVector c0_0 = TLanes.Load(ref c, 0);
        TVector c1_0 = TLanes.Load(ref c, cRow);
        TVector c2_0 = TLanes.Load(ref c, (2 * cRow));
        TVector c3_0 = TLanes.Load(ref c, (3 * cRow));
        TVector c4_0 = TLanes.Load(ref c, (4 * cRow));
        TVector c5_0 = TLanes.Load(ref c, (5 * cRow));
        TVector c6_0 = TLanes.Load(ref c, (6 * cRow));
        TVector c7_0 = TLanes.Load(ref c, (7 * cRow));
        for (nint k = 0; k < steps; k++)
        {
            TVector b0 = TLanes.Load(ref b, 0);
            TVector a0 = TLanes.Fill(a);
            c0_0 = TLanes.MultiplyAdd(a0, b0, c0_0);
            TVector a1 = TLanes.Fill(Unsafe.Add(ref a, aRow));
            c1_0 = TLanes.MultiplyAdd(a1, b0, c1_0);
            TVector a2 = TLanes.Fill(Unsafe.Add(ref a, 2 * aRow));
            c2_0 = TLanes.MultiplyAdd(a2, b0, c2_0);
            TVector a3 = TLanes.Fill(Unsafe.Add(ref a, 3 * aRow));
            c3_0 = TLanes.MultiplyAdd(a3, b0, c3_0);
            TVector a4 = TLanes.Fill(Unsafe.Add(ref a, 4 * aRow));
            c4_0 = TLanes.MultiplyAdd(a4, b0, c4_0);
            TVector a5 = TLanes.Fill(Unsafe.Add(ref a, 5 * aRow));
            c5_0 = TLanes.MultiplyAdd(a5, b0, c5_0);
            TVector a6 = TLanes.Fill(Unsafe.Add(ref a, 6 * aRow));
            c6_0 = TLanes.MultiplyAdd(a6, b0, c6_0);
            TVector a7 = TLanes.Fill(Unsafe.Add(ref a, 7 * aRow));
            c7_0 = TLanes.MultiplyAdd(a7, b0, c7_0);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TLanes.Store(c0_0, ref c, 0);
        TLanes.Store(c1_0, ref c, cRow);
        TLanes.Store(c2_0, ref c, (2 * cRow));
        TLanes.Store(c3_0, ref c, (3 * cRow));
        TLanes.Store(c4_0, ref c, (4 * cRow));
        TLanes.Store(c5_0, ref c, (5 * cRow));
        TLanes.Store(c6_0, ref c, (6 * cRow));
        TLanes.Store(c7_0, ref c, (7 * cRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile4x1(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, nint steps)
    {
        TVector c0_0 = TLanes.Load(ref c, 0);
        TVector c1_0 = TLanes.Load(ref c, cRow);
        TVector c2_0 = TLanes.Load(ref c, (2 * cRow));
        TVector c3_0 = TLanes.Load(ref c, (3 * cRow));
        for (nint k = 0; k < steps; k++)
        {
            TVector b0 = TLanes.Load(ref b, 0);
            TVector a0 = TLanes.Fill(a);
            c0_0 = TLanes.MultiplyAdd(a0, b0, c0_0);
            TVector a1 = TLanes.Fill(Unsafe.Add(ref a, aRow));
            c1_0 = TLanes.MultiplyAdd(a1, b0, c1_0);
            TVector a2 = TLanes.Fill(Unsafe.Add(ref a, 2 * aRow));
            c2_0 = TLanes.MultiplyAdd(a2, b0, c2_0);
            TVector a3 = TLanes.Fill(Unsafe.Add(ref a, 3 * aRow));
            c3_0 = TLanes.MultiplyAdd(a3, b0, c3_0);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TLanes.Store(c0_0, ref c, 0);
        TLanes.Store(c1_0, ref c, cRow);
        TLanes.Store(c2_0, ref c, (2 * cRow));
        TLanes.Store(c3_0, ref c, (3 * cRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile1x1(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, nint steps)
    {
        TVector c0_0 = TLanes.Load(ref c, 0);
        for (nint k = 0; k < steps; k++)
        {
            TVector b0 = TLanes.Load(ref b, 0);
            TVector a0 = TLanes.Fill(a);
            c0_0 = TLanes.MultiplyAdd(a0, b0, c0_0);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TLanes.Store(c0_0, ref c, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile1x8(ref T a, nint aRow, nint aStep, ref T b, nint bRow, ref T c, nint cRow, nint steps)
    {
        nint w = TLanes.Count;
        TVector c0_0 = TLanes.Load(ref c, 0);
        TVector c0_1 = TLanes.Load(ref c, w);
        TVector c0_2 = TLanes.Load(ref c, (2 * w));
        TVector c0_3 = TLanes.Load(ref c, (3 * w));
        TVector c0_4 = TLanes.Load(ref c, (4 * w));
        TVector c0_5 = TLanes.Load(ref c, (5 * w));
        TVector c0_6 = TLanes.Load(ref c, (6 * w));
        TVector c0_7 = TLanes.Load(ref c, (7 * w));
        for (nint k = 0; k < steps; k++)
        {
            TVector b0 = TLanes.Load(ref b, 0);
            TVector b1 = TLanes.Load(ref b, w);
            TVector b2 = TLanes.Load(ref b, (2 * w));
            TVector b3 = TLanes.Load(ref b, (3 * w));
            TVector b4 = TLanes.Load(ref b, (4 * w));
            TVector b5 = TLanes.Load(ref b, (5 * w));
            TVector b6 = TLanes.Load(ref b, (6 * w));
            TVector b7 = TLanes.Load(ref b, (7 * w));
            TVector a0 = TLanes.Fill(a);
            c0_0 = TLanes.MultiplyAdd(a0, b0, c0_0);
            c0_1 = TLanes.MultiplyAdd(a0, b1, c0_1);
            c0_2 = TLanes.MultiplyAdd(a0, b2, c0_2);
            c0_3 = TLanes.MultiplyAdd(a0, b3, c0_3);
            c0_4 = TLanes.MultiplyAdd(a0, b4, c0_4);
            c0_5 = TLanes.MultiplyAdd(a0, b5, c0_5);
            c0_6 = TLanes.MultiplyAdd(a0, b6, c0_6);
            c0_7 = TLanes.MultiplyAdd(a0, b7, c0_7);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TLanes.Store(c0_0, ref c, 0);
        TLanes.Store(c0_1, ref c, w);
        TLanes.Store(c0_2, ref c, (2 * w));
        TLanes.Store(c0_3, ref c, (3 * w));
        TLanes.Store(c0_4, ref c, (4 * w));
        TLanes.Store(c0_5, ref c, (5 * w));
        TLanes.Store(c0_6, ref c, (6 * w));
        TLanes.Store(c0_7, ref c, (7 * w));
    }
}
#endif
