using System;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif
using NetGen.Numerics.Kernels;

namespace NetGen.Numerics;

public static partial class Panels
{
    /// <summary>A·P + bias.</summary>
    /// <remarks>The order of additions depends on the shape of P alone: a row has the same bits alone and among others.</remarks>
    /// <typeparam name="TFinish">What happens to the sums.</typeparam>
    /// <param name="a">A, rows × P.Rows; rows need no padding.</param>
    /// <param name="aRow">From row to row of A.</param>
    /// <param name="p">P, in panels.</param>
    /// <param name="shape">The shape of P.</param>
    /// <param name="bias">What the sums start from: nothing, one number for all columns, or P.PaddedColumns numbers.</param>
    /// <param name="target">Where the sums go, rows × P.PaddedColumns; padded columns are written too.</param>
    /// <param name="targetRow">From row to row of the target.</param>
    /// <param name="rows">Rows of A and the target, at least 1.</param>
    /// <param name="finish">What happens to the sums.</param>
    /// <exception cref="ArgumentException">An operand is too short for its sizes.</exception>
    public static void Multiply<TFinish>(
        ReadOnlySpan<float> a, int aRow, ReadOnlySpan<float> p, in PanelShape shape, ReadOnlySpan<float> bias, Span<float> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
        RequireProduct<float>(a.Length, aRow, p.Length, shape, bias.Length, target.Length, targetRow, rows);
        Product<float> product = new(a, aRow, p, shape, bias, target, targetRow, rows);
#if NET8_0_OR_GREATER
        if (Parallelism.OfThread > 1 && Divided<SingleKernels, float>.Multiply(product, finish))
        {
            return;
        }
#endif
        MultiplyWhole(product, finish);
    }

    /// <summary>A·Pᵀ + bias.</summary>
    /// <remarks>The order of additions depends on the shape of P and on the number of rows.</remarks>
    /// <typeparam name="TFinish">What happens to the sums.</typeparam>
    /// <param name="a">A, rows × P.PaddedColumns; its padded columns are 0.</param>
    /// <param name="aRow">From row to row of A.</param>
    /// <param name="p">P, in panels.</param>
    /// <param name="shape">The shape of P.</param>
    /// <param name="bias">What is added to the sums: nothing, one number for all columns, or P.Rows numbers.</param>
    /// <param name="target">Where the sums go, rows × P.Rows; nothing else is written.</param>
    /// <param name="targetRow">From row to row of the target.</param>
    /// <param name="rows">Rows of A and the target, at least 1.</param>
    /// <param name="finish">What happens to the sums.</param>
    /// <exception cref="ArgumentException">An operand is too short for its sizes.</exception>
    public static void MultiplyTransposed<TFinish>(
        ReadOnlySpan<float> a, int aRow, ReadOnlySpan<float> p, in PanelShape shape, ReadOnlySpan<float> bias, Span<float> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
        RequireTransposedProduct<float>(a.Length, aRow, p.Length, shape, bias.Length, target.Length, targetRow, rows);
        Product<float> product = new(a, aRow, p, shape, bias, target, targetRow, rows);
#if NET8_0_OR_GREATER
        if (Transposes(rows, shape) && Vector128.IsHardwareAccelerated)
        {
            if (Parallelism.OfThread == 1 || !Divided<SingleKernels, float>.MultiplyTransposed(product, finish))
            {
                MultiplyByTransposition(product, finish);
            }

            return;
        }

        if (Vector512.IsHardwareAccelerated)
        {
            PanelDot<Single512, Vector512<float>, float>.Run(product, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelDot<Single256, Vector256<float>, float>.Run(product, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelDot<Single128, Vector128<float>, float>.Run(product, finish);
            return;
        }
#endif
        PlainPanels<SingleLoops, float>.MultiplyTransposed(product, finish);
    }

    /// <summary>A·Pᵀ + bias, for a P of few rows.</summary>
    /// <remarks>The order of additions depends on the shape of P alone: a row has the same bits alone and among others.</remarks>
    /// <inheritdoc cref="MultiplyTransposed{TFinish}(ReadOnlySpan{float}, int, ReadOnlySpan{float}, in PanelShape, ReadOnlySpan{float}, Span{float}, int, int, TFinish)"/>
    public static void Dot<TFinish>(
        ReadOnlySpan<float> a, int aRow, ReadOnlySpan<float> p, in PanelShape shape, ReadOnlySpan<float> bias, Span<float> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
        RequireTransposedProduct<float>(a.Length, aRow, p.Length, shape, bias.Length, target.Length, targetRow, rows);
        Product<float> product = new(a, aRow, p, shape, bias, target, targetRow, rows);
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            PanelDot<Single512, Vector512<float>, float>.Run(product, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelDot<Single256, Vector256<float>, float>.Run(product, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelDot<Single128, Vector128<float>, float>.Run(product, finish);
            return;
        }
#endif
        PlainPanels<SingleLoops, float>.MultiplyTransposed(product, finish);
    }

    /// <summary>Lᵀ·R, the sum over all rows of the outer products of a row of L and a row of R; the target is in panel storage.</summary>
    /// <typeparam name="TFinish">What happens to the sums.</typeparam>
    /// <param name="left">L, rows × P.Rows; rows need no padding.</param>
    /// <param name="leftRow">From row to row of L.</param>
    /// <param name="right">R, rows × P.PaddedColumns; its padded columns are 0.</param>
    /// <param name="rightRow">From row to row of R.</param>
    /// <param name="rows">Rows of L and R, at least 1.</param>
    /// <param name="target">Where the sums go: P, in panels, whose padding is 0 and stays so.</param>
    /// <param name="shape">The shape of P.</param>
    /// <param name="finish">What happens to the sums; those of padded columns are 0.</param>
    /// <exception cref="ArgumentException">An operand is too short for its sizes.</exception>
    public static void SumOuterProducts<TFinish>(
        ReadOnlySpan<float> left, int leftRow, ReadOnlySpan<float> right, int rightRow, int rows, Span<float> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
        RequireOuterProducts<float>(left.Length, leftRow, right.Length, rightRow, rows, target.Length, shape);
#if NET8_0_OR_GREATER
        if (Parallelism.OfThread == 1 || !Divided<SingleKernels, float>.SumOuterProducts(left, leftRow, right, rightRow, rows, target, shape, finish))
#endif
        {
            SumOuterProductsWhole(left, leftRow, right, rightRow, rows, target, shape, finish);
        }

        KeepPadding(left, leftRow, rows, target, shape);
    }

    /// <summary>The sum of all rows.</summary>
    /// <typeparam name="TFinish">What happens to the sums.</typeparam>
    /// <param name="source">Rows of at least as many columns as the target is long.</param>
    /// <param name="sourceRow">From row to row.</param>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <param name="target">Where the sums go, one for each column.</param>
    /// <param name="finish">What happens to the sums.</param>
    /// <exception cref="ArgumentException">The source is too short for its sizes.</exception>
    public static void SumRows<TFinish>(ReadOnlySpan<float> source, int sourceRow, int rows, Span<float> target, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
        RequireRows(source.Length, rows, sourceRow, target.Length, nameof(source));
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            PanelRows<Single512, Vector512<float>, float>.Sum(source, sourceRow, rows, target, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelRows<Single256, Vector256<float>, float>.Sum(source, sourceRow, rows, target, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelRows<Single128, Vector128<float>, float>.Sum(source, sourceRow, rows, target, finish);
            return;
        }
#endif
        PlainPanels<SingleLoops, float>.SumRows(source, sourceRow, rows, target, finish);
    }

    /// <summary>The sum of all numbers.</summary>
    /// <typeparam name="TFinish">What happens to the sum.</typeparam>
    /// <param name="source">Rows of numbers.</param>
    /// <param name="sourceRow">From row to row.</param>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <param name="columns">How many numbers in a row.</param>
    /// <param name="target">Where the sum goes.</param>
    /// <param name="finish">What happens to the sum.</param>
    /// <exception cref="ArgumentException">The source is too short for its sizes.</exception>
    public static void SumAll<TFinish>(ReadOnlySpan<float> source, int sourceRow, int rows, int columns, ref float target, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
        RequireRows(source.Length, rows, sourceRow, columns, nameof(source));
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            PanelRows<Single512, Vector512<float>, float>.SumAll(source, sourceRow, rows, columns, ref target, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelRows<Single256, Vector256<float>, float>.SumAll(source, sourceRow, rows, columns, ref target, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelRows<Single128, Vector128<float>, float>.SumAll(source, sourceRow, rows, columns, ref target, finish);
            return;
        }
#endif
        PlainPanels<SingleLoops, float>.SumAll(source, sourceRow, rows, columns, ref target, finish);
    }

    /// <summary>Applies a finish to every number where it stands: maps that belong to no product.</summary>
    /// <typeparam name="TFinish">What happens to the numbers.</typeparam>
    /// <param name="target">Rows of numbers.</param>
    /// <param name="targetRow">From row to row.</param>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <param name="columns">How many numbers in a row.</param>
    /// <param name="finish">What happens to the numbers.</param>
    /// <exception cref="ArgumentException">The target is too short for its sizes.</exception>
    public static void Each<TFinish>(Span<float> target, int targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<float>
    {
        RequireRows(target.Length, rows, targetRow, columns, nameof(target));
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            PanelRows<Single512, Vector512<float>, float>.Each(target, targetRow, rows, columns, finish);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            PanelRows<Single256, Vector256<float>, float>.Each(target, targetRow, rows, columns, finish);
            return;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            PanelRows<Single128, Vector128<float>, float>.Each(target, targetRow, rows, columns, finish);
            return;
        }
#endif
        PlainPanels<SingleLoops, float>.Each(target, targetRow, rows, columns, finish);
    }
}
