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
    /// <summary>Whether two steps are one round of the loop, which takes time of its own. Smaller tiles go without: they are many, and the JIT takes its time for each.</summary>
    private static bool IsWhole
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TRows.Value == TLanes.TileRows;
    }

    /// <summary>target = finish(start + A·B), for as many tiles below one another as are asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(nint tiles, in Factors<T> factors, ref T target, nint targetRow, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        nint w = TLanes.Count;
        nint aRow = factors.ARow, aStep = factors.AStep, bStep = factors.BStep, startRow = factors.StartRow;
        ref T a = ref factors.A;
        ref T start = ref factors.Start;
        nint mask = Fetches(finish) ? factors.Upcoming.Mask : 0;
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

            Place place = new() { Upper = ref a, Lower = ref Unsafe.Add(ref a, 4 * aRow), Right = ref factors.B };
            nint k = factors.Steps;
            for (; IsWhole && k >= 2; k -= 2)
            {
                FetchDue(factors, k, mask, finish);
                Step(place, aRow, ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31, ref c40, ref c41, ref c50, ref c51, ref c60, ref c61, ref c70, ref c71);
                place.Move(aStep, bStep);
                FetchDue(factors, k - 1, mask, finish);
                Step(place, aRow, ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31, ref c40, ref c41, ref c50, ref c51, ref c60, ref c61, ref c70, ref c71);
                place.Move(aStep, bStep);
            }

            for (; k > 0; k--)
            {
                FetchDue(factors, k, mask, finish);
                Step(place, aRow, ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31, ref c40, ref c41, ref c50, ref c51, ref c60, ref c61, ref c70, ref c71);
                place.Move(aStep, bStep);
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

    /// <summary>Adds the products of a column of A and a row of B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        in Place place,
        nint aRow,
        ref TVector c00, ref TVector c01,
        ref TVector c10, ref TVector c11,
        ref TVector c20, ref TVector c21,
        ref TVector c30, ref TVector c31,
        ref TVector c40, ref TVector c41,
        ref TVector c50, ref TVector c51,
        ref TVector c60, ref TVector c61,
        ref TVector c70, ref TVector c71)
    {
        TVector b0 = TLanes.Load(ref place.Right, 0);
        TVector b1 = TVectors.Value > 1 ? TLanes.Load(ref place.Right, TLanes.Count) : b0;
        Add(TLanes.Fill(place.Upper), b0, b1, ref c00, ref c01);

        if (TRows.Value > 1)
        {
            Add(TLanes.Fill(Unsafe.Add(ref place.Upper, aRow)), b0, b1, ref c10, ref c11);
        }

        if (TRows.Value > 2)
        {
            Add(TLanes.Fill(Unsafe.Add(ref place.Upper, 2 * aRow)), b0, b1, ref c20, ref c21);
        }

        if (TRows.Value > 3)
        {
            Add(TLanes.Fill(Unsafe.Add(ref place.Upper, 3 * aRow)), b0, b1, ref c30, ref c31);
        }

        if (TRows.Value > 4)
        {
            Add(TLanes.Fill(place.Lower), b0, b1, ref c40, ref c41);
        }

        if (TRows.Value > 5)
        {
            Add(TLanes.Fill(Unsafe.Add(ref place.Lower, aRow)), b0, b1, ref c50, ref c51);
        }

        if (TRows.Value > 6)
        {
            Add(TLanes.Fill(Unsafe.Add(ref place.Lower, 2 * aRow)), b0, b1, ref c60, ref c61);
        }

        if (TRows.Value > 7)
        {
            Add(TLanes.Fill(Unsafe.Add(ref place.Lower, 3 * aRow)), b0, b1, ref c70, ref c71);
        }
    }

    /// <summary>Adds the products of a number of A and a row of B.</summary>
    /// <remarks>No conditional expression: the JIT would hold the address of a sum meanwhile, and a sum that has an address is not in a register.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector a, TVector b0, TVector b1, ref TVector c0, ref TVector c1)
    {
        c0 = TLanes.MultiplyAdd(a, b0, c0);
        if (TVectors.Value > 1)
        {
            c1 = TLanes.MultiplyAdd(a, b1, c1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Fetches<TFinish>(TFinish finish)
        where TFinish : struct, IFinish<T> => finish is Partial<T> or IAhead;

    /// <summary>Asks for the line that is due at a step, if one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchDue<TFinish>(in Factors<T> factors, nint step, nint mask, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        if (Fetches(finish) && (step & mask) == 0)
        {
            factors.Upcoming.Fetch();
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

    /// <summary>A column of A and a row of B.</summary>
    private ref struct Place
    {
        // Two places in A, four rows apart: fewer distances to keep in registers than one for each row.
        public ref T Upper;
        public ref T Lower;
        public ref T Right;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Move(nint aStep, nint bStep)
        {
            Upper = ref Unsafe.Add(ref Upper, aStep);
            Lower = ref Unsafe.Add(ref Lower, aStep);
            Right = ref Unsafe.Add(ref Right, bStep);
        }
    }
}
#endif
