using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Rows of every width to 40, with padding that must not count.</summary>
public class SquaresTests
{
    private const int Rows = 3;
    private const double Untouched = 7;

    [Fact]
    public void Sums_count_columns_alone()
    {
        for (int columns = 1; columns <= 40; columns++)
        {
            for (int padding = 0; padding <= 2; padding++)
            {
                double[] stored = Stored(columns, columns + padding);
                double expected = stored.Where(double.IsFinite).Sum(w => w * w);

                Assert.Equal(expected, Squares.Sum(stored, columns + padding, columns), 1e-12 * expected);
                Assert.Equal(expected, Squares.Sum(Single(stored), columns + padding, columns), 1e-5 * expected);
            }
        }
    }

    [Fact]
    public void Gradients_are_multiples_and_leave_padding_alone()
    {
        for (int columns = 1; columns <= 40; columns++)
        {
            for (int padding = 0; padding <= 2; padding++)
            {
                double[] stored = Stored(columns, columns + padding);
                double[] gradient = [.. Enumerable.Repeat(Untouched, stored.Length)];
                float[] singles = Single(gradient);

                Squares.Scale(stored, gradient, columns + padding, columns, 0.5);
                Squares.Scale(Single(stored), singles, columns + padding, columns, 0.5f);

                Assert.Equal(stored.Select(w => double.IsNaN(w) ? Untouched : 0.5 * w), gradient);
                Assert.Equal(gradient.Select(g => (float)g), singles);
            }
        }
    }

    [Fact]
    public void Overflow_of_a_row_is_not_overflow_of_a_sum() =>
        Assert.Equal(2e38 + 2e38, Squares.Sum([MathF.Sqrt(2e38f), MathF.Sqrt(2e38f)], 1, 1), 1e33);

    [Fact]
    public void A_gradient_that_is_too_short_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Squares.Scale(new float[4], new float[3], 2, 2, 1));
        Assert.ThrowsAny<ArgumentException>(() => Squares.Scale(new double[4], new double[3], 2, 2, 1));
    }

    /// <summary>Numbers, and NaN in the padding.</summary>
    private static double[] Stored(int columns, int width)
    {
        Random random = new(columns);
        return [.. Enumerable.Range(0, Rows * width).Select(i => i % width < columns ? (random.NextDouble() * 2) - 1 : double.NaN)];
    }

    private static float[] Single(double[] values) => [.. values.Select(value => (float)value)];
}
