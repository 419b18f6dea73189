using System;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif
using NetGen.Numerics.Kernels;

namespace NetGen.Numerics;

// What one core does from beginning to end.
public static partial class Panels
{
    private static void MultiplyWhole<TFinish>(in Product<float> product, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            PanelMultiply<Single512, Vector512<float>, float>.Run(product, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelMultiply<Single256, Vector256<float>, float>.Run(product, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelMultiply<Single128, Vector128<float>, float>.Run(product, finish);
            return;
        }
#endif
        PlainPanels<SingleLoops, float>.Multiply(product, finish);
    }
#if NET8_0_OR_GREATER

    private static void MultiplyByTransposition<TFinish>(in Product<float> product, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            PanelProduct<TransposedPanels<float>, Single512, Vector512<float>, float>.Run(product, product.Rows, finish);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            PanelProduct<TransposedPanels<float>, Single256, Vector256<float>, float>.Run(product, product.Rows, finish);
        }
        else
        {
            PanelProduct<TransposedPanels<float>, Single128, Vector128<float>, float>.Run(product, product.Rows, finish);
        }
    }
#endif

    /// <summary>The sums, those of padded columns included.</summary>
    private static void SumOuterProductsWhole<TFinish>(
        ReadOnlySpan<float> left, int leftRow, ReadOnlySpan<float> right, int rightRow, int rows, Span<float> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            PanelOuterProducts<Single512, Vector512<float>, float>.Run(left, leftRow, right, rightRow, rows, target, shape, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelOuterProducts<Single256, Vector256<float>, float>.Run(left, leftRow, right, rightRow, rows, target, shape, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelOuterProducts<Single128, Vector128<float>, float>.Run(left, leftRow, right, rightRow, rows, target, shape, finish);
            return;
        }
#endif
        PlainPanels<SingleLoops, float>.SumOuterProducts(left, leftRow, right, rightRow, rows, target, shape, finish);
    }
#if NET8_0_OR_GREATER

    private readonly struct SingleKernels : IPanelKernels<float>
    {
        public static void Multiply<TFinish>(in Product<float> x, TFinish finish)
            where TFinish : struct, IFinish<float> => MultiplyWhole(x, finish);

        public static void MultiplyTransposed<TFinish>(in Product<float> x, TFinish finish)
            where TFinish : struct, IFinish<float> => MultiplyByTransposition(x, finish);

        public static void SumOuterProducts<TFinish>(
            ReadOnlySpan<float> left, int leftRow, ReadOnlySpan<float> right, int rightRow, int rows, Span<float> target, in PanelShape shape, TFinish finish)
            where TFinish : struct, IFinish<float> => SumOuterProductsWhole(left, leftRow, right, rightRow, rows, target, shape, finish);
    }
#endif
}
