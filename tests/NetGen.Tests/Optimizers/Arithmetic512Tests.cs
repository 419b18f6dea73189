#if !NETSTANDARD_LIBRARY
using System;
using System.Runtime.Intrinsics;
using NetGen.Optimizers.Arithmetic;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>Square roots and quotients that are estimated and improved are within 1 ulp, at the edges too.</summary>
public class Arithmetic512Tests
{
    private const int Count = 1 << 16;

    private static Arithmetic512<float> Vectors => default;

    [Fact]
    public void Roots_are_within_one_ulp()
    {
        Random random = new(1);
        for (int i = 0; i < Count; i++)
        {
            float x = BitConverter.Int32BitsToSingle(random.Next(0x00800000, 0x7f800000));
            AssertWithinUlp(MathF.Sqrt(x), Vectors.SquareRoot(Vector512.Create(x))[i % 16], x);
        }
    }

    [Fact]
    public void Quotients_are_within_one_ulp()
    {
        Random random = new(2);
        for (int i = 0; i < Count; i++)
        {
            // Divisors of optimizers: a root, and what is added to it.
            float right = (float)Math.Exp((random.NextDouble() * 60) - 20);
            float left = (float)((random.NextDouble() - 0.5) * Math.Exp((random.NextDouble() * 40) - 20));
            AssertWithinUlp(left / right, Vectors.Divide(Vector512.Create(left), Vector512.Create(right))[i % 16], right);
        }
    }

    [Fact]
    public void Edges_are_what_they_are()
    {
        Assert.Equal(0, Root(0));
        Assert.Equal(0, Vectors.Divide(Vector512.Create(0f), Vector512.Create(1e-8f))[0]);
        Assert.True(float.IsNaN(Root(float.NaN)));
        Assert.True(float.IsNaN(Vectors.Divide(Vector512.Create(float.NaN), Vector512.Create(1f))[0]));
        Assert.True(Root(float.PositiveInfinity) >= 1.8e19f);
        Assert.InRange(Root(float.Epsilon), 0, 1e-19f);
        AssertWithinUlp(MathF.Sqrt(float.MaxValue), Root(float.MaxValue), float.MaxValue);
    }

    private static float Root(float x) => Vectors.SquareRoot(Vector512.Create(x))[0];

    private static void AssertWithinUlp(float expected, float actual, float of) => Assert.True(
        Math.Abs(BitConverter.SingleToInt32Bits(expected) - BitConverter.SingleToInt32Bits(actual)) <= 1, $"{of:R}: {expected:R} expected, {actual:R} came.");
}
#endif
