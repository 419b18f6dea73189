#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

// The logistic family. All of it but tanh starts from e^−|z|, which cannot overflow.
internal static partial class ElementaryKernel<TApproximation, TArithmetic, TVector, T>
{
    /// <summary>1/(1 + e) = 1 − e/(1 + e) or e/(1 + e) = e − e·e/(1 + e), so that the quotient's error counts for little.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid(TVector z)
    {
        TVector e = ExpOfMinusAbs(z);
        TVector factor = TArithmetic.Select(TArithmetic.LessThan(z, TArithmetic.Fill(T.Zero)), e, TArithmetic.Fill(T.One));
        TVector quotient = TArithmetic.Divide(e, TArithmetic.Subtract(TArithmetic.Fill(T.NegativeOne), e));
        return TArithmetic.MultiplyAdd(factor, quotient, factor);
    }

    /// <summary>h/(1 + h) for h = ½·(e^2|z| − 1), as h − h·h/(1 + h) or 1 − 1/(1 + h), with the sign of z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector z)
    {
        TVector one = TArithmetic.Fill(T.One);
        TVector half = TArithmetic.Fill(TApproximation.OneHalf);
        TVector y = TArithmetic.AtMost(TArithmetic.Fill(TApproximation.TanhReach), TArithmetic.Abs(z));
        TVector difference = ExpMinusOne(Reduce(TArithmetic.Add(y, y), out TVector n), ReductionError(n));
        TVector power = TArithmetic.PowerOfTwo(TArithmetic.Subtract(n, one));
        TVector h = TArithmetic.MultiplyAdd(difference, power, TArithmetic.Subtract(power, half));
        TVector factor = TArithmetic.AtMost(one, h);
        TVector quotient = TArithmetic.Divide(factor, TArithmetic.Subtract(TArithmetic.Fill(T.NegativeOne), h));
        return WithSignOf(z, TArithmetic.MultiplyAdd(factor, quotient, factor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus(TVector z) => TArithmetic.Add(TArithmetic.AtLeast(TArithmetic.Fill(T.Zero), z), SoftplusTail(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector BinaryCrossEntropy(TVector z, TVector t)
    {
        TVector zero = TArithmetic.Fill(T.Zero);
        TVector factor = TArithmetic.Subtract(TArithmetic.Select(TArithmetic.LessThan(zero, z), TArithmetic.Fill(T.One), zero), t);
        TVector tail = SoftplusTail(z);
        return TArithmetic.Select(TArithmetic.Equals(factor, zero), tail, TArithmetic.MultiplyAdd(factor, z, tail));
    }

    /// <summary>ln(1 + e^−|z|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SoftplusTail(TVector z)
    {
        TVector one = TArithmetic.Fill(T.One);
        TVector e = ExpOfMinusAbs(z);

        // 1 + e is (1 + f)·scale⁻¹, where that is 1 or 2.
        TVector large = TArithmetic.LessThan(TArithmetic.Fill(TApproximation.SqrtTwoMinusOne), e);
        TVector scale = TArithmetic.Select(large, TArithmetic.Fill(TApproximation.OneHalf), one);
        TVector difference = TArithmetic.Subtract(scale, one);
        TVector f = TArithmetic.MultiplyAdd(e, scale, difference);
        return LogOfReduced(f, TArithmetic.Multiply(difference, TArithmetic.Fill(-TApproximation.Two)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfMinusAbs(TVector z)
    {
        TVector x = TArithmetic.Or(z, TArithmetic.Fill(T.NegativeZero));
        return ExpOfBounded(TArithmetic.AtLeast(TArithmetic.Fill(TApproximation.ExpLowest), x));
    }
}
#endif
