#if !NETSTANDARD_LIBRARY
using System;
using System.Runtime.Intrinsics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>left·right + addend, rounded once or twice.</summary>
public class FusedTests
{
    [Fact]
    public void Every_width_gives_one_of_the_two_roundings()
    {
        Random random = new(1);
        for (int i = 0; i < 1000; i++)
        {
            (double a, double b, double c) = (Draw(random), Draw(random), Draw(random));
            AssertRounded(a, b, c, Fused.MultiplyAdd(a, b, c));
            AssertRounded(a, b, c, Fused.MultiplyAdd(Vector128.Create(a), Vector128.Create(b), Vector128.Create(c))[1]);
            AssertRounded(a, b, c, Fused.MultiplyAdd(Vector256.Create(a), Vector256.Create(b), Vector256.Create(c))[3]);
            AssertRounded(a, b, c, Fused.MultiplyAdd(Vector512.Create(a), Vector512.Create(b), Vector512.Create(c))[7]);

            (float s, float t, float u) = ((float)a, (float)b, (float)c);
            AssertRounded(s, t, u, Fused.MultiplyAdd(s, t, u));
            AssertRounded(s, t, u, Fused.MultiplyAdd(Vector128.Create(s), Vector128.Create(t), Vector128.Create(u))[3]);
            AssertRounded(s, t, u, Fused.MultiplyAdd(Vector256.Create(s), Vector256.Create(t), Vector256.Create(u))[7]);
            AssertRounded(s, t, u, Fused.MultiplyAdd(Vector512.Create(s), Vector512.Create(t), Vector512.Create(u))[15]);
        }
    }

    [Fact]
    public void Lanes_stay_apart() => Assert.Equal(
        Vector128.Create(12f, 26, 42, 60), Fused.MultiplyAdd(Vector128.Create(1f, 2, 3, 4), Vector128.Create(5f, 6, 7, 8), Vector128.Create(7f, 14, 21, 28)));

    private static double Draw(Random random) => (random.NextDouble() * 2) - 1;

    private static void AssertRounded(double a, double b, double c, double actual) =>
        Assert.True(actual == (a * b) + c || actual == Math.FusedMultiplyAdd(a, b, c), $"{a:R}·{b:R} + {c:R} gave {actual:R}");

    private static void AssertRounded(float a, float b, float c, float actual) =>
        Assert.True(actual == (a * b) + c || actual == MathF.FusedMultiplyAdd(a, b, c), $"{a:R}·{b:R} + {c:R} gave {actual:R}");
}
#endif
