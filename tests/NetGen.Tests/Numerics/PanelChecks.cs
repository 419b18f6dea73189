using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>
/// Products against plain loops in double. Every operand ends, or begins, at memory that nothing may touch; padding holds numbers that must not reach a result;
/// and what a product must not write holds a number that must stay.
/// </summary>
internal sealed class PanelChecks<TProducts, T> : IPanelChecks
    where TProducts : struct, IProducts<T>
    where T : unmanaged, INumber<T>
{
    private static readonly T s_untouched = T.CreateChecked(-7);

    /// <summary>As if every operation rounded in the same direction.</summary>
    private static readonly double s_epsilon = typeof(T) == typeof(float) ? 1.2e-7 : 2.3e-16;

    private readonly Operand<T>[] _operands = [new(1, atEnd: true), new(2, atEnd: true), new(3, atEnd: true), new(4, atEnd: true)];

    /// <summary>Every two sizes up to 40, and some around the borders of panels, tiles, blocks and segments.</summary>
    private static IEnumerable<(int Rows, int Steps, int Columns)> Sizes()
    {
        int[] others = [1, 2, 9, 33];
        for (int first = 1; first <= 40; first++)
        {
            for (int second = 1; second <= 40; second++)
            {
                int third = others[(first + second) % others.Length];
                yield return (first, third, second);
                yield return (third, first, second);
            }
        }

        int[] rows = [1, 2, 7, 8, 9, 24, 31, 32, 33, 49, 70];
        foreach (int steps in new[] { 63, 130 })
        {
            foreach (int columns in new[] { 8, 16, 17, 32, 48, 64, 65, 80, 96, 112, 128, 160, 177, 192, 224, 230 })
            {
                foreach (int n in rows)
                {
                    yield return (n, steps, columns);
                }
            }
        }

        // More steps than the cache holds for so many rows, and more panels or rows than have room for their unfinished sums, of the matrix and of its transpose; more columns than
        // the cache holds beside a panel, of rows close together and far apart.
        yield return (3, 600, 100);
        yield return (200, 700, 70);
        yield return (200, 135, 700);
        yield return (600, 300, 100);
        yield return (600, 40, 300);
        yield return (34, 257, 70);
        yield return (520, 20, 20);
        yield return (300, 150, 100);
        yield return (300, 300, 70);
        yield return (64, 1100, 70);
    }

    public void Multiply()
    {
        foreach ((int rows, int steps, int columns) in Sizes())
        {
            PanelShape shape = new(steps, columns, Unsafe.SizeOf<T>());
            int gap = columns % 3;
            int aRow = steps + gap;
            int targetRow = shape.PaddedColumns + gap;
            int biasLength = (rows % 3) switch { 0 => 0, 1 => 1, _ => shape.PaddedColumns };
            Span<T> a = _operands[0].Numbers(((rows - 1) * aRow) + steps);
            Span<T> p = _operands[1].Numbers(shape.Length);
            Span<T> bias = _operands[2].Numbers(biasLength);
            Span<T> target = _operands[3].Fill(((rows - 1) * targetRow) + shape.PaddedColumns, s_untouched);

            TProducts.Multiply(a, aRow, p, shape, bias, target, targetRow, rows, default(Adding<T>));

            for (int r = 0; r < rows; r++)
            {
                for (int c = 0; c < columns; c++)
                {
                    double sum = biasLength == 0 ? 0 : double.CreateChecked(bias[biasLength == 1 ? 0 : c]);
                    for (int k = 0; k < steps; k++)
                    {
                        sum += double.CreateChecked(a[(r * aRow) + k]) * double.CreateChecked(p[shape.Offset(k, c)]);
                    }

                    Agree(sum, target[(r * targetRow) + c], steps);
                }
            }

            GapsAreUntouched(target, targetRow, shape.PaddedColumns);
        }
    }

    public void MultiplyTransposed() => Transposed(dot: false);

    public void Dot() => Transposed(dot: true);

    private void Transposed(bool dot)
    {
        foreach ((int rows, int outputs, int columns) in Sizes())
        {
            PanelShape shape = new(outputs, columns, Unsafe.SizeOf<T>());
            int gap = columns % 3;
            int aRow = shape.PaddedColumns + gap;
            int targetRow = outputs + gap;
            int biasLength = (rows % 3) switch { 0 => 0, 1 => 1, _ => outputs };
            Span<T> a = _operands[0].Numbers(((rows - 1) * aRow) + shape.PaddedColumns);
            Panels.ClearColumns(a, aRow, rows, columns, shape.PaddedColumns);
            Span<T> p = _operands[1].Numbers(shape.Length);
            Span<T> bias = _operands[2].Numbers(biasLength);
            Span<T> target = _operands[3].Fill(((rows - 1) * targetRow) + outputs, s_untouched);

            if (dot)
            {
                TProducts.Dot(a, aRow, p, shape, bias, target, targetRow, rows, default(Adding<T>));
            }
            else
            {
                TProducts.MultiplyTransposed(a, aRow, p, shape, bias, target, targetRow, rows, default(Adding<T>));
            }

            for (int r = 0; r < rows; r++)
            {
                for (int i = 0; i < outputs; i++)
                {
                    double sum = biasLength == 0 ? 0 : double.CreateChecked(bias[biasLength == 1 ? 0 : i]);
                    for (int c = 0; c < columns; c++)
                    {
                        sum += double.CreateChecked(a[(r * aRow) + c]) * double.CreateChecked(p[shape.Offset(i, c)]);
                    }

                    Agree(sum, target[(r * targetRow) + i], columns);
                }
            }

            GapsAreUntouched(target, targetRow, outputs);
        }
    }

    public void SumOuterProducts()
    {
        foreach ((int rows, int steps, int columns) in Sizes())
        {
            PanelShape shape = new(steps, columns, Unsafe.SizeOf<T>());
            int gap = columns % 3;
            int leftRow = steps + gap;
            int rightRow = shape.PaddedColumns + gap;
            Span<T> left = _operands[0].Numbers(((rows - 1) * leftRow) + steps);
            Span<T> right = _operands[1].Numbers(((rows - 1) * rightRow) + shape.PaddedColumns);
            Panels.ClearColumns(right, rightRow, rows, columns, shape.PaddedColumns);
            Span<T> target = _operands[2].Fill(shape.Length, s_untouched);
            SetPadding(target, shape);

            TProducts.SumOuterProducts(left, leftRow, right, rightRow, rows, target, shape, default(Adding<T>));

            for (int i = 0; i < steps; i++)
            {
                for (int c = 0; c < shape.PaddedColumns; c++)
                {
                    double sum = 0;
                    for (int r = 0; r < rows; r++)
                    {
                        sum += double.CreateChecked(left[(r * leftRow) + i]) * double.CreateChecked(right[(r * rightRow) + c]);
                    }

                    if (c < columns)
                    {
                        Agree(sum, target[shape.Offset(i, c)], rows);
                    }
                    else
                    {
                        Assert.Equal(T.Zero, target[shape.Offset(i, c)]);
                    }
                }
            }

            int written = steps * shape.PanelWidth;
            for (int panel = 0; panel < shape.Panels - 1; panel++)
            {
                Assert.True(target.Slice((panel * shape.Stride) + written, shape.Stride - written).IndexOfAnyExcept(s_untouched) < 0);
            }
        }
    }

    public void Sums_and_maps_of_rows()
    {
        foreach ((int rows, int _, int columns) in Sizes())
        {
            int row = columns + (columns % 3);
            Span<T> source = _operands[0].Numbers(((rows - 1) * row) + columns);
            Span<T> sums = _operands[1].Fill(columns, s_untouched);
            Span<T> total = _operands[2].Fill(1, s_untouched);
            Span<T> doubled = _operands[3].Numbers(source.Length);

            TProducts.SumRows(source, row, rows, sums, default(Adding<T>));
            TProducts.SumAll(source, row, rows, columns, ref total[0], default(Adding<T>));
            source.CopyTo(doubled);
            TProducts.Each(doubled, row, rows, columns, default(Doubling<T>));

            double all = 0;
            for (int c = 0; c < columns; c++)
            {
                double sum = 0;
                for (int r = 0; r < rows; r++)
                {
                    sum += double.CreateChecked(source[(r * row) + c]);
                }

                Agree(sum, sums[c], rows);
                all += sum;
            }

            Agree(all, total[0], rows * columns);
            for (int i = 0; i < doubled.Length; i++)
            {
                T expected = i % row < columns ? source[i] + source[i] : source[i];
                if (doubled[i] != expected)
                {
                    Assert.Fail($"{doubled[i]}, expected {expected}");
                }
            }
        }
    }

    public void A_row_has_the_same_bits_alone_and_among_others()
    {
        foreach ((int rows, int steps, int columns) in new[] { (41, 77, 45), (9, 130, 16), (17, 64, 10), (25, 100, 64), (10, 133, 230), (33, 70, 32), (12, 20, 1), (200, 700, 70) })
        {
            PanelShape shape = new(steps, columns, Unsafe.SizeOf<T>());
            int padded = shape.PaddedColumns;
            Span<T> a = _operands[0].Numbers(rows * Math.Max(steps, padded));
            Span<T> p = _operands[1].Numbers(shape.Length);
            Span<T> bias = _operands[2].Numbers(Math.Max(steps, padded));
            T[] products = new T[rows * padded];
            T[] dots = new T[rows * steps];
            TProducts.Multiply(a, steps, p, shape, bias, products, padded, rows, default(Adding<T>));
            TProducts.Dot(a, padded, p, shape, bias, dots, steps, rows, default(Adding<T>));
            for (int r = 0; r < rows; r++)
            {
                for (int few = 1; few <= 3 && r + few <= rows; few++)
                {
                    T[] product = new T[few * padded];
                    T[] dot = new T[few * steps];
                    TProducts.Multiply(a[(r * steps)..], steps, p, shape, bias, product, padded, few, default(Adding<T>));
                    TProducts.Dot(a[(r * padded)..], padded, p, shape, bias, dot, steps, few, default(Adding<T>));
                    Assert.Equal(products[(r * padded)..((r + few) * padded)], product);
                    Assert.Equal(dots[(r * steps)..((r + few) * steps)], dot);
                }
            }
        }
    }

    public void What_a_finish_does_beside_storing_is_done_for_every_sum()
    {
        foreach ((int rows, int steps, int columns) in new[] { (1, 5, 3), (1, 70, 200), (13, 70, 45), (33, 40, 40), (200, 700, 70), (200, 135, 700) })
        {
            T[] sums = IsDoneForEverySum(rows, steps, columns, distance => new StoreAndHalve<T>(distance));
            T[] sumsOfLong = IsDoneForEverySum(rows, steps, columns, distance => new StoreAndHalveLater<T>(distance));
            Assert.Equal(sums, sumsOfLong);
        }
    }

    /// <returns>The sums of all products.</returns>
    private T[] IsDoneForEverySum<TFinish>(int rows, int steps, int columns, Func<int, TFinish> beside)
        where TFinish : struct, IFinish<T>
    {
        PanelShape shape = new(steps, columns, Unsafe.SizeOf<T>());
        int padded = shape.PaddedColumns;
        Span<T> a = _operands[0].Numbers(rows * Math.Max(steps, padded));
        Span<T> p = _operands[1].Numbers(shape.Length);
        int length = Math.Max(shape.Length, rows * Math.Max(steps, padded));
        T[] target = new T[2 * length];
        TFinish finish = beside(length);
        List<T> sums = [];

        void Check(int row, int width)
        {
            for (int r = 0; r < rows; r++)
            {
                for (int c = 0; c < width; c++)
                {
                    Assert.NotEqual(T.Zero, target[(r * row) + c]);
                    Assert.Equal(StoreAndHalve<T>.Half(target[(r * row) + c]), target[length + (r * row) + c]);
                }
            }

            sums.AddRange(target[..length]);
            Array.Clear(target);
        }

        TProducts.Multiply(a, steps, p, shape, [], target, padded, rows, finish);
        Check(padded, columns);
        TProducts.MultiplyTransposed(a, padded, p, shape, [], target, steps, rows, finish);
        Check(steps, steps);
        TProducts.Dot(a, padded, p, shape, [], target, steps, rows, finish);
        Check(steps, steps);

        TProducts.SumOuterProducts(a, steps, a, padded, rows, target, shape, finish);
        for (int i = 0; i < steps; i++)
        {
            for (int c = 0; c < columns; c++)
            {
                int at = shape.Offset(i, c);
                Assert.NotEqual(T.Zero, target[at]);
                Assert.Equal(StoreAndHalve<T>.Half(target[at]), target[length + at]);
            }
        }

        return [.. sums, .. target[..length]];
    }

    /// <summary>Padding is 0, before and after.</summary>
    private static void SetPadding(Span<T> target, in PanelShape shape)
    {
        for (int i = 0; i < shape.Rows && shape.Columns < shape.PaddedColumns; i++)
        {
            target.Slice(shape.Offset(i, shape.Columns), shape.PaddedColumns - shape.Columns).Clear();
        }
    }

    /// <summary>The sum was added to what stood in its place.</summary>
    private static void Agree(double sum, T actual, int additions)
    {
        double difference = double.CreateChecked(actual - s_untouched) - sum;
        double tolerance = s_epsilon * (additions + 8) * (8 + Math.Abs(sum));
        if (!(Math.Abs(difference) <= tolerance))
        {
            Assert.Fail($"{actual - s_untouched}, expected {sum}");
        }
    }

    private static void GapsAreUntouched(Span<T> target, int row, int columns)
    {
        for (int i = 0; i < target.Length; i++)
        {
            if (i % row >= columns && target[i] != s_untouched)
            {
                Assert.Fail($"Column {i % row} of {columns} was written.");
            }
        }
    }
}
