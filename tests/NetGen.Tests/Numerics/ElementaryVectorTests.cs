#if !NETSTANDARD_LIBRARY
using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>The functions of vectors: every width gives the bits of the scalar function in every lane, whatever stands in the others.</summary>
public sealed class ElementaryVectorTests
{
    private static readonly double[] Edges =
    [
        0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.Epsilon, -double.Epsilon, float.Epsilon, -float.Epsilon,
        1e-310, -1e-310, 1e-40, -1e-40, float.MaxValue, float.MinValue, double.MaxValue, double.MinValue, 1.0, -1.0, 0.5, -0.5,
        88.7, 88.8, -87.5, -103.9, -104.1, 709.7, 709.8, -708.5, -745.1, -745.2, 9.01, -9.03, 19.0, -19.2, 14.4, -14.4, 38.5, -38.5,
    ];

    private static readonly Dictionary<string, Overloads<float>> Single = new()
    {
        ["Exp"] = Overloads<float>.OfOne(Elementary.Exp, Elementary.Exp, Elementary.Exp, Elementary.Exp),
        ["Expm1"] = Overloads<float>.OfOne(Elementary.Expm1, Elementary.Expm1, Elementary.Expm1, Elementary.Expm1),
        ["Log"] = Overloads<float>.OfOne(Elementary.Log, Elementary.Log, Elementary.Log, Elementary.Log),
        ["Sigmoid"] = Overloads<float>.OfOne(Elementary.Sigmoid, Elementary.Sigmoid, Elementary.Sigmoid, Elementary.Sigmoid),
        ["Tanh"] = Overloads<float>.OfOne(Elementary.Tanh, Elementary.Tanh, Elementary.Tanh, Elementary.Tanh),
        ["Softplus"] = Overloads<float>.OfOne(Elementary.Softplus, Elementary.Softplus, Elementary.Softplus, Elementary.Softplus),
        ["NormalDensity"] = Overloads<float>.OfOne(Elementary.NormalDensity, Elementary.NormalDensity, Elementary.NormalDensity, Elementary.NormalDensity),
        ["NormalCdf"] = Overloads<float>.OfOne(Elementary.NormalCdf, Elementary.NormalCdf, Elementary.NormalCdf, Elementary.NormalCdf),
        ["BinaryCrossEntropy"] = new(Elementary.BinaryCrossEntropy, Elementary.BinaryCrossEntropy, Elementary.BinaryCrossEntropy, Elementary.BinaryCrossEntropy),
        ["XLogY"] = new(Elementary.XLogY, Elementary.XLogY, Elementary.XLogY, Elementary.XLogY),
        ["XOverY"] = new(Elementary.XOverY, Elementary.XOverY, Elementary.XOverY, Elementary.XOverY),
    };

    private static readonly Dictionary<string, Overloads<double>> Double = new()
    {
        ["Exp"] = Overloads<double>.OfOne(Elementary.Exp, Elementary.Exp, Elementary.Exp, Elementary.Exp),
        ["Expm1"] = Overloads<double>.OfOne(Elementary.Expm1, Elementary.Expm1, Elementary.Expm1, Elementary.Expm1),
        ["Log"] = Overloads<double>.OfOne(Elementary.Log, Elementary.Log, Elementary.Log, Elementary.Log),
        ["Sigmoid"] = Overloads<double>.OfOne(Elementary.Sigmoid, Elementary.Sigmoid, Elementary.Sigmoid, Elementary.Sigmoid),
        ["Tanh"] = Overloads<double>.OfOne(Elementary.Tanh, Elementary.Tanh, Elementary.Tanh, Elementary.Tanh),
        ["Softplus"] = Overloads<double>.OfOne(Elementary.Softplus, Elementary.Softplus, Elementary.Softplus, Elementary.Softplus),
        ["NormalDensity"] = Overloads<double>.OfOne(Elementary.NormalDensity, Elementary.NormalDensity, Elementary.NormalDensity, Elementary.NormalDensity),
        ["NormalCdf"] = Overloads<double>.OfOne(Elementary.NormalCdf, Elementary.NormalCdf, Elementary.NormalCdf, Elementary.NormalCdf),
        ["BinaryCrossEntropy"] = new(Elementary.BinaryCrossEntropy, Elementary.BinaryCrossEntropy, Elementary.BinaryCrossEntropy, Elementary.BinaryCrossEntropy),
        ["XLogY"] = new(Elementary.XLogY, Elementary.XLogY, Elementary.XLogY, Elementary.XLogY),
        ["XOverY"] = new(Elementary.XOverY, Elementary.XOverY, Elementary.XOverY, Elementary.XOverY),
    };

    public static TheoryData<string> Functions => [.. Single.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_width_gives_the_same_bits_in_single(string function) => Single[function].Check();

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_width_gives_the_same_bits_in_double(string function) => Double[function].Check();

    /// <summary>One function of two numbers, the second of which may be of no account.</summary>
    private sealed record Overloads<T>(
        Func<T, T, T> One,
        Func<Vector128<T>, Vector128<T>, Vector128<T>> Of128,
        Func<Vector256<T>, Vector256<T>, Vector256<T>> Of256,
        Func<Vector512<T>, Vector512<T>, Vector512<T>> Of512)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static Overloads<T> OfOne(
            Func<T, T> one, Func<Vector128<T>, Vector128<T>> of128, Func<Vector256<T>, Vector256<T>> of256, Func<Vector512<T>, Vector512<T>> of512) =>
            new((x, _) => one(x), (x, _) => of128(x), (x, _) => of256(x), (x, _) => of512(x));

        public void Check()
        {
            T[] x = Numbers(1);
            T[] y = Numbers(2);
            T[] expected = x.Zip(y, Expected).ToArray();
            T[] actual = new T[x.Length];

            for (int i = 0; i < x.Length; i += Vector128<T>.Count)
            {
                Of128(Vector128.Create(x, i), Vector128.Create(y, i)).CopyTo(actual, i);
            }

            AssertBits(x, y, expected, actual);
            for (int i = 0; i < x.Length; i += Vector256<T>.Count)
            {
                Of256(Vector256.Create(x, i), Vector256.Create(y, i)).CopyTo(actual, i);
            }

            AssertBits(x, y, expected, actual);
            for (int i = 0; i < x.Length; i += Vector512<T>.Count)
            {
                Of512(Vector512.Create(x, i), Vector512.Create(y, i)).CopyTo(actual, i);
            }

            AssertBits(x, y, expected, actual);
        }

        // Without vectors in the machine, the scalar function is the platform's, and vectors have only each other to agree with.
        private T Expected(T x, T y) => Vector128.IsHardwareAccelerated ? One(x, y) : Of128(Vector128.Create(x), Vector128.Create(y)).ToScalar();

        /// <summary>Ordinary numbers, numbers of every magnitude and edges, in any order.</summary>
        private static T[] Numbers(int seed)
        {
            Random random = new(seed);
            double[] numbers = new double[1 << 14];
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = (i % 4) switch
                {
                    0 => Edges[random.Next(Edges.Length)],
                    1 => (random.NextDouble() - 0.5) * Math.Pow(2.0, random.Next(-200, 200)),
                    _ => (random.NextDouble() - 0.5) * 40.0,
                };
            }

            random.Shuffle(numbers);
            return Array.ConvertAll(numbers, number => T.CreateTruncating(number));
        }

        private static void AssertBits(T[] x, T[] y, T[] expected, T[] actual)
        {
            for (int i = 0; i < x.Length; i++)
            {
                // NaN has many bit patterns, all of them right.
                bool same = T.IsNaN(expected[i]) ? T.IsNaN(actual[i]) : expected[i] == actual[i] && T.IsNegative(expected[i]) == T.IsNegative(actual[i]);
                Assert.True(same, $"{actual[i]:R} in place of {expected[i]:R} at {x[i]:R}, {y[i]:R}");
            }
        }
    }
}
#endif
