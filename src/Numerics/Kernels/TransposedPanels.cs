#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>The transpose of the matrix: as many of its rows as a panel has columns become a panel, which serves all rows of the other factor.</summary>
internal readonly struct TransposedPanels<T> : IPanels<T>
    where T : unmanaged
{
    public static int Steps(in PanelShape shape) => shape.Columns;

    public static int Columns(in PanelShape shape) => shape.Rows;

    public static int Segments(in PanelShape shape, int panel) => 1;

    // With the padding of the last columns, which is transposed like these.
    public static int Room(in PanelShape shape, int steps) => Panels(shape, steps) * shape.PanelWidth * shape.PanelWidth;

    public static ref T Get(in Product<T> x, int panel, int step, int steps, int width, ref T room)
    {
        int from = (int)((uint)step / (uint)x.Shape.PanelWidth);
        int row = panel * x.Shape.PanelWidth;
        Transposition.Run(x, row, Math.Min(width, x.Shape.Rows - row), from, from + Panels(x.Shape, steps), ref room, width);
        return ref room;
    }

    public static Upcoming Locate(in Product<T> x, int panel, int step, int steps, int width)
    {
        ref T first = ref Unsafe.Add(ref MemoryMarshal.GetReference(x.P), x.Shape.Offset(panel * x.Shape.PanelWidth, step));
        nint bytes = width * PanelShape.PanelBytes;
        return new Upcoming(ref Unsafe.As<T, byte>(ref first), bytes, x.Shape.Stride * Unsafe.SizeOf<T>(), Panels(x.Shape, steps));
    }

    private static int Panels(in PanelShape shape, int columns) => (int)((uint)(columns + shape.PanelWidth - 1) / (uint)shape.PanelWidth);
}
#endif
