#if NET8_0_OR_GREATER
namespace NetGen.Numerics.Kernels;

/// <summary>The right factor of a product, panel by panel: a matrix or its transpose.</summary>
internal interface IPanels<T>
    where T : unmanaged
{
    /// <summary>Rows of the factor: steps of every sum.</summary>
    static abstract int Steps(in PanelShape shape);

    /// <summary>Columns of the factor that the target has room for.</summary>
    static abstract int Columns(in PanelShape shape);

    /// <summary>Into how many segments the steps of a panel are cut.</summary>
    static abstract int Segments(in PanelShape shape, int panel);

    /// <summary>Numbers that are needed to bring so many steps of a panel into their order.</summary>
    static abstract int Room(in PanelShape shape, int steps);

    /// <summary>Some steps of a panel, row after row.</summary>
    /// <param name="x">The product.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="step">The first step: where a panel of the matrix begins, too.</param>
    /// <param name="steps">How many, up to the last step or to where a panel of the matrix ends.</param>
    /// <param name="width">Columns of the panel.</param>
    /// <param name="room">As many numbers as <see cref="Room"/> says.</param>
    static abstract ref T Get(in Product<T> x, int panel, int step, int steps, int width, ref T room);

    /// <summary>Where <see cref="Get"/> will read.</summary>
    static abstract Upcoming Locate(in Product<T> x, int panel, int step, int steps, int width);
}
#endif
