using System;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif
using NetGen.Numerics.Kernels;

namespace NetGen.Numerics;

// What one core does from beginning to end.
public static partial class Panels
{
    private static void MultiplyWhole<TFinish>(in Product<double> product, TFinish finish)
        where TFinish : struct, IFinish<double>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            PanelMultiply<Double512, Vector512<double>, double>.Run(product, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelMultiply<Double256, Vector256<double>, double>.Run(product, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelMultiply<Double128, Vector128<double>, double>.Run(product, finish);
            return;
        }
#endif
        PlainPanels<DoubleLoops, double>.Multiply(product, finish);
    }
#if NET8_0_OR_GREATER

    private static void MultiplyByTransposition<TFinish>(in Product<double> product, TFinish finish)
        where TFinish : struct, IFinish<double>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            PanelProduct<TransposedPanels<double>, Double512, Vector512<double>, double>.Run(product, product.Rows, finish);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            PanelProduct<TransposedPanels<double>, Double256, Vector256<double>, double>.Run(product, product.Rows, finish);
        }
        else
        {
            PanelProduct<TransposedPanels<double>, Double128, Vector128<double>, double>.Run(product, product.Rows, finish);
        }
    }
#endif

    /// <summary>The sums, those of padded columns included.</summary>
    private static void SumOuterProductsWhole<TFinish>(
        ReadOnlySpan<double> left, int leftRow, ReadOnlySpan<double> right, int rightRow, int rows, Span<double> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<double>
    {
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            PanelOuterProducts<Double512, Vector512<double>, double>.Run(left, leftRow, right, rightRow, rows, target, shape, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelOuterProducts<Double256, Vector256<double>, double>.Run(left, leftRow, right, rightRow, rows, target, shape, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelOuterProducts<Double128, Vector128<double>, double>.Run(left, leftRow, right, rightRow, rows, target, shape, finish);
            return;
        }
#endif
        PlainPanels<DoubleLoops, double>.SumOuterProducts(left, leftRow, right, rightRow, rows, target, shape, finish);
    }
#if NET8_0_OR_GREATER

    private readonly struct DoubleKernels : IPanelKernels<double>
    {
        public static void Multiply<TFinish>(in Product<double> x, TFinish finish)
            where TFinish : struct, IFinish<double> => MultiplyWhole(x, finish);

        public static void MultiplyTransposed<TFinish>(in Product<double> x, TFinish finish)
            where TFinish : struct, IFinish<double> => MultiplyByTransposition(x, finish);

        public static void SumOuterProducts<TFinish>(
            ReadOnlySpan<double> left, int leftRow, ReadOnlySpan<double> right, int rightRow, int rows, Span<double> target, in PanelShape shape, TFinish finish)
            where TFinish : struct, IFinish<double> => SumOuterProductsWhole(left, leftRow, right, rightRow, rows, target, shape, finish);
    }
#endif
}
