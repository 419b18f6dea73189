#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <inheritdoc cref="IApproximation{T}"/>
internal readonly struct SingleApproximation : IApproximation<float>
{
    /// <inheritdoc cref="IApproximation{T}.RoundingShift"/>
    public const float RoundingShift = 1.5f * (1 << 23);

    /// <summary>The smallest normal number.</summary>
    public const float SmallestNormal = 1.17549435e-38f;

    /// <summary>Times this, every subnormal number is normal.</summary>
    public const float SubnormalScale = 1 << 24;

    /// <summary>The bits of √½.</summary>
    public const int RootHalfBits = 0x3F3504F3;

    // eʳ = 1 + r + Exp2·r² + … + Exp6·r⁶ for |r| ≤ ½·ln 2.
    private const float Exp2 = 0.49999997f;
    private const float Exp3 = 0.16666542f;
    private const float Exp4 = 0.041667204f;
    private const float Exp5 = 0.008366692f;
    private const float Exp6 = 0.001388249f;

    /// <summary>Beyond it tanh z is ±1.</summary>
    private const float TanhReach = 9.02f;

    static float IApproximation<float>.OneHalf => 0.5f;

    static float IApproximation<float>.Two => 2.0f;

    static float IApproximation<float>.RoundingShift => RoundingShift;

    static float IApproximation<float>.HeadMask => BitConverter.Int32BitsToSingle(~0xFFF);

    static float IApproximation<float>.SmallestExponent => -126.0f;

    static float IApproximation<float>.Log2E => 1.442695041f;

    static float IApproximation<float>.Ln2High => 0.693145752f;

    static float IApproximation<float>.Ln2Low => 1.42860677e-6f;

    static float IApproximation<float>.SqrtTwoMinusOne => 0.414213562f;

    static float IApproximation<float>.OneOverSqrtTwoPi => 0.398942280f;

    static float IApproximation<float>.ExpHighest => 89.0f;

    static float IApproximation<float>.ExpLowest => -104.0f;

    static float IApproximation<float>.Expm1Lowest => -18.0f;

    static float IApproximation<float>.NormalReach => 14.5f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TArithmetic, TVector>(TVector r)
        where TArithmetic : struct, IArithmetic<TVector, float>
    {
        // As few operations as there are: in a softmax these wait for the units that products need, and not for one another.
        TVector one = TArithmetic.Fill(1.0f);
        TVector p = TArithmetic.MultiplyAdd(r, TArithmetic.Fill(Exp6), TArithmetic.Fill(Exp5));
        p = TArithmetic.MultiplyAdd(p, r, TArithmetic.Fill(Exp4));
        p = TArithmetic.MultiplyAdd(p, r, TArithmetic.Fill(Exp3));
        p = TArithmetic.MultiplyAdd(p, r, TArithmetic.Fill(Exp2));
        p = TArithmetic.MultiplyAdd(p, r, one);
        return TArithmetic.MultiplyAdd(p, r, one);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExpTail<TArithmetic, TVector>(TVector r, TVector square)
        where TArithmetic : struct, IArithmetic<TVector, float>
    {
        // In pairs that need not wait for the square.
        TVector high = TArithmetic.MultiplyAdd(r, TArithmetic.Fill(Exp5), TArithmetic.Fill(Exp4));
        high = TArithmetic.MultiplyAdd(square, TArithmetic.Fill(Exp6), high);
        TVector low = TArithmetic.MultiplyAdd(r, TArithmetic.Fill(Exp3), TArithmetic.Fill(Exp2));
        return TArithmetic.MultiplyAdd(high, square, low);
    }

    /// <summary>
    /// (z + z³·P(z²)) / (1 + z²·Q(z²)): sixteen operations, where the way by an exponential takes twenty-two, and more of them wait for one another. Near 0 the quotient is z,
    /// and the polynomials count for little; near ±1 their rounding could lead beyond.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TArithmetic, TVector>(TVector z)
        where TArithmetic : struct, IArithmetic<TVector, float>
    {
        TVector x = TArithmetic.AtLeast(TArithmetic.Fill(-TanhReach), TArithmetic.AtMost(TArithmetic.Fill(TanhReach), z));
        TVector square = TArithmetic.Multiply(x, x);
        TVector fourth = TArithmetic.Multiply(square, square);

        TVector p = TArithmetic.MultiplyAdd(square, TArithmetic.Fill(1.3384314e-8f), TArithmetic.Fill(2.0635813e-5f));
        p = TArithmetic.MultiplyAdd(p, fourth, TArithmetic.MultiplyAdd(square, TArithmetic.Fill(0.003497457f), TArithmetic.Fill(0.13382687f)));
        TVector numerator = TArithmetic.MultiplyAdd(p, TArithmetic.Multiply(x, square), x);

        TVector q = TArithmetic.MultiplyAdd(square, TArithmetic.Fill(7.790248e-7f), TArithmetic.Fill(0.0003288516f));
        q = TArithmetic.MultiplyAdd(q, fourth, TArithmetic.MultiplyAdd(square, TArithmetic.Fill(0.025884358f), TArithmetic.Fill(0.46716008f)));
        TVector one = TArithmetic.Fill(1.0f);
        TVector quotient = TArithmetic.Divide(numerator, TArithmetic.MultiplyAdd(q, square, one));
        return TArithmetic.AtLeast(TArithmetic.Fill(-1.0f), TArithmetic.AtMost(one, quotient));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogTail<TArithmetic, TVector>(TVector f)
        where TArithmetic : struct, IArithmetic<TVector, float>
    {
        TVector square = TArithmetic.Multiply(f, f);

        TVector even = TArithmetic.Fill(0.12761752f);
        even = TArithmetic.MultiplyAdd(even, square, TArithmetic.Fill(0.14201738f));
        even = TArithmetic.MultiplyAdd(even, square, TArithmetic.Fill(0.20001228f));
        even = TArithmetic.MultiplyAdd(even, square, TArithmetic.Fill(0.3333333f));

        TVector odd = TArithmetic.Fill(-0.076346144f);
        odd = TArithmetic.MultiplyAdd(odd, square, TArithmetic.Fill(-0.13160221f));
        odd = TArithmetic.MultiplyAdd(odd, square, TArithmetic.Fill(-0.16623351f));
        odd = TArithmetic.MultiplyAdd(odd, square, TArithmetic.Fill(-0.25000823f));

        TVector cubic = TArithmetic.MultiplyAdd(odd, f, even);
        return TArithmetic.Multiply(square, TArithmetic.MultiplyAdd(cubic, f, TArithmetic.Fill(-0.5f)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TailRatio<TArithmetic, TVector>(TVector y, out TVector denominator)
        where TArithmetic : struct, IArithmetic<TVector, float>
    {
        TVector p = TArithmetic.Fill(0.018056704f);
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(0.1676604f));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(0.748343f));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(1.8695357f));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(2.5532932f));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(1.5f));

        TVector q = TArithmetic.Fill(-4.7628608e-5f);
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.013957227f));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.113943964f));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.4083438f));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.67817354f));

        denominator = TArithmetic.Multiply(p, TArithmetic.MultiplyAdd(TArithmetic.Fill(2.5f), y, TArithmetic.Fill(2.0f)));
        return TArithmetic.MultiplyAdd(q, y, p);
    }
}
#endif
