#if NET8_0_OR_GREATER
using System;

namespace NetGen.Numerics.Kernels;

/// <summary>The products of a number type, each done by one core from beginning to end.</summary>
internal interface IPanelKernels<T>
    where T : unmanaged
{
    static abstract void Multiply<TFinish>(in Product<T> x, TFinish finish)
        where TFinish : struct, IFinish<T>;

    /// <summary>Products with many rows, whose matrix is transposed panel by panel.</summary>
    static abstract void MultiplyTransposed<TFinish>(in Product<T> x, TFinish finish)
        where TFinish : struct, IFinish<T>;

    static abstract void SumOuterProducts<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T>;
}
#endif
