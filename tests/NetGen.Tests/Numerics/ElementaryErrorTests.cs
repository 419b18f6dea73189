using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Numerics;
using Xunit;
using Xunit.Abstractions;
#if !NETSTANDARD_LIBRARY
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
#endif

namespace NetGen.Tests.Numerics;

/// <summary>
/// The largest error of every function in float, in units in the last place, against the same function in double. One float in a thousand is tried, of every
/// magnitude, and all that lie around an edge; with NETGEN_ALL_FLOATS=1 in the environment it is every float.
/// </summary>
public sealed class ElementaryErrorTests(ITestOutputHelper output)
{
    private const uint Infinity = 0x7F80_0000;
    private const uint Sign = 0x8000_0000;
    private const double TwoTo128 = 65536.0 * 65536.0 * 65536.0 * 65536.0 * 65536.0 * 65536.0 * 65536.0 * 65536.0;

    // Where functions overflow, underflow, saturate or change their method, besides 0 and infinity.
    private static readonly float[] Edges =
    [
        1.17549435e-38f, 0.34657359f, 0.41421356f, 0.70710678f, 0.88137359f, 1f, 1.41421356f, 2f, 5.5f, 8.317766f, 9.0109f, 9.02f, 13f, 14.5f,
        16.635532f, 17.32868f, 18f, 87.33655f, 88.02969f, 88.72284f, 89f, 103.27893f, 103.97208f, 104f,
    ];

    private static bool EveryFloat => Environment.GetEnvironmentVariable("NETGEN_ALL_FLOATS") == "1";

    /// <summary>The bounds with a fused multiply-add are those of the documentation, the largest error over all floats; those without it are of samples, with some room.</summary>
    [Theory]
    [InlineData("Exp", 0.92, 1.2)]
    [InlineData("Expm1", 1.65, 1.9)]
    [InlineData("Log", 0.94, 1.1)]
    [InlineData("Sigmoid", 2.41, 2.6)]
    [InlineData("Tanh", 5.45, 5.9)]
    [InlineData("Softplus", 1.78, 1.9)]
    [InlineData("NormalDensity", 1.21, 1.4)]
    [InlineData("NormalCdf", 3.92, 4.3)]
    public void Single_is_accurate(string function, double fused, double unfused)
    {
        (Func<float, float> single, Func<double, double> exact) = Function(function);

        Worst worst = EveryFloat ? WorstOf(single, exact, 0, Infinity, 1) : WorstOf(single, exact, 0, Infinity, 1009);
        foreach (float edge in Edges)
        {
            uint bits = BitConverter.SingleToUInt32Bits(edge);
            worst = worst.Or(WorstOf(single, exact, bits - 500, bits + 500, 1));
        }

        worst = worst.Or(WorstOf(single, exact, 0, 500, 1)).Or(WorstOf(single, exact, Infinity - 500, Infinity, 1));
        output.WriteLine($"{function}: {worst.Ulps:0.0000} ulp at {worst.X:R}: {single(worst.X):R} for {exact(worst.X):R}");
        double bound = Arithmetic switch { Rounding.Once => 0.5001, Rounding.Fused => fused, _ => unfused };
        Assert.True(worst.Ulps <= bound, $"{worst.Ulps} ulp at {worst.X:R}: {single(worst.X):R} for {exact(worst.X):R}");
    }

    /// <summary>Where it is nearly z, the rounding of its quotient counts, and hardly that of the polynomials.</summary>
    [Fact]
    public void Tanh_is_nearer_where_its_argument_is_small()
    {
        Worst worst = WorstOf(Elementary.Tanh, Math.Tanh, 0, BitConverter.SingleToUInt32Bits(1f), EveryFloat ? 1u : 1009u);

        output.WriteLine($"{worst.Ulps:0.0000} ulp at {worst.X:R}");
        Assert.True(worst.Ulps <= (Arithmetic == Rounding.Unfused ? 3.5 : 2.70), $"{worst.Ulps} ulp at {worst.X:R}");
    }

    [Fact]
    public void Tanh_never_leaves_its_range()
    {
        for (float z = 7f; z < 9.1f; z = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(z) + 1))
        {
            float y = Elementary.Tanh(z);
            Assert.True(y <= 1f && Elementary.Tanh(-z) == -y, $"tanh {z:R} = {y:R}");
        }
    }

    private enum Rounding
    {
        /// <summary>In double, and once to float.</summary>
        Once,
        Fused,
        Unfused,
    }

#if NETSTANDARD_LIBRARY
    private static Rounding Arithmetic => Rounding.Once;
#else
    private static Rounding Arithmetic => !Vector128.IsHardwareAccelerated ? Rounding.Once : Fma.IsSupported || AdvSimd.IsSupported ? Rounding.Fused : Rounding.Unfused;
#endif

    private static (Func<float, float> Single, Func<double, double> Exact) Function(string name) => name switch
    {
        "Exp" => (Elementary.Exp, Math.Exp),
        "Expm1" => (Elementary.Expm1, PortableElementary.Expm1),
        "Log" => (Elementary.Log, Math.Log),
        "Sigmoid" => (Elementary.Sigmoid, PortableElementary.Sigmoid),
        "Tanh" => (Elementary.Tanh, Math.Tanh),
        "Softplus" => (Elementary.Softplus, PortableElementary.Softplus),
        "NormalDensity" => (Elementary.NormalDensity, PortableElementary.NormalDensity),
        "NormalCdf" => (Elementary.NormalCdf, PortableElementary.NormalCdf),
        _ => throw new ArgumentException($"No function {name}.", nameof(name)),
    };

    /// <summary>Both signs of the floats whose bits are first, first + step, … up to last.</summary>
    private static Worst WorstOf(Func<float, float> single, Func<double, double> exact, uint first, uint last, uint step)
    {
        const uint Chunk = 1 << 20;
        IEnumerable<long> starts = Enumerable.Range(0, (int)((last - first) / step / Chunk) + 1).Select(chunk => first + ((long)chunk * Chunk * step));
        return starts.AsParallel().Select(start =>
        {
            Worst worst = new(0.0, 0f);
            long end = Math.Min(last, start + ((long)(Chunk - 1) * step));
            for (long bits = start; bits <= end; bits += step)
            {
                worst = worst.Or(Error(single, exact, (uint)bits)).Or(Error(single, exact, (uint)bits | Sign));
            }

            return worst;
        }).Aggregate(new Worst(0.0, 0f), (a, b) => a.Or(b));
    }

    private static Worst Error(Func<float, float> single, Func<double, double> exact, uint bits)
    {
        float x = BitConverter.UInt32BitsToSingle(bits);
        float actual = single(x);
        double expected = exact(x);
        if (actual == (float)expected)
        {
            return new(0.5, x); // at most
        }

        return float.IsNaN(actual) != double.IsNaN(expected) ? new(double.PositiveInfinity, x)
            : float.IsNaN(actual) ? new(0.0, x)
            : new(Math.Abs(Finite(actual) - Finite(expected)) / Ulp(expected), x);
    }

    /// <summary>For infinity the number that would follow the largest float.</summary>
    private static double Finite(double x) => Math.Max(-TwoTo128, Math.Min(TwoTo128, x));

    /// <summary>The distance of floats where x lies.</summary>
    private static double Ulp(double x)
    {
        int exponent = (int)(BitConverter.SingleToUInt32Bits((float)Math.Min(Math.Abs(x), float.MaxValue)) >> 23);
        return BitConverter.Int64BitsToDouble((long)(Math.Max(exponent, 1) - 150 + 1023) << 52);
    }

    private readonly record struct Worst(double Ulps, float X)
    {
        public Worst Or(Worst other) => other.Ulps > Ulps ? other : this;
    }
}
