using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>Keeps the state of optimizers out of the subnormal numbers, with which processors compute a hundred times slower.</summary>
/// <remarks>
/// Where gradients have become 0, as those of a unit do that is never active again, a moving average falls by the same factor at every step, until rounding holds
/// it at the last few of the smallest numbers for good. So sums begin with a number far below all that counts, but far above those, and it is subtracted at
/// the end: what is left is 0 or a multiple of its last place.
/// </remarks>
internal static class Subnormal<T>
    where T : unmanaged
{
    // What remains of a state must be normal when it is multiplied by 2⁻¹⁴ as well, the error of an estimated quotient.
    private const double OfSingle = 2.117582368135751e-22; // 2⁻⁷²
    private const double OfDouble = 1.6033346880071782e-291; // 2⁻⁹⁶⁶

    /// <summary>kept·before + gain·value, of which nothing is subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Average<TArithmetic, TVector>(TArithmetic v, TVector kept, TVector before, TVector gain, TVector value, TVector guard)
        where TArithmetic : struct, IArithmetic<TVector, T> => v.Subtract(v.MultiplyAdd(gain, value, v.MultiplyAdd(kept, before, guard)), guard);

    /// <summary>The number that sums begin with, in all lanes.</summary>
    public static TVector Guard<TArithmetic, TVector>(TArithmetic v)
        where TArithmetic : struct, IArithmetic<TVector, T> => v.Fill(Real.From<T>(typeof(T) == typeof(float) ? OfSingle : OfDouble));
}
