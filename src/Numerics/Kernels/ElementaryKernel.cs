#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>The functions of <see cref="Elementary"/> for vectors of one type.</summary>
/// <remarks>No lane depends on its neighbours, and every width gives the same bits.</remarks>
internal static partial class ElementaryKernel<TApproximation, TArithmetic, TVector, T>
    where TApproximation : struct, IApproximation<T>
    where TArithmetic : struct, IArithmetic<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x)
    {
        x = TArithmetic.AtMost(TArithmetic.Fill(TApproximation.ExpHighest), x);
        x = TArithmetic.AtLeast(TArithmetic.Fill(TApproximation.ExpLowest), x);
        return ExpOfBounded(x);
    }

    /// <summary>2ⁿ·[(eʳ − 1) + (1 − 2⁻ⁿ)]: nothing overflows before the result does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Expm1(TVector x)
    {
        TVector bounded = TArithmetic.AtMost(TArithmetic.Fill(TApproximation.ExpHighest), x);
        bounded = TArithmetic.AtLeast(TArithmetic.Fill(TApproximation.Expm1Lowest), bounded);
        TVector difference = ExpMinusOne(Reduce(bounded, out TVector n, out TVector low), low);

        // 2⁻ⁿ is lost beside 1 long before it ceases to be normal.
        TVector inverse = TArithmetic.PowerOfTwo(TArithmetic.AtLeast(TArithmetic.Fill(TApproximation.SmallestExponent), TArithmetic.Negate(n)));
        TVector result = TArithmetic.Scale(TArithmetic.Add(difference, TArithmetic.Subtract(TArithmetic.Fill(T.One), inverse)), n);

        // The sum has lost the sign of −0.
        return WithSignOf(x, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log(TVector x)
    {
        TVector n = TArithmetic.Exponent(x, out TVector mantissa);
        TVector result = LogOfReduced(TArithmetic.Subtract(mantissa, TArithmetic.Fill(T.One)), n);

        TVector infinity = TArithmetic.Fill(T.PositiveInfinity);
        TVector zero = TArithmetic.Fill(T.Zero);
        result = TArithmetic.Select(TArithmetic.Equals(x, infinity), infinity, result);
        TVector otherwise = TArithmetic.Select(TArithmetic.Equals(x, zero), TArithmetic.Fill(T.NegativeInfinity), TArithmetic.Fill(T.NaN));
        return TArithmetic.Select(TArithmetic.LessThan(zero, x), result, otherwise);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector XLogY(TVector x, TVector y) => WhereNotZero(x, TArithmetic.Multiply(x, Log(y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector XOverY(TVector x, TVector y) => WhereNotZero(x, TArithmetic.Divide(x, y));

    /// <summary>eˣ, where that is not far out of range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfBounded(TVector x)
    {
        TVector r = Reduce(x, out TVector n);
        return TArithmetic.Scale(TApproximation.Exp<TArithmetic, TVector>(r), n);
    }

    /// <summary>x − n·ln 2 for the integer n that brings it to ±½·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reduce(TVector x, out TVector n)
    {
        n = Nearest(x, TApproximation.Log2E);
        TVector high = TArithmetic.MultiplyAdd(n, TArithmetic.Fill(-TApproximation.Ln2High), x);
        return TArithmetic.MultiplyAdd(n, TArithmetic.Fill(-TApproximation.Ln2Low), high);
    }

    /// <summary>The same as a sum of two numbers, so that it is not rounded; the second is small against the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reduce(TVector x, out TVector n, out TVector low)
    {
        n = Nearest(x, TApproximation.Log2E);
        low = TArithmetic.Multiply(n, TArithmetic.Fill(-TApproximation.Ln2Low));
        return TArithmetic.MultiplyAdd(n, TArithmetic.Fill(-TApproximation.Ln2High), x);
    }

    /// <summary>The integer nearest to x·factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Nearest(TVector x, T factor)
    {
        TVector shift = TArithmetic.Fill(TApproximation.RoundingShift);
        return TArithmetic.Subtract(TArithmetic.MultiplyAdd(x, TArithmetic.Fill(factor), shift), shift);
    }

    /// <summary>eʳ − 1 for |r| ≤ ½·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpMinusOne(TVector r)
    {
        TVector square = TArithmetic.Multiply(r, r);
        return TArithmetic.MultiplyAdd(TApproximation.ExpTail<TArithmetic, TVector>(r, square), square, r);
    }

    /// <summary>eʳ − 1 for r = high + low.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpMinusOne(TVector high, TVector low)
    {
        TVector r = TArithmetic.Add(high, low);
        TVector square = TArithmetic.Multiply(r, r);
        return TArithmetic.Add(high, TArithmetic.MultiplyAdd(TApproximation.ExpTail<TArithmetic, TVector>(r, square), square, low));
    }

    /// <summary>ln((1 + f)·2ⁿ) for √½ ≤ 1 + f ≤ √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogOfReduced(TVector f, TVector n)
    {
        TVector rest = TArithmetic.MultiplyAdd(n, TArithmetic.Fill(TApproximation.Ln2Low), TApproximation.LogTail<TArithmetic, TVector>(f));
        return TArithmetic.MultiplyAdd(n, TArithmetic.Fill(TApproximation.Ln2High), TArithmetic.Add(f, rest));
    }

    /// <summary>0 where x is 0, whatever the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WhereNotZero(TVector x, TVector value)
    {
        TVector zero = TArithmetic.Fill(T.Zero);
        return TArithmetic.Select(TArithmetic.Equals(x, zero), zero, value);
    }

    /// <summary>A number whose sign is that of x or +, with the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WithSignOf(TVector x, TVector number) => TArithmetic.Or(number, TArithmetic.And(x, TArithmetic.Fill(T.NegativeZero)));
}
#endif
