#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>target = finish(bias + A·B), where B is P or Pᵀ, for several rows of A.</summary>
/// <remarks>
/// Panels are the outer loop, so that one stays in the cache for all rows. Where A is too large for the second-level cache, or B so large that it is far, sums grow in blocks
/// of steps: of all rows, and of as many panels as have room for their unfinished sums. Then a block of A stays in the cache for all of these panels, and the next block of B
/// is fetched meanwhile. It changes nothing in the order of additions.
/// </remarks>
internal static class PanelProduct<TPanels, TLanes, TVector, T>
    where TPanels : struct, IPanels<T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>Bytes of A that stay in the second-level cache beside a panel.</summary>
    private const int CachedBytes = 1 << 19;

    /// <summary>Bytes of a matrix that is far: more than a processor's share of the last cache.</summary>
    private const int FarBytes = 1 << 22;

    /// <summary>As many steps are a block at most, but for what makes it a whole number of panels: its rows of a panel stay in the first-level cache beside a tile's rows of A.</summary>
    private const int BlockSteps = 256;

    /// <summary>Rows of unfinished sums, those of all panels together: 64 KB of the stack, beside what <typeparamref name="TPanels"/> needs.</summary>
    private const int KeptRows = 512;

    private static int PanelWidth => Block<TLanes, TVector, T>.PanelWidth;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFinish>(in Product<T> x, int rows, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        // Many rows in equal parts of whole tiles, each of which has room for its sums of a panel.
        int parts = StepsOfBlock(x.Shape, rows) < TPanels.Steps(x.Shape) ? (rows + KeptRows - 1) / KeptRows : 1;
        int tiles = (rows + (parts * TLanes.TileRows) - 1) / (parts * TLanes.TileRows);
        for (int row = 0; row < rows; row += tiles * TLanes.TileRows)
        {
            Run(x, row, Math.Min(tiles * TLanes.TileRows, rows - row), finish);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TFinish>(in Product<T> x, int row, int rows, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int steps = TPanels.Steps(x.Shape);
        int block = StepsOfBlock(x.Shape, rows);
        bool keeps = block < steps;
        int panels = (int)((uint)(TPanels.Columns(x.Shape) + PanelWidth - 1) / (uint)PanelWidth);
        int group = keeps ? Math.Min(panels, Math.Max(1, KeptRows / rows)) : panels;
        int roomLength = TPanels.Room(x.Shape, block);
        Span<T> memory = stackalloc T[StackMemory.Room<T>(PanelWidth + roomLength + (keeps ? group * rows * PanelWidth : 0))];
        ref T start = ref StackMemory.Aligned(memory);
        ref T room = ref Unsafe.Add(ref start, PanelWidth);
        ref T sums = ref Unsafe.Add(ref room, roomLength);
        for (int first = 0; first < panels; first += group)
        {
            int end = Math.Min(first + group, panels);
            for (int step = 0; step < steps; step += block)
            {
                for (int panel = first; panel < end; panel++)
                {
                    Part part = new(row, rows, panel, step, block);
                    Upcoming upcoming = Upcoming.None;
                    if (keeps)
                    {
                        upcoming = Locate(x, panel + 1 < end ? part with { Panel = panel + 1 } : part with { Panel = first, Step = step + block });
                    }

                    ref T kept = ref keeps ? ref Unsafe.Add(ref sums, (panel - first) * rows * PanelWidth) : ref sums;
                    Add(x, part, ref start, ref room, ref kept, ref upcoming, finish);
                }
            }
        }
    }

    /// <summary>How many steps are a block: all, if the operands are near and there is room; otherwise they are cut into equal ones, which begin where panels of the matrix do.</summary>
    private static int StepsOfBlock(in PanelShape shape, int rows)
    {
        int steps = TPanels.Steps(shape);
        bool isNear = (long)rows * steps * Unsafe.SizeOf<T>() < CachedBytes && (long)shape.Length * Unsafe.SizeOf<T>() < FarBytes;
        if (steps <= BlockSteps || (isNear && StackMemory.Holds<T>(TPanels.Room(shape, steps))))
        {
            return steps;
        }

        int blocks = (steps + BlockSteps - 1) / BlockSteps;
        return ((steps + (blocks * PanelWidth) - 1) / (blocks * PanelWidth)) * PanelWidth;
    }

    /// <summary>What a part adds to its sums. A panel that is cut into segments has all of its steps in the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TFinish>(in Product<T> x, in Part part, ref T start, ref T room, ref T kept, ref Upcoming upcoming, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int segments = TPanels.Segments(x.Shape, part.Panel);
        if (segments > 1 && part.Step > 0)
        {
            return;
        }

        int remaining = TPanels.Steps(x.Shape) - part.Step;
        int steps = segments > 1 ? remaining : Math.Min(part.Steps, remaining);
        int column = part.Panel * PanelWidth;
        int columns = TPanels.Columns(x.Shape) - column;
        int width = Width(columns);
        Factors<T> factors = new()
        {
            A = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.A), ((nint)part.Row * x.ARow) + part.Step),
            ARow = x.ARow,
            AStep = 1,
            B = ref TPanels.Get(x, part.Panel, part.Step, steps, width, ref room),
            BStep = width,
            Steps = steps,
            Start = ref part.Step > 0 ? ref kept : ref Start(x.Bias, column, width, ref start),
            StartRow = part.Step > 0 ? width : 0,
            Upcoming = ref upcoming,
        };
        ref T target = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.Target), ((nint)part.Row * x.TargetRow) + column);
        if (steps < remaining)
        {
            Block<TLanes, TVector, T>.Run(factors, segments, part.Rows, width, ref kept, width, default(Partial<T>));
        }
        else if (columns >= width)
        {
            Block<TLanes, TVector, T>.Run(factors, segments, part.Rows, width, ref target, x.TargetRow, finish);
        }
        else
        {
            RunNarrow(factors, part.Rows, width, columns, ref target, x.TargetRow, finish);
        }
    }

    /// <summary>The last steps of a panel for whose padding the target has no room.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunNarrow<TFinish>(in Factors<T> factors, int rows, int width, int columns, ref T target, nint targetRow, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> memory = stackalloc T[StackMemory.Room<T>(Block<TLanes, TVector, T>.Rows * width)];
        ref T sums = ref StackMemory.Aligned(memory);
        Factors<T> part = factors;
        for (int row = 0; row < rows; row += Block<TLanes, TVector, T>.Rows)
        {
            int count = Math.Min(Block<TLanes, TVector, T>.Rows, rows - row);
            Block<TLanes, TVector, T>.Run(part, 1, count, width, ref sums, width, default(Partial<T>));
            Block<TLanes, TVector, T>.Finish(ref sums, width, ref target, targetRow, count, columns, finish);
            part.A = ref Unsafe.Add(ref part.A, count * part.ARow);
            part.Start = ref Unsafe.Add(ref part.Start, count * part.StartRow);
            target = ref Unsafe.Add(ref target, count * targetRow);
        }
    }

    /// <summary>What a part needs of B, to be fetched during the one before; nothing after the last.</summary>
    private static Upcoming Locate(in Product<T> x, in Part part)
    {
        int steps = Math.Min(part.Steps, TPanels.Steps(x.Shape) - part.Step);
        if (steps <= 0 || (part.Step > 0 && TPanels.Segments(x.Shape, part.Panel) > 1))
        {
            return Upcoming.None;
        }

        int width = Width(TPanels.Columns(x.Shape) - (part.Panel * PanelWidth));
        Upcoming upcoming = TPanels.Locate(x, part.Panel, part.Step, steps, width);

        // Few rows need it most: their steps wait for B.
        upcoming.Spread(Block<TLanes, TVector, T>.Steps(part.Rows, width, steps), least: 0);
        return upcoming;
    }

    /// <summary>Columns of a panel for so many that remain.</summary>
    private static int Width(int columns) => columns <= PanelWidth / 2 ? PanelWidth / 2 : PanelWidth;

    /// <summary>What the sums of some columns start from: the bias itself, if there is enough of it.</summary>
    private static ref T Start(ReadOnlySpan<T> bias, int column, int width, ref T start)
    {
        if (bias.Length >= column + width)
        {
            return ref Unsafe.Add(ref MemoryMarshal.GetReference(bias), column);
        }

        Span<T> numbers = MemoryMarshal.CreateSpan(ref start, width);
        numbers.Fill(bias.Length == 1 ? bias[0] : default);
        if (bias.Length > 1)
        {
            bias.Slice(column).CopyTo(numbers);
        }

        return ref start;
    }

    /// <summary>Some rows and a panel of the target, and a block of steps of their sums.</summary>
    private readonly record struct Part(int Row, int Rows, int Panel, int Step, int Steps);
}
#endif
