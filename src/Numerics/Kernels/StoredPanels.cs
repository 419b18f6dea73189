#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>The matrix as it is stored.</summary>
internal readonly struct StoredPanels<T> : IPanels<T>
    where T : unmanaged
{
    public static int Steps(in PanelShape shape) => shape.Rows;

    public static int Columns(in PanelShape shape) => shape.PaddedColumns;

    public static int Segments(in PanelShape shape, int panel) => shape.Segments(panel);

    public static int Room(in PanelShape shape, int steps) => 0;

    public static ref T Get(in Product<T> x, int panel, int step, int steps, int width, ref T room) => ref At(x, panel, step, width);

    public static Upcoming Locate(in Product<T> x, int panel, int step, int steps, int width)
    {
        nint bytes = (nint)steps * width * Unsafe.SizeOf<T>();
        return new Upcoming(ref Unsafe.As<T, byte>(ref At(x, panel, step, width)), bytes, bytes, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At(in Product<T> x, int panel, int step, int width) =>
        ref Unsafe.Add(ref MemoryMarshal.GetReference(x.P), ((nint)panel * x.Shape.Stride) + ((nint)step * width));
}
#endif
