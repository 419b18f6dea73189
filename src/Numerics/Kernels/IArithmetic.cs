#if NET8_0_OR_GREATER
namespace NetGen.Numerics.Kernels;

/// <summary>The arithmetic of a vector type, lane by lane: what an elementary function needs, so that it is written once for every width and both number types.</summary>
/// <remarks>Every operation is IEEE 754's, or gives the same bits for every width on one machine. A mask has all bits of a lane set, or none.</remarks>
internal interface IArithmetic<TVector, T>
    where T : unmanaged
{
    /// <summary>The same number in all lanes.</summary>
    static abstract TVector Fill(T value);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>left·right + addend, fused where the machine has it.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract TVector Negate(TVector x);

    static abstract TVector Abs(TVector x);

    /// <summary>bound &lt; x ? bound : x, so that NaN stays NaN.</summary>
    static abstract TVector AtMost(TVector bound, TVector x);

    /// <summary>bound &gt; x ? bound : x, so that NaN stays NaN.</summary>
    static abstract TVector AtLeast(TVector bound, TVector x);

    static abstract TVector LessThan(TVector left, TVector right);

    static abstract TVector Equals(TVector left, TVector right);

    static abstract TVector Select(TVector mask, TVector whereSet, TVector elsewhere);

    static abstract TVector And(TVector left, TVector right);

    static abstract TVector Or(TVector left, TVector right);

    /// <summary>2ⁿ for an integer n, where that is a normal number.</summary>
    static abstract TVector PowerOfTwo(TVector n);

    /// <summary>x·2ⁿ for an integer n, rounded once: x must be so far from the ends of the range that x·2^(n/2) is exact.</summary>
    static abstract TVector Scale(TVector x, TVector n);

    /// <summary>A positive number as mantissa·2ⁿ with √½ ≤ mantissa &lt; √2.</summary>
    static abstract TVector Exponent(TVector x, out TVector mantissa);
}
#endif
