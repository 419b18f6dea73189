#if NET8_0_OR_GREATER
namespace NetGen.Numerics.Kernels;

/// <summary>What the sums of a tile are made of: start + A·B.</summary>
internal ref struct Factors<T>
    where T : unmanaged
{
    /// <summary>The first row of A.</summary>
    public ref T A;

    /// <summary>From row to row of A.</summary>
    public nint ARow;

    /// <summary>From column to column of A.</summary>
    public nint AStep;

    /// <summary>The first row of the columns of B.</summary>
    public ref T B;

    /// <summary>From row to row of B.</summary>
    public nint BStep;

    /// <summary>Columns of A and rows of B.</summary>
    public nint Steps;

    /// <summary>What the sums start from.</summary>
    public ref T Start;

    /// <summary>From row to row of the start; 0 where all rows start from the same.</summary>
    public nint StartRow;

    /// <summary>What comes afterwards: fetched by tiles of unfinished sums, and of those whose finish is an <see cref="IAhead"/>.</summary>
    public ref Upcoming Upcoming;
}
#endif
