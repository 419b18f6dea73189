#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

// The standard normal distribution. Both functions are e^(−z²/2) times something, and are scaled last, so that a subnormal result is rounded once.
internal static partial class ElementaryKernel<TApproximation, TArithmetic, TVector, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalDensity(TVector z)
    {
        TVector difference = ExpOfMinusHalfSquareMinusOne(Reach(z), out TVector n);
        TVector factor = TArithmetic.Fill(TApproximation.OneOverSqrtTwoPi);
        return TArithmetic.Scale(TArithmetic.MultiplyAdd(factor, difference, factor), n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalCdf(TVector z)
    {
        TVector y = Reach(z);
        TVector difference = ExpOfMinusHalfSquareMinusOne(y, out TVector n);
        TVector numerator = TApproximation.TailRatio<TArithmetic, TVector>(y, out TVector denominator);
        TVector tail = TArithmetic.Scale(TArithmetic.Divide(TArithmetic.MultiplyAdd(numerator, difference, numerator), denominator), n);
        return TArithmetic.Select(TArithmetic.LessThan(z, TArithmetic.Fill(T.Zero)), tail, TArithmetic.Subtract(TArithmetic.Fill(T.One), tail));
    }

    /// <summary>|z|, but no more than it takes to reach 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reach(TVector z) => TArithmetic.AtMost(TArithmetic.Fill(TApproximation.NormalReach), TArithmetic.Abs(z));

    /// <summary>d, where e^(−y²/2) = (1 + d)·2ⁿ and 1 + d lies between √½ and √2.</summary>
    /// <remarks>
    /// Rounding y² alone would cost many units in the last place in the tails. What it took comes back by way of y's leading bits, whose square is exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfMinusHalfSquareMinusOne(TVector y, out TVector n)
    {
        TVector minusHalf = TArithmetic.Fill(-TApproximation.OneHalf);
        TVector head = TArithmetic.And(y, TArithmetic.Fill(TApproximation.HeadMask));
        TVector x = TArithmetic.Multiply(minusHalf, TArithmetic.Multiply(y, y));
        TVector lost = TArithmetic.MultiplyAdd(
            TArithmetic.Multiply(minusHalf, TArithmetic.Subtract(y, head)),
            TArithmetic.Add(y, head),
            TArithmetic.Subtract(TArithmetic.Multiply(minusHalf, TArithmetic.Multiply(head, head)), x));

        TVector high = Reduce(x, out n, out TVector low);
        return ExpMinusOne(high, TArithmetic.Add(low, lost));
    }
}
#endif
