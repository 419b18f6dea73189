using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Gradients that are added to what stands there, among so few numbers that they stay in the cache, and among so many that they are fetched ahead.</summary>
public class GradientsTests
{
    private const int Near = 1 << 12;
    private const int Far = 1 << 19;

    [Theory]
    [InlineData(Near)]
    [InlineData(Far)]
    public void Sums_of_products_are_added_in_single(int others) => Check<float>(others, 1e-5);

    [Theory]
    [InlineData(Near)]
    [InlineData(Far)]
    public void Sums_of_products_are_added_in_double(int others) => Check<double>(others, 1e-13);

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 16)]
    [InlineData((1 << 16) + 1)]
    public void All_gradients_are_cleared(int length)
    {
        float[] numbers = new float[length + 2];
        numbers.AsSpan().Fill(1);
        Gradients.Clear(numbers.AsSpan(1, length));

        Assert.Equal((1, 1), (numbers[0], numbers[^1]));
        Assert.All(numbers.AsSpan(1, length).ToArray(), number => Assert.Equal(0, number));
    }

    private static void Check<T>(int others, double tolerance)
        where T : unmanaged, INumber<T>
    {
        foreach (int rows in new[] { 1, 5, 37, 300 })
        {
            Check<T>(others, rows, 19, 45, tolerance);
        }

        // Columns of L that are many in narrow vectors, and in wide ones, and those of rows that are pages apart; the last panel is half as wide.
        Check<T>(others, 90, 700, 70, tolerance);
        Check<T>(others, 300, 700, 70, tolerance);
        Check<T>(others, 11, 1024, 70, tolerance);
    }

    private static void Check<T>(int others, int rows, int height, int width, double tolerance)
        where T : unmanaged, INumber<T>
    {
        const int Offset = 32;
        PanelShape shape = new(height, width, Unsafe.SizeOf<T>());
        T[] left = Numbers<T>(rows * height, 1);
        T[] right = new T[rows * shape.PaddedColumns];
        T[] numbers = Numbers<T>(rows * width, 2);
        for (int r = 0; r < rows; r++)
        {
            numbers.AsSpan(r * width, width).CopyTo(right.AsSpan(r * shape.PaddedColumns));
        }

        foreach (double decay in new[] { 0.0, 0.25 })
        {
            T[] before = Numbers<T>(Offset + shape.Length + others, 3);
            T[] target = [.. before];

            Gradients.SumOuterProducts<T>(left, height, right, shape.PaddedColumns, rows, target, Offset, shape, T.CreateChecked(decay), null);

            for (int i = 0; i < height; i++)
            {
                for (int j = 0; j < width; j++)
                {
                    int at = Offset + shape.Offset(i, j);
                    double expected = double.CreateChecked(before[at]) * (1 + decay);
                    for (int r = 0; r < rows; r++)
                    {
                        expected += double.CreateChecked(left[(r * height) + i]) * double.CreateChecked(numbers[(r * width) + j]);
                    }

                    Assert.Equal(expected, double.CreateChecked(target[at]), tolerance);
                }
            }

            Assert.Equal(before.AsSpan(0, Offset), target.AsSpan(0, Offset));
            Assert.Equal(before.AsSpan(Offset + shape.Length), target.AsSpan(Offset + shape.Length));
        }
    }

    private static T[] Numbers<T>(int count, int seed)
        where T : INumber<T>
    {
        Random random = new(seed);
        T[] numbers = new T[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = T.CreateChecked(random.NextDouble() - 0.5);
        }

        return numbers;
    }
}
