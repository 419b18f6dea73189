using System;

namespace NetGen.Numerics.Kernels;

/// <summary>The products of <see cref="Panels"/> as plain loops, for targets without intrinsics.</summary>
internal static class PlainPanels<TLoops, T>
    where TLoops : struct, ILoops<T>
    where T : unmanaged
{
    /// <summary>Numbers of the widest panel.</summary>
    private const int LargestWidth = 32;

    private static readonly TLoops s_loops = default;

    public static void Multiply<TFinish>(in Product<T> product, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        PanelShape shape = product.Shape;
        Span<T> sums = stackalloc T[LargestWidth];
        for (int panel = 0; panel < shape.Panels; panel++)
        {
            int width = shape.Width(panel);
            int column = panel * shape.PanelWidth;
            for (int r = 0; r < product.Rows; r++)
            {
                Span<T> row = sums.Slice(0, width);
                Start(row, product.Bias, column);
                for (int k = 0; k < shape.Rows; k++)
                {
                    s_loops.AddScaled(row, product.A[(r * product.ARow) + k], product.P.Slice((panel * shape.Stride) + (k * width), width));
                }

                Finish(row, product.Target.Slice((r * product.TargetRow) + column), finish);
            }
        }
    }

    public static void MultiplyTransposed<TFinish>(in Product<T> product, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        PanelShape shape = product.Shape;
        for (int r = 0; r < product.Rows; r++)
        {
            for (int i = 0; i < shape.Rows; i++)
            {
                T sum = product.Bias.Length == 0 ? default : product.Bias[product.Bias.Length == 1 ? 0 : i];
                for (int panel = 0; panel < shape.Panels; panel++)
                {
                    int width = shape.Width(panel);
                    sum = s_loops.Dot(
                        sum,
                        product.A.Slice((r * product.ARow) + (panel * shape.PanelWidth), width),
                        product.P.Slice((panel * shape.Stride) + (i * width), width));
                }

                finish.Finish(sum, ref product.Target[(r * product.TargetRow) + i]);
            }
        }
    }

    public static void SumOuterProducts<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> sums = stackalloc T[LargestWidth];
        for (int panel = 0; panel < shape.Panels; panel++)
        {
            int width = shape.Width(panel);
            Span<T> row = sums.Slice(0, width);
            for (int i = 0; i < shape.Rows; i++)
            {
                row.Clear();
                for (int r = 0; r < rows; r++)
                {
                    s_loops.AddScaled(row, left[(r * leftRow) + i], right.Slice((r * rightRow) + (panel * shape.PanelWidth), width));
                }

                Finish(row, target.Slice((panel * shape.Stride) + (i * width)), finish);
            }
        }
    }

    public static void SumRows<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, Span<T> target, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        Span<T> sums = stackalloc T[LargestWidth];
        for (int column = 0; column < target.Length; column += LargestWidth)
        {
            Span<T> block = sums.Slice(0, Math.Min(LargestWidth, target.Length - column));
            block.Clear();
            for (int r = 0; r < rows; r++)
            {
                s_loops.Add(block, source.Slice((r * sourceRow) + column, block.Length));
            }

            Finish(block, target.Slice(column), finish);
        }
    }

    public static void SumAll<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, int columns, ref T target, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        T sum = default;
        for (int r = 0; r < rows; r++)
        {
            sum = s_loops.Sum(sum, source.Slice(r * sourceRow, columns));
        }

        finish.Finish(sum, ref target);
    }

    public static void Each<TFinish>(Span<T> target, int targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        for (int r = 0; r < rows; r++)
        {
            Span<T> row = target.Slice(r * targetRow, columns);
            Finish(row, row, finish);
        }
    }

    private static void Start(Span<T> sums, ReadOnlySpan<T> bias, int column)
    {
        if (bias.Length > 1)
        {
            bias.Slice(column, sums.Length).CopyTo(sums);
        }
        else
        {
            sums.Fill(bias.Length == 0 ? default : bias[0]);
        }
    }

    private static void Finish<TFinish>(ReadOnlySpan<T> sums, Span<T> target, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        for (int j = 0; j < sums.Length; j++)
        {
            finish.Finish(sums[j], ref target[j]);
        }
    }
}
