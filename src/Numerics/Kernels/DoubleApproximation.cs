#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <inheritdoc cref="IApproximation{T}"/>
internal readonly struct DoubleApproximation : IApproximation<double>
{
    /// <inheritdoc cref="IApproximation{T}.RoundingShift"/>
    public const double RoundingShift = 1.5 * (1L << 52);

    /// <summary>The smallest normal number.</summary>
    public const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>Times this, every subnormal number is normal.</summary>
    public const double SubnormalScale = 1L << 54;

    /// <summary>The bits of √½.</summary>
    public const long RootHalfBits = 0x3FE6A09E667F3BCD;

    static double IApproximation<double>.OneHalf => 0.5;

    static double IApproximation<double>.Two => 2.0;

    static double IApproximation<double>.RoundingShift => RoundingShift;

    static double IApproximation<double>.HeadMask => BitConverter.Int64BitsToDouble(~0x7FFFFFFL);

    static double IApproximation<double>.SmallestExponent => -1022.0;

    static double IApproximation<double>.Log2E => 1.4426950408889634074;

    static double IApproximation<double>.Ln2High => 6.93147180369123816490e-1;

    static double IApproximation<double>.Ln2Low => 1.9082149292705878161e-10;

    static double IApproximation<double>.SqrtTwoMinusOne => 0.41421356237309504880;

    static double IApproximation<double>.OneOverSqrtTwoPi => 0.39894228040143267794;

    static double IApproximation<double>.ExpHighest => 710.0;

    static double IApproximation<double>.ExpLowest => -746.0;

    static double IApproximation<double>.Expm1Lowest => -38.0;

    static double IApproximation<double>.NormalReach => 39.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TArithmetic, TVector>(TVector r)
        where TArithmetic : struct, IArithmetic<TVector, double>
    {
        TVector square = TArithmetic.Multiply(r, r);
        return TArithmetic.Add(TArithmetic.Fill(1.0), TArithmetic.MultiplyAdd(ExpTail<TArithmetic, TVector>(r, square), square, r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExpTail<TArithmetic, TVector>(TVector r, TVector square)
        where TArithmetic : struct, IArithmetic<TVector, double>
    {
        TVector even = TArithmetic.Fill(2.762639153399645e-7);
        even = TArithmetic.MultiplyAdd(even, square, TArithmetic.Fill(2.4801504428085346e-5));
        even = TArithmetic.MultiplyAdd(even, square, TArithmetic.Fill(0.001388888893222598));
        even = TArithmetic.MultiplyAdd(even, square, TArithmetic.Fill(0.0416666666665749));
        even = TArithmetic.MultiplyAdd(even, square, TArithmetic.Fill(0.5000000000000006));

        TVector odd = TArithmetic.Fill(2.505376953026077e-8);
        odd = TArithmetic.MultiplyAdd(odd, square, TArithmetic.Fill(2.7557408497008935e-6));
        odd = TArithmetic.MultiplyAdd(odd, square, TArithmetic.Fill(0.00019841269717065825));
        odd = TArithmetic.MultiplyAdd(odd, square, TArithmetic.Fill(0.008333333333390735));
        odd = TArithmetic.MultiplyAdd(odd, square, TArithmetic.Fill(0.16666666666666588));

        return TArithmetic.MultiplyAdd(odd, r, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TArithmetic, TVector>(TVector z)
        where TArithmetic : struct, IArithmetic<TVector, double> => ElementaryKernel<DoubleApproximation, TArithmetic, TVector, double>.TanhByExp(z, reach: 19.1, ln2: 6.93147180559945309417e-1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogTail<TArithmetic, TVector>(TVector f)
        where TArithmetic : struct, IArithmetic<TVector, double>
    {
        // ln(1 + f) = 2·artanh s = f − ½f² + s·(½f² + s²·(⅔ + ⅖s² + …)), as in e_log.c of fdlibm, Sun Microsystems 1993.
        TVector s = TArithmetic.Divide(f, TArithmetic.Add(TArithmetic.Fill(2.0), f));
        TVector square = TArithmetic.Multiply(s, s);
        TVector fourth = TArithmetic.Multiply(square, square);

        TVector even = TArithmetic.Fill(0.1479778287810231);
        even = TArithmetic.MultiplyAdd(even, fourth, TArithmetic.Fill(0.18183570419010495));
        even = TArithmetic.MultiplyAdd(even, fourth, TArithmetic.Fill(0.28571428743309446));
        even = TArithmetic.MultiplyAdd(even, fourth, TArithmetic.Fill(0.6666666666666735));

        TVector odd = TArithmetic.Fill(0.15313880702770347);
        odd = TArithmetic.MultiplyAdd(odd, fourth, TArithmetic.Fill(0.22222198466968762));
        odd = TArithmetic.MultiplyAdd(odd, fourth, TArithmetic.Fill(0.39999999999411073));

        TVector series = TArithmetic.Multiply(square, TArithmetic.MultiplyAdd(odd, square, even));
        TVector half = TArithmetic.Multiply(TArithmetic.Multiply(f, f), TArithmetic.Fill(0.5));
        return TArithmetic.Subtract(TArithmetic.Multiply(s, TArithmetic.Add(half, series)), half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TailRatio<TArithmetic, TVector>(TVector y, out TVector denominator)
        where TArithmetic : struct, IArithmetic<TVector, double>
    {
        TVector p = TArithmetic.Fill(5.927929057389764e-6);
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(0.00015525549880730975));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(0.0020098976288215526));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(0.016598666062968056));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(0.09568709574738994));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(0.39900786395845955));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(1.2113630387328955));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(2.6312135236086287));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(3.898350841428564));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(3.5461662727619663));
        p = TArithmetic.MultiplyAdd(p, y, TArithmetic.Fill(1.5));

        TVector q = TArithmetic.Fill(-1.567521686763334e-8);
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(4.319261114916355e-6));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.00011264894114823696));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.001400199702701901));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.010880071570685471));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.05761245685646901));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.2127775393433342));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.5373563099452521));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.8572429703708357));
        q = TArithmetic.MultiplyAdd(q, y, TArithmetic.Fill(0.6781731587956926));

        denominator = TArithmetic.Multiply(p, TArithmetic.MultiplyAdd(TArithmetic.Fill(2.5), y, TArithmetic.Fill(2.0)));
        return TArithmetic.MultiplyAdd(q, y, p);
    }
}
#endif
