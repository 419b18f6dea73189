using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The random generator xoshiro256**: the same seed gives the same bits on every platform.</summary>
/// <remarks>
/// Used by generated code. D. Blackman and S. Vigna, Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47 (2021); its state comes from the seed by SplitMix64, as the authors
/// recommend. Real numbers are made with + − × ÷ √ and operations on bits alone: IEEE 754 prescribes the results of these to the last bit, whereas those of a platform's
/// <see cref="Math.Log(double)"/> differ. A struct without state besides these four words; the default value is no generator.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Xoshiro256
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number.</param>
    public Xoshiro256(ulong seed)
        : this(SplitMix64(ref seed), SplitMix64(ref seed), SplitMix64(ref seed), SplitMix64(ref seed))
    {
    }

    /// <summary>Starts a sequence from its state, not all of which may be 0.</summary>
    internal Xoshiro256(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        _s0 = s0;
        _s1 = s1;
        _s2 = s2;
        _s3 = s3;
    }

    /// <summary>64 random bits.</summary>
    /// <returns>Any number.</returns>
    public ulong NextUInt64()
    {
        ulong result = unchecked(RotateLeft(_s1 * 5, 7) * 9);
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number of the uniform distribution on [0, 1): a multiple of 2⁻⁵³.</summary>
    /// <returns>0 ≤ u &lt; 1.</returns>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1L << 53));

    /// <summary>A number of the standard normal distribution.</summary>
    /// <remarks>
    /// The polar method of G. Marsaglia and T. A. Bray, SIAM Review 6 (1964). It makes two numbers at once; the second is dropped, so that nothing but the four words is state.
    /// </remarks>
    /// <returns>Any finite number.</returns>
    public double NextNormal()
    {
        while (true)
        {
            double u = 2.0 * NextDouble() - 1.0;
            double v = 2.0 * NextDouble() - 1.0;
            double s = u * u + v * v;
            if (s < 1.0 && s > 0.0)
            {
                return u * Math.Sqrt(-2.0 * Log(s) / s);
            }
        }
    }

    /// <summary>ln x of a positive normal number.</summary>
    /// <remarks>
    /// x = m·2ᵏ with √½ ≤ m &lt; √2 from the bits of x, and ln m = 2·artanh r for r = (m − 1)/(m + 1). As r² ≤ 0.0295, twelve terms of the series
    /// r + r³/3 + r⁵/5 + … reach the last bit.
    /// </remarks>
    internal static double Log(double x)
    {
        const double Ln2 = 0.693147180559945309417232;
        const double SqrtTwo = 1.41421356237309504880169;

        long bits = BitConverter.DoubleToInt64Bits(x);
        int k = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m >= SqrtTwo)
        {
            m *= 0.5;
            k++;
        }

        double r = (m - 1.0) / (m + 1.0);
        double square = r * r;
        double sum = 0.0;
        for (int denominator = 23; denominator >= 3; denominator -= 2)
        {
            sum = (sum + 1.0 / denominator) * square;
        }

        return k * Ln2 + 2.0 * (r + r * sum);
    }

    /// <summary>The next number of a generator that is used for seeding alone.</summary>
    /// <remarks>S. Vigna's splitmix64.c, after G. Steele, D. Lea and C. Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.</remarks>
    internal static ulong SplitMix64(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    private static ulong RotateLeft(ulong value, int count) => (value << count) | (value >> (64 - count));
}
