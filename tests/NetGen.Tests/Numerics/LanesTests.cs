#if !NETSTANDARD_LIBRARY
using System;
using System.Linq;
using System.Runtime.Intrinsics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Horizontal sums of numbers whose rounding errors tell one order of additions from another.</summary>
public class LanesTests
{
    private static readonly float[] s_singles = [.. Numbers().Select(value => (float)value)];

    private static readonly double[] s_doubles = [.. Numbers()];

    [Fact]
    public void Sums_of_single_vectors_are_those_of_folding_in_halves()
    {
        Vector512<float>[] v = [.. Enumerable.Range(0, 16).Select(i => Vector512.Create(s_singles, 16 * i))];
        float[] expected = [.. v.Select(vector => Fold(Elements(vector)))];

        Assert.Equal(expected, Elements(Lanes.Sums(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14], v[15])));
        Assert.Equal(expected[..8], Elements(Lanes.Sums(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])));
        Assert.Equal(expected[..4], Elements(Lanes.Sums(v[0], v[1], v[2], v[3])));
        Assert.Equal([expected[0], expected[1], 0, 0], Elements(Lanes.Sums(v[0], v[1])));
        Assert.Equal(expected, v.Select(Lanes.Sum));
        Assert.Equal(SumsOf(4, [.. v.Take(4).Select(Elements)]), Elements(Lanes.SumsOf4(v[0], v[1], v[2], v[3])));
        Assert.Equal([.. SumsOf(8, [.. v.Take(4).Select(Elements)]), .. SumsOf(8, [.. v[4..8].Select(Elements)])], Elements(Lanes.SumsOf8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])));
    }

    [Fact]
    public void Sums_of_single_halves()
    {
        Vector256<float>[] v = [.. Enumerable.Range(0, 8).Select(i => Vector256.Create(s_singles, 8 * i))];
        float[] expected = [.. v.Select(vector => Fold(Elements(vector)))];

        Assert.Equal(expected, Elements(Lanes.Sums(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])));
        Assert.Equal(expected[..4], Elements(Lanes.Sums(v[0], v[1], v[2], v[3])));
        Assert.Equal([expected[0], expected[1], 0, 0], Elements(Lanes.Sums(v[0], v[1])));
        Assert.Equal(expected, v.Select(Lanes.Sum));
    }

    [Fact]
    public void Sums_of_single_quarters()
    {
        Vector128<float>[] v = [.. Enumerable.Range(0, 4).Select(i => Vector128.Create(s_singles, 4 * i))];
        float[] expected = [.. v.Select(vector => Fold(Elements(vector)))];

        Assert.Equal(expected, Elements(Lanes.Sums(v[0], v[1], v[2], v[3])));
        Assert.Equal([expected[0], expected[1], 0, 0], Elements(Lanes.Sums(v[0], v[1])));
        Assert.Equal(expected, v.Select(Lanes.Sum));
    }

    [Fact]
    public void Sums_of_double_vectors_are_those_of_folding_in_halves()
    {
        Vector512<double>[] v = [.. Enumerable.Range(0, 8).Select(i => Vector512.Create(s_doubles, 8 * i))];
        double[] expected = [.. v.Select(vector => Fold(Elements(vector)))];

        Assert.Equal(expected, Elements(Lanes.Sums(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])));
        Assert.Equal(expected[..4], Elements(Lanes.Sums(v[0], v[1], v[2], v[3])));
        Assert.Equal(expected[..2], Elements(Lanes.Sums(v[0], v[1])));
        Assert.Equal(expected, v.Select(Lanes.Sum));
        Assert.Equal(SumsOf(2, [.. v.Take(2).Select(Elements)]), Elements(Lanes.SumsOf2(v[0], v[1])));
        Assert.Equal([.. SumsOf(4, [.. v.Take(2).Select(Elements)]), .. SumsOf(4, [.. v[2..4].Select(Elements)])], Elements(Lanes.SumsOf4(v[0], v[1], v[2], v[3])));
    }

    [Fact]
    public void Sums_of_double_halves()
    {
        Vector256<double>[] v = [.. Enumerable.Range(0, 4).Select(i => Vector256.Create(s_doubles, 4 * i))];
        double[] expected = [.. v.Select(vector => Fold(Elements(vector)))];

        Assert.Equal(expected, Elements(Lanes.Sums(v[0], v[1], v[2], v[3])));
        Assert.Equal(expected[..2], Elements(Lanes.Sums(v[0], v[1])));
        Assert.Equal(expected, v.Select(Lanes.Sum));
        Assert.Equal(SumsOf(2, [.. v.Take(2).Select(Elements)]), Elements(Lanes.SumsOf2(v[0], v[1])));
    }

    [Fact]
    public void Sums_of_double_quarters()
    {
        Vector128<double>[] v = [.. Enumerable.Range(0, 2).Select(i => Vector128.Create(s_doubles, 2 * i))];
        double[] expected = [.. v.Select(vector => Fold(Elements(vector)))];

        Assert.Equal(expected, Elements(Lanes.Sums(v[0], v[1])));
        Assert.Equal(expected, v.Select(Lanes.Sum));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_made_of_the_first_numbers_leaves_the_others_out(int count)
    {
        for (int first = 0; first < 64; first += 4)
        {
            float[] numbers = [.. s_singles.Skip(first).Take(count)];
            float[] filled = [.. numbers, .. Enumerable.Repeat(0f, 4 - count)];
            foreach (float other in new[] { 1e9f, float.NaN })
            {
                Vector128<float> vector = Vector128.Create([.. numbers, .. Enumerable.Repeat(other, 4 - count)]);
                Assert.Equal(Fold(filled), Lanes.SumOfFirst(vector, count));
                Assert.Equal(numbers.Max(), Lanes.MaxOfFirst(vector, count));
            }
        }
    }

    // On machines without such vectors nothing calls what takes their columns.
    [Fact]
    public void Columns_hold_a_number_of_every_row()
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            return;
        }

        // Row r is r, r + ¼, r + ½, r + ¾.
        Vector512<float>[] v = [.. Enumerable.Range(0, 4).Select(i => Vector512.Create([.. Enumerable.Range(16 * i, 16).Select(j => j / 4f)]))];
        Lanes.Columns(v[0], v[1], v[2], v[3], out Vector512<float> c0, out Vector512<float> c1, out Vector512<float> c2, out Vector512<float> c3);
        Assert.Equal(new[] { 0, 0.25f, 0.5f, 0.75f }.Select(part => Enumerable.Range(0, 16).Select(r => r + part)), new[] { c0, c1, c2, c3 }.Select(Elements));
    }

    [Fact]
    public void Columns_of_halves()
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            return;
        }

        Vector256<float>[] v = [.. Enumerable.Range(0, 4).Select(i => Vector256.Create([.. Enumerable.Range(8 * i, 8).Select(j => j / 4f)]))];
        Lanes.Columns(v[0], v[1], v[2], v[3], out Vector256<float> c0, out Vector256<float> c1, out Vector256<float> c2, out Vector256<float> c3);
        Assert.Equal(new[] { 0, 0.25f, 0.5f, 0.75f }.Select(part => Enumerable.Range(0, 8).Select(r => r + part)), new[] { c0, c1, c2, c3 }.Select(Elements));
    }

    [Fact]
    public void Columns_of_pairs()
    {
        // Row r is r, r + ½.
        float[] numbers = [.. Enumerable.Range(0, 32).Select(j => j / 2f)];
        if (Vector512.IsHardwareAccelerated)
        {
            Lanes.Columns(Vector512.Create(numbers), Vector512.Create(numbers, 16), out Vector512<float> c0, out Vector512<float> c1);
            AssertColumns(Elements(c0), Elements(c1));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Lanes.Columns(Vector256.Create(numbers), Vector256.Create(numbers, 8), out Vector256<float> c0, out Vector256<float> c1);
            AssertColumns(Elements(c0), Elements(c1));
        }

        Lanes.Columns(Vector128.Create(numbers), Vector128.Create(numbers, 4), out Vector128<float> quarter0, out Vector128<float> quarter1);
        AssertColumns(Elements(quarter0), Elements(quarter1));

        static void AssertColumns(float[] first, float[] second)
        {
            Assert.Equal(Enumerable.Range(0, first.Length).Select(r => (float)r), first);
            Assert.Equal(first.Select(number => number + 0.5f), second);
        }
    }

    private static double[] Numbers()
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, 256).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(4)))];
    }

    private static T Fold<T>(T[] numbers)
        where T : System.Numerics.INumber<T>
    {
        int half = numbers.Length / 2;
        return half == 0 ? numbers[0] : Fold<T>([.. Enumerable.Range(0, half).Select(i => numbers[i] + numbers[i + half])]);
    }

    /// <summary>The sums of every so many lanes: of the first in all vectors, then of the next.</summary>
    private static T[] SumsOf<T>(int lanes, T[][] vectors)
        where T : System.Numerics.INumber<T> =>
        [.. Enumerable.Range(0, vectors[0].Length / lanes).SelectMany(group => vectors.Select(vector => Fold(vector[(group * lanes)..((group + 1) * lanes)])))];

    private static T[] Elements<T>(Vector512<T> vector) => [.. Enumerable.Range(0, Vector512<T>.Count).Select(i => vector[i])];

    private static T[] Elements<T>(Vector256<T> vector) => [.. Enumerable.Range(0, Vector256<T>.Count).Select(i => vector[i])];

    private static T[] Elements<T>(Vector128<T> vector) => [.. Enumerable.Range(0, Vector128<T>.Count).Select(i => vector[i])];
}
#endif
