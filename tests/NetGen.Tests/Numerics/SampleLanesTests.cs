#if !NETSTANDARD_LIBRARY
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Samples in rows, number by number: every size and count, against plain loops, and nothing behind the operands is touched.</summary>
public class SampleLanesTests
{
    private const int Row = 48;

    public static TheoryData<int> Sizes => [.. Enumerable.Range(1, 21), 24, 27, 32, 33];

    [Theory]
    [MemberData(nameof(Sizes))]
    [InlineData(100)]
    [InlineData(128)]
    [InlineData(129)]
    public void Samples_become_rows_and_rows_samples(int size)
    {
        foreach (int count in Enumerable.Range(1, Row))
        {
            Check(Numbers(size * count), size, count);
            Check([.. Numbers(size * count).Select(x => (double)x)], size, count);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Products_are_summed_up_over_the_samples(int rights)
    {
        foreach (int lefts in new[] { 1, 2, 3, 4, 5, 8, 16, 17 })
        {
            foreach (int targetRow in new[] { rights, (rights + 3) / 4 * 4, 32 })
            {
                foreach (int count in new[] { 1, 4, 7, 8, 9, 15, 16, 17, 32, 48 })
                {
                    float[] left = OfEights(Numbers(lefts * Row), count);
                    float[] right = Masked(Numbers(rights * Row), count);
                    float[] target = Numbers(((lefts - 1) * targetRow) + rights);
                    double[] expected = [.. target.Select(x => (double)x)];
                    for (int i = 0; i < lefts; i++)
                    {
                        for (int j = 0; j < rights; j++)
                        {
                            expected[(i * targetRow) + j] += Enumerable.Range(0, count).Sum(s => (double)left[(i * Row) + s] * right[(j * Row) + s]);
                        }
                    }

                    double[] wide = [.. target.Select(x => (double)x)];
                    SampleLanes.AddProducts(left, right, Row, count, target, targetRow);
                    SampleLanes.AddProducts([.. left.Select(x => (double)x)], [.. right.Select(x => (double)x)], Row, count, wide, targetRow);

                    AssertNear(expected, [.. target.Select(x => (double)x)], 1e-5);
                    AssertNear(expected, wide, 1e-13);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Rows_are_summed_up(int rows)
    {
        foreach (int count in new[] { 1, 8, 16, 17, 48 })
        {
            float[] values = Masked(Numbers(rows * Row), count);
            float[] target = Numbers(rows);
            double[] expected = [.. target.Select((x, j) => x + Enumerable.Range(0, count).Sum(s => (double)values[(j * Row) + s]))];
            double[] wide = [.. target.Select(x => (double)x)];

            SampleLanes.AddSums(values, Row, count, target);
            SampleLanes.AddSums([.. values.Select(x => (double)x)], Row, count, wide);

            AssertNear(expected, [.. target.Select(x => (double)x)], 1e-5);
            AssertNear(expected, wide, 1e-13);
        }
    }

    [Fact]
    public void What_follows_a_column_in_memory_is_left_alone()
    {
        // NaN in the padding of a factor must not reach the neighbors of a target that is narrower than a vector.
        float[] left = Numbers(3 * Row);
        float[] right = Numbers(3 * Row);
        float[] target = new float[(2 * 4) + 4];
        right.AsSpan(2 * Row).Fill(float.NaN);

        SampleLanes.AddProducts(left, right, Row, 16, target, 4);

        Assert.All(Enumerable.Range(0, 12), i => Assert.Equal(i % 4 == 2, float.IsNaN(target[i])));
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(0, target[(i * 4) + 3]));

        target = new float[16 * 4];
        SampleLanes.AddProducts(Numbers(16 * Row), right, Row, 16, target, 4);
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(i % 4 == 2, float.IsNaN(target[i])));
        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(0, target[(i * 4) + 3]));
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SampleLanes.Gather<float>(new float[8], 3, 3, new float[3 * Row], Row));
        Assert.Throws<ArgumentException>(() => SampleLanes.Gather<float>(new float[200], 3, Row + 1, new float[3 * Row], Row));
        Assert.Throws<ArgumentException>(() => SampleLanes.Scatter<float>(new float[3 * Row], Row, new float[8], 3, 3));
        Assert.Throws<ArgumentException>(() => SampleLanes.AddProducts(new float[2 * Row], new float[3 * Row], Row, 16, new float[5], 3));
    }

    private static void Check<T>(T[] samples, int size, int count)
        where T : unmanaged
    {
        T[] rows = [.. Enumerable.Repeat(samples[0], (size * Row) + 1)];
        SampleLanes.Gather<T>(samples, size, count, rows, Row, isWide: false);
        CheckRows(rows, samples, size, count);
        Array.Fill(rows, samples[0]);
        SampleLanes.Gather<T>(samples, size, count, rows, Row);
        CheckRows(rows, samples, size, count);

        T[] back = new T[(size * count) + 1];
        SampleLanes.Scatter<T>(rows.AsSpan(0, size * Row), Row, back, size, count);
        Assert.Equal([.. samples, default], back);
    }

    private static void CheckRows<T>(T[] rows, T[] samples, int size, int count)
        where T : unmanaged
    {
        int inVectors = (count + 7) / 8 * 8;
        for (int k = 0; k < size; k++)
        {
            IEnumerable<T> expected = Enumerable.Range(0, inVectors).Select(s => s < count ? samples[(s * size) + k] : default);
            Assert.Equal(expected, rows.Skip(k * Row).Take(inVectors));
        }

        Assert.Equal(samples[0], rows[^1]);
    }

    /// <summary>0 where there is no sample.</summary>
    private static float[] Masked(float[] rows, int count) => OfEights([.. rows.Select((x, i) => i % Row < count ? x : 0)], count);

    /// <summary>Up to eight samples may stand in vectors of eight: what is behind them is never read.</summary>
    private static float[] OfEights(float[] rows, int count) => count > 8 ? rows : [.. rows.Select((x, i) => i % Row < 8 ? x : float.NaN)];

    private static float[] Numbers(int length)
    {
        Random random = new(length);
        return [.. Enumerable.Range(0, length).Select(_ => (float)((2 * random.NextDouble()) - 1))];
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, tolerance * Math.Max(1, Math.Abs(pair.First))));
}
#endif
