#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

// Lanes of double.
public static partial class Lanes
{
    /// <summary>The sums of 8 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sums(Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3, Vector512<double> v4, Vector512<double> v5, Vector512<double> v6, Vector512<double> v7)
    {
        Vector512<double> even = Fold2(Fold4(v0, v2), Fold4(v4, v6));
        Vector512<double> odd = Fold2(Fold4(v1, v3), Fold4(v5, v7));
        return Fold1(even, odd);
    }

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sums(Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3) =>
        Sums(v0.GetLower() + v0.GetUpper(), v1.GetLower() + v1.GetUpper(), v2.GetLower() + v2.GetUpper(), v3.GetLower() + v3.GetUpper());

    /// <summary>The sums of 2 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sums(Vector512<double> v0, Vector512<double> v1) => Sums(v0.GetLower() + v0.GetUpper(), v1.GetLower() + v1.GetUpper());

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> vector) => Sum(vector.GetLower() + vector.GetUpper());

    /// <summary>x[l] + x[l + 4]: of left, then of right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fold4(Vector512<double> left, Vector512<double> right) =>
        Avx512F.IsSupported ? Avx512F.Shuffle4x128(left, right, 0b01_00_01_00) + Avx512F.Shuffle4x128(left, right, 0b11_10_11_10)
        : Vector512.Create(left.GetLower() + left.GetUpper(), right.GetLower() + right.GetUpper());

    /// <summary>x[l] + x[l + 2] of every four lanes: of left, then of right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fold2(Vector512<double> left, Vector512<double> right) =>
        Avx512F.IsSupported ? Avx512F.Shuffle4x128(left, right, 0b10_00_10_00) + Avx512F.Shuffle4x128(left, right, 0b11_01_11_01)
        : Vector512.Create(Fold2(left.GetLower(), left.GetUpper()), Fold2(right.GetLower(), right.GetUpper()));

    /// <summary>x[l] + x[l + 1] of every two lanes: those of left and of right in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fold1(Vector512<double> left, Vector512<double> right) =>
        Avx512F.IsSupported ? Avx512F.UnpackLow(left, right) + Avx512F.UnpackHigh(left, right)
        : Vector512.Create(Fold1(left.GetLower(), right.GetLower()), Fold1(left.GetUpper(), right.GetUpper()));

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sums(Vector256<double> v0, Vector256<double> v1, Vector256<double> v2, Vector256<double> v3) => Fold1(Fold2(v0, v2), Fold2(v1, v3));

    /// <summary>The sums of 2 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sums(Vector256<double> v0, Vector256<double> v1) => Sums(v0.GetLower() + v0.GetUpper(), v1.GetLower() + v1.GetUpper());

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> vector) => Sum(vector.GetLower() + vector.GetUpper());

    /// <summary>x[l] + x[l + 2]: of left, then of right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fold2(Vector256<double> left, Vector256<double> right) =>
        Avx.IsSupported ? Avx.Permute2x128(left, right, 0b0010_0000) + Avx.Permute2x128(left, right, 0b0011_0001)
        : Vector256.Create(left.GetLower() + left.GetUpper(), right.GetLower() + right.GetUpper());

    /// <inheritdoc cref="Fold1(Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fold1(Vector256<double> left, Vector256<double> right) =>
        Avx.IsSupported ? Avx.UnpackLow(left, right) + Avx.UnpackHigh(left, right)
        : Vector256.Create(Sums(left.GetLower(), right.GetLower()), Sums(left.GetUpper(), right.GetUpper()));

    /// <summary>The sums of 2 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sums(Vector128<double> v0, Vector128<double> v1) => ZipLower(v0, v1) + ZipUpper(v0, v1);

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<double> vector) => vector.ToScalar() + vector.GetElement(1);
}
#endif
