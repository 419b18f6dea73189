#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>P = finish(Lᵀ·R), a sum over the rows of L and R.</summary>
internal static class PanelOuterProducts<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>Numbers of L that are copied together, and stay in the second-level cache beside a panel of P and its columns of R.</summary>
    private const int CachedNumbers = 1 << 16;

    /// <summary>Rows of L that are pages apart are in one set of the first-level cache, and it holds so many of them.</summary>
    private const int CacheWays = 8;

    private const int PageBytes = 1 << 12;

    /// <summary>With fewer steps for a line, fetching takes longer than it saves.</summary>
    private const int StepsOfLine = 4;

    private static int PanelWidth => Block<TLanes, TVector, T>.PanelWidth;

    /// <summary>
    /// Bytes of L whose columns are read where they stand. Whoever has vectors of 64 bytes has a second-level cache for more, and goes down a column once for a panel; with
    /// narrower vectors, which do so twice or more often, copies pay earlier.
    /// </summary>
    private static int NearBytes => TLanes.Count * Unsafe.SizeOf<T>() == 64 ? 3 << 18 : 1 << 17;

    public static void Run<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        if (rows == 1)
        {
            Scale(left, right, target, shape, finish);
        }
        else
        {
            Sum(left, leftRow, right, rightRow, rows, target, shape, finish);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> room = stackalloc T[StackMemory.Room<T>(PanelWidth)];
        ref T zeros = ref StackMemory.Aligned(room);
        MemoryMarshal.CreateSpan(ref zeros, PanelWidth).Clear();
        Upcoming upcoming = Upcoming.None;
        Factors<T> factors = new()
        {
            A = ref MemoryMarshal.GetReference(left),
            ARow = 1,
            AStep = leftRow,
            B = ref MemoryMarshal.GetReference(right),
            BStep = rightRow,
            Steps = rows,
            Start = ref zeros,
            Upcoming = ref upcoming,
        };
        ref T p = ref MemoryMarshal.GetReference(target);
        bool isFar = (long)rows * shape.Rows * Unsafe.SizeOf<T>() > NearBytes;
        bool crowds = rows > CacheWays && leftRow * Unsafe.SizeOf<T>() % PageBytes == 0;
        if ((isFar || crowds) && shape.Panels > 2)
        {
            SumCopies(factors, shape, ref p, finish);
            return;
        }

        for (int panel = 0; panel < shape.Panels; panel++)
        {
            int width = shape.Width(panel);
            ref T ofPanel = ref Unsafe.Add(ref p, (nint)panel * shape.Stride);
            if (finish is IAhead)
            {
                // The place that a sum is added to is wanted with it, so that some rows of the next panel belong to this one; what else belongs to sums is wanted afterwards.
                Distances distances = Unsafe.As<TFinish, Distances>(ref finish);
                int ahead = distances.IsEmpty ? Math.Min(Block<TLanes, TVector, T>.Rows, shape.Rows) : 0;
                int count = panel + 1 < shape.Panels ? shape.Rows : shape.Rows - ahead;
                upcoming = Locate(ref Unsafe.Add(ref ofPanel, ahead * width), count, width, Block<TLanes, TVector, T>.Steps(shape.Rows, width, rows), distances);
            }

            Block<TLanes, TVector, T>.Run(factors, 1, shape.Rows, width, ref ofPanel, width, finish);
            factors.B = ref Unsafe.Add(ref factors.B, PanelWidth);
        }
    }

    /// <summary>
    /// About as many columns of L as the cache holds, for all panels. The columns of L and R that tiles go down again and again are brought together before: in their
    /// matrices every step is in another page, and a processor remembers the places of some dozens of these.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumCopies<TFinish>(in Factors<T> factors, in PanelShape shape, ref T target, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int rows = (int)factors.Steps;
        int height = Block<TLanes, TVector, T>.Rows;
        int blocks = (shape.Rows + height - 1) / height;

        // Rounded up: a last part of a few columns would cost as many copies of R as any other.
        int most = (CachedNumbers + (rows * height) - 1) / (rows * height);
        int parts = (blocks + most - 1) / most;
        int columns = (blocks + parts - 1) / parts * height;
        Factors<T> part = factors;
        part.B = ref MemoryMarshal.GetReference(ThreadScratch.GetPanel<T>(rows * (PanelWidth + columns)));
        part.AStep = height;
        ref T copies = ref Unsafe.Add(ref part.B, rows * PanelWidth);
        for (int i = 0; i < shape.Rows; i += columns)
        {
            int end = Math.Min(i + columns, shape.Rows);
            for (int j = i; j < end; j += height)
            {
                Copy(ref Unsafe.Add(ref factors.A, j), factors.AStep, rows, Math.Min(height, end - j), ref Unsafe.Add(ref copies, (j - i) * rows), height);
            }

            for (int panel = 0; panel < shape.Panels; panel++)
            {
                int width = shape.Width(panel);
                Copy(ref Unsafe.Add(ref factors.B, panel * PanelWidth), factors.BStep, rows, width, ref part.B, width);
                part.BStep = width;
                ref T ofPanel = ref Unsafe.Add(ref target, (nint)panel * shape.Stride);
                for (int j = i; j < end; j += height)
                {
                    int count = Math.Min(height, end - j);
                    ref T block = ref Unsafe.Add(ref ofPanel, (nint)j * width);
                    part.A = ref Unsafe.Add(ref copies, (j - i) * rows);
                    if (finish is IAhead)
                    {
                        int next = Math.Min(height, end - j - count);
                        part.Upcoming = Locate(ref Unsafe.Add(ref block, count * width), next, width, Block<TLanes, TVector, T>.Steps(count, width, rows), default);
                    }

                    Block<TLanes, TVector, T>.Run(part, 1, count, width, ref block, width, finish);
                }
            }
        }
    }

    /// <summary>Rows of P, or what belongs to their sums, to be fetched during so many steps; nothing where these are too few for so many lines.</summary>
    private static Upcoming Locate(ref T first, int rows, int width, nint steps, Distances distances)
    {
        Upcoming upcoming = new(ref Unsafe.As<T, byte>(ref first), (nint)rows * width * Unsafe.SizeOf<T>(), distances);
        upcoming.Spread(steps, StepsOfLine);
        return upcoming;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(ref T from, nint fromRow, int rows, int columns, ref T target, nint targetRow)
    {
        for (; rows > 0; rows--)
        {
            nint c = 0;
            for (; c + TLanes.Count <= columns; c += TLanes.Count)
            {
                TLanes.Store(TLanes.Load(ref from, c), ref target, c);
            }

            for (; c < columns; c++)
            {
                Unsafe.Add(ref target, c) = Unsafe.Add(ref from, c);
            }

            from = ref Unsafe.Add(ref from, fromRow);
            target = ref Unsafe.Add(ref target, targetRow);
        }
    }

    /// <summary>
    /// One row: every row of a panel is a multiple of the same numbers. From the last to the first, since the products before have gone forward and those of
    /// the next step will: what the cache holds is used before it has to leave.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<TFinish>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int w = TLanes.Count;
        ref T factors = ref MemoryMarshal.GetReference(left);
        for (int panel = shape.Panels - 1; panel >= 0; panel--)
        {
            int width = shape.Width(panel);
            ref T numbers = ref Unsafe.Add(ref MemoryMarshal.GetReference(right), panel * PanelWidth);
            ref T end = ref Unsafe.Add(ref MemoryMarshal.GetReference(target), ((nint)panel * shape.Stride) + ((nint)shape.Rows * width));
            for (int column = 0; column < width;)
            {
                int vectors = (width - column) / w;
                ref T first = ref Unsafe.Add(ref numbers, column);
                ref T at = ref Unsafe.Add(ref end, column);
                if (vectors >= 4)
                {
                    Scale<Four, TFinish>(ref factors, shape.Rows, ref first, ref at, width, finish);
                    column += 4 * w;
                }
                else if (vectors >= 2)
                {
                    Scale<Two, TFinish>(ref factors, shape.Rows, ref first, ref at, width, finish);
                    column += 2 * w;
                }
                else
                {
                    Scale<One, TFinish>(ref factors, shape.Rows, ref first, ref at, width, finish);
                    column += w;
                }
            }
        }
    }

    /// <summary>Some vectors of every row of a panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<TVectors, TFinish>(ref T factors, nint rows, ref T numbers, ref T end, nint width, TFinish finish)
        where TVectors : struct, ICount
        where TFinish : struct, IFinish<T>
    {
        nint w = TLanes.Count;
        TVector zero = TLanes.Fill(default);
        TVector right0 = TLanes.Load(ref numbers, 0);
        TVector right1 = TVectors.Value > 1 ? TLanes.Load(ref numbers, w) : zero;
        TVector right2 = TVectors.Value > 2 ? TLanes.Load(ref numbers, 2 * w) : zero;
        TVector right3 = TVectors.Value > 3 ? TLanes.Load(ref numbers, 3 * w) : zero;
        ref T at = ref end;
        for (nint i = rows - 1; i >= 0; i--)
        {
            at = ref Unsafe.Add(ref at, -width);
            TVector factor = TLanes.Fill(Unsafe.Add(ref factors, i));
            TLanes.Finish(finish, TLanes.MultiplyAdd(factor, right0, zero), ref at);
            if (TVectors.Value > 1)
            {
                TLanes.Finish(finish, TLanes.MultiplyAdd(factor, right1, zero), ref Unsafe.Add(ref at, w));
            }

            if (TVectors.Value > 2)
            {
                TLanes.Finish(finish, TLanes.MultiplyAdd(factor, right2, zero), ref Unsafe.Add(ref at, 2 * w));
            }

            if (TVectors.Value > 3)
            {
                TLanes.Finish(finish, TLanes.MultiplyAdd(factor, right3, zero), ref Unsafe.Add(ref at, 3 * w));
            }
        }
    }
}
#endif
