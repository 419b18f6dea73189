#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

// The logistic family. All of it but tanh of floats starts from e^−|z| or its square, which cannot overflow.
internal static partial class ElementaryKernel<TApproximation, TArithmetic, TVector, T>
{
    /// <summary>1/(1 + e), or e/(1 + e) where z is negative: the shortest way, as one sample waits for all of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid(TVector z)
    {
        TVector e = ExpOfMinusAbs(z);
        TVector one = TArithmetic.Fill(T.One);
        TVector numerator = TArithmetic.Select(TArithmetic.LessThan(z, TArithmetic.Fill(T.Zero)), e, one);
        return TArithmetic.Divide(numerator, TArithmetic.Add(one, e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector z) => TApproximation.Tanh<TArithmetic, TVector>(z);

    /// <summary>
    /// m/(2 − m) = ½m + ½m·m/(2 − m) for m = 1 − e and e = e^−2|z|, with the sign of z. As m is at most 1, nothing goes beyond 1. What ln 2 is
    /// rounded by counts for nothing in e = 2ⁿ·eʳ: where n is large, 2ⁿ is small. 2 − m is 1 + e, which needs not wait for m.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TanhByExp(TVector z, T reach, T ln2)
    {
        TVector one = TArithmetic.Fill(T.One);
        TVector x = TArithmetic.AtLeast(TArithmetic.Fill(-reach), MinusAbs(z));
        TVector n = Nearest(x, TApproximation.Log2E + TApproximation.Log2E);
        TVector r = TArithmetic.MultiplyAdd(n, TArithmetic.Fill(-ln2), TArithmetic.Add(x, x));
        TVector power = TArithmetic.PowerOfTwo(n);
        TVector difference = ExpMinusOne(r);
        TVector m = TArithmetic.MultiplyAdd(TArithmetic.Negate(difference), power, TArithmetic.Subtract(one, power));
        TVector quotient = TArithmetic.Divide(m, TArithmetic.MultiplyAdd(difference, power, TArithmetic.Add(one, power)));
        TVector half = TArithmetic.Multiply(m, WithSignOf(z, TArithmetic.Fill(TApproximation.OneHalf)));
        return TArithmetic.MultiplyAdd(half, quotient, half);
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

    /// <summary>e^−|z|. Its operations wait for one another, and not for a unit: one more than in e^x makes it shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfMinusAbs(TVector z)
    {
        TVector r = Reduce(TArithmetic.AtLeast(TArithmetic.Fill(TApproximation.ExpLowest), MinusAbs(z)), out TVector n);
        return TArithmetic.Scale(TArithmetic.Add(ExpMinusOne(r), TArithmetic.Fill(T.One)), n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MinusAbs(TVector z) => TArithmetic.Or(z, TArithmetic.Fill(T.NegativeZero));
}
#endif
