using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Copies between panels and row-major order, and what is refused.</summary>
public class PanelStorageTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 40)]
    [InlineData(64, 33)]
    [InlineData(32, 100)]
    public void Every_element_goes_to_its_place_and_back_and_padding_is_0(int rows, int columns)
    {
        PanelShape shape = new(rows, columns, sizeof(float));
        float[] canonical = [.. Enumerable.Range(1, rows * columns).Select(i => (float)i)];
        foreach (bool transposed in new[] { false, true })
        {
            float[] stored = [.. Enumerable.Repeat(-1f, shape.Length + 1)];
            Panels.FromCanonical<float>(canonical, stored, shape, transposed);
            for (int r = 0; r < rows; r++)
            {
                for (int c = 0; c < columns; c++)
                {
                    Assert.Equal(canonical[transposed ? (c * rows) + r : (r * columns) + c], stored[shape.Offset(r, c)]);
                }
            }

            Assert.Equal(rows * columns, stored.AsSpan(0, shape.Length).ToArray().Count(value => value != 0));
            Assert.Equal(-1, stored[^1]);

            float[] back = [.. Enumerable.Repeat(-1f, canonical.Length + 1)];
            Panels.ToCanonical<float>(stored, shape, back, transposed);
            Assert.Equal([.. canonical, -1], back);
        }
    }

    [Fact]
    public void Columns_are_cleared_and_no_others()
    {
        float[] rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        Panels.ClearColumns<float>(rows, 4, rows: 3, from: 1, to: 2);
        Assert.Equal([1, 0, 3, 4, 5, 0, 7, 8, 9, 0], rows);
    }

    [Fact]
    public void Numbers_in_the_padding_never_reach_a_result()
    {
        PanelShape shape = new(3, 20, sizeof(float));
        float[] p = [.. Enumerable.Repeat(1e38f, shape.Length)];
        for (int i = 0; i < 3; i++)
        {
            for (int c = 0; c < 20; c++)
            {
                p[shape.Offset(i, c)] = 1;
            }
        }

        foreach (int rows in new[] { 1, 3, 40 })
        {
            float[] a = new float[rows * 32];
            for (int r = 0; r < rows; r++)
            {
                a.AsSpan(r * 32, 20).Fill(1);
            }

            float[] sums = new float[rows * 3];
            Panels.MultiplyTransposed(a, 32, p, shape, [], sums, 3, rows, default(Store));
            Assert.All(sums, sum => Assert.Equal(20, sum));
            Panels.Dot(a, 32, p, shape, [], sums, 3, rows, default(Store));
            Assert.All(sums, sum => Assert.Equal(20, sum));

            float[] products = new float[rows * 32];
            Panels.Multiply(a, 32, p, shape, [], products, 32, rows, default(Store));
            Assert.All(Enumerable.Range(0, rows * 20), i => Assert.Equal(3, products[(i / 20 * 32) + (i % 20)]));
        }
    }

    [Fact]
    public void Operands_that_are_too_short_are_refused_by_name()
    {
        // 2 × 3 times 3 × 20; rows of the target are 32 wide.
        PanelShape shape = new(3, 20, sizeof(float));
        float[] six = new float[6], p = new float[shape.Length], bias = new float[32], target = new float[64], wide = new float[64];
        Refused("a", () => Panels.Multiply(six.AsSpan(1), 3, p, shape, bias, target, 32, 2, default(Store)));
        Refused("p", () => Panels.Multiply(six, 3, p.AsSpan(1), shape, bias, target, 32, 2, default(Store)));
        Refused("bias", () => Panels.Multiply(six, 3, p, shape, bias.AsSpan(1), target, 32, 2, default(Store)));
        Refused("target", () => Panels.Multiply(six, 3, p, shape, bias, target.AsSpan(1), 32, 2, default(Store)));
        Refused("a", () => Panels.Multiply(six, -3, p, shape, bias, target, 32, 2, default(Store)));
        Refused("a", () => Panels.Multiply(six, 3, p, shape, bias, target, 32, 0, default(Store)));
        Refused("shape", () => Panels.Multiply(six, 3, p, new PanelShape(3, 20, sizeof(double)), bias, target, 32, 2, default(Store)));

        Refused("a", () => Panels.MultiplyTransposed(wide.AsSpan(1), 32, p, shape, six, six, 3, 2, default(Store)));
        Refused("bias", () => Panels.MultiplyTransposed(wide, 32, p, shape, six.AsSpan(4), six, 3, 2, default(Store)));
        Refused("target", () => Panels.Dot(wide, 32, p, shape, [], six.AsSpan(1), 3, 2, default(Store)));

        Refused("left", () => Panels.SumOuterProducts(six.AsSpan(1), 3, wide, 32, 2, p, shape, default(Store)));
        Refused("right", () => Panels.SumOuterProducts(six, 3, wide.AsSpan(1), 32, 2, p, shape, default(Store)));
        Refused("target", () => Panels.SumOuterProducts(six, 3, wide, 32, 2, p.AsSpan(1), shape, default(Store)));

        Refused("source", () => Panels.SumRows(six, 4, 2, target.AsSpan(0, 3), default(Store)));
        Refused("source", () => Panels.SumAll(six, 4, 2, 3, ref target[0], default(Store)));
        Refused("target", () => Panels.Each(six, 4, 2, 3, default(Store)));
        Refused("target", () => Panels.ClearColumns<float>(six, 4, 2, 0, 3));
        Refused("from", () => Panels.ClearColumns<float>(six, 3, 2, -1, 3));
        Refused("stored", () => Panels.ToCanonical<float>(p.AsSpan(1), shape, wide, false));
        Refused("canonical", () => Panels.FromCanonical<float>(wide.AsSpan(5), p, shape, false));
    }

    private static void Refused(string parameter, Action call) => Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(call).ParamName);
}
