#if NET8_0_OR_GREATER
namespace NetGen.Numerics.Kernels;

/// <summary>The numbers behind elementary functions that depend on the precision: constants, and polynomials that reach the last bit of <typeparamref name="T"/>.</summary>
/// <remarks>
/// Coefficients are minimax in relative error, found by Remez' exchange or Lawson's weights and, for quotients, by moving the nodes of a rational interpolant until all
/// its errors are level (C. Hofreither, An algorithm for best rational approximation based on barycentric rational interpolation, Numer. Algorithms 88, 2021).
/// Those of tanh of floats were then chosen among their neighbors by the error that rounding leaves.
/// Polynomials are summed in parts, so that few steps wait for each other, but for <see cref="TailRatio"/>, where that would cost accuracy, and e^x of floats,
/// where it would cost operations.
/// </remarks>
internal interface IApproximation<T>
    where T : unmanaged
{
    static abstract T OneHalf { get; }

    static abstract T Two { get; }

    /// <summary>Added to a number and subtracted again, it leaves the nearest integer.</summary>
    static abstract T RoundingShift { get; }

    /// <summary>A mask of the leading bits of a number: their square is exact.</summary>
    static abstract T HeadMask { get; }

    /// <summary>The exponent of the smallest normal number.</summary>
    static abstract T SmallestExponent { get; }

    static abstract T Log2E { get; }

    /// <summary>The leading bits of ln 2, so few that their product with an exponent is exact.</summary>
    static abstract T Ln2High { get; }

    static abstract T Ln2Low { get; }

    static abstract T SqrtTwoMinusOne { get; }

    static abstract T OneOverSqrtTwoPi { get; }

    /// <summary>Above it eˣ is infinite.</summary>
    static abstract T ExpHighest { get; }

    /// <summary>Below it eˣ is less than half of the smallest number.</summary>
    static abstract T ExpLowest { get; }

    /// <summary>Below it eˣ − 1 is −1.</summary>
    static abstract T Expm1Lowest { get; }

    /// <summary>Above it the density and the tail of the normal distribution are less than half of the smallest number.</summary>
    static abstract T NormalReach { get; }

    /// <summary>eʳ for |r| ≤ ½·ln 2.</summary>
    static abstract TVector Exp<TArithmetic, TVector>(TVector r)
        where TArithmetic : struct, IArithmetic<TVector, T>;

    /// <summary>(eʳ − 1 − r) / r² for |r| ≤ ½·ln 2.</summary>
    static abstract TVector ExpTail<TArithmetic, TVector>(TVector r, TVector square)
        where TArithmetic : struct, IArithmetic<TVector, T>;

    /// <summary>tanh z, for any z.</summary>
    static abstract TVector Tanh<TArithmetic, TVector>(TVector z)
        where TArithmetic : struct, IArithmetic<TVector, T>;

    /// <summary>ln(1 + f) − f for √½ ≤ 1 + f ≤ √2.</summary>
    static abstract TVector LogTail<TArithmetic, TVector>(TVector f)
        where TArithmetic : struct, IArithmetic<TVector, T>;

    /// <summary>Φ(−y)·e^(y²/2) for 0 ≤ y ≤ <see cref="NormalReach"/>, as numerator and denominator.</summary>
    /// <remarks>
    /// (P + y·Q) / (P·(2 + 2.5·y)): 1/(2 + 2.5·y) is within a fifth of it, and so the rounding of Q counts for little and that of P for nothing.
    /// </remarks>
    static abstract TVector TailRatio<TArithmetic, TVector>(TVector y, out TVector denominator)
        where TArithmetic : struct, IArithmetic<TVector, T>;
}
#endif
