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

    static float IApproximation<float>.OneHalf => 0.5f;

    static float IApproximation<float>.Two => 2.0f;

    static float IApproximation<float>.RoundingShift => RoundingShift;

    static float IApproximation<float>.HeadMask => BitConverter.Int32BitsToSingle(~0xFFF);

    static float IApproximation<float>.SmallestExponent => -126.0f;

    static float IApproximation<float>.Log2E => 1.442695041f;

    static float IApproximation<float>.Ln2 => 0.693147181f;

    static float IApproximation<float>.Ln2High => 0.693145752f;

    static float IApproximation<float>.Ln2Low => 1.42860677e-6f;

    static float IApproximation<float>.SqrtTwoMinusOne => 0.414213562f;

    static float IApproximation<float>.OneOverSqrtTwoPi => 0.398942280f;

    static float IApproximation<float>.ExpHighest => 89.0f;

    static float IApproximation<float>.ExpLowest => -104.0f;

    static float IApproximation<float>.Expm1Lowest => -18.0f;

    static float IApproximation<float>.TanhReach => 9.02f;

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
