#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

// Lanes of float.
public static partial class Lanes
{
    /// <summary>The sums of 16 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sums(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, Vector512<float> v4, Vector512<float> v5, Vector512<float> v6, Vector512<float> v7, Vector512<float> v8, Vector512<float> v9, Vector512<float> v10, Vector512<float> v11, Vector512<float> v12, Vector512<float> v13, Vector512<float> v14, Vector512<float> v15)
    {
        Vector512<float> a0 = Fold4(Fold8(v0, v4), Fold8(v8, v12));
        Vector512<float> a1 = Fold4(Fold8(v1, v5), Fold8(v9, v13));
        Vector512<float> a2 = Fold4(Fold8(v2, v6), Fold8(v10, v14));
        Vector512<float> a3 = Fold4(Fold8(v3, v7), Fold8(v11, v15));
        return Fold1(Fold2(a0, a1), Fold2(a2, a3));
    }

    /// <summary>The sums of 8 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sums(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, Vector512<float> v4, Vector512<float> v5, Vector512<float> v6, Vector512<float> v7)
    {
        Vector512<float> a01 = Fold4(Fold8(v0, v4), Fold8(v1, v5));
        Vector512<float> a23 = Fold4(Fold8(v2, v6), Fold8(v3, v7));
        return Fold1(Fold2(a01.GetLower(), a01.GetUpper()), Fold2(a23.GetLower(), a23.GetUpper()));
    }

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3) =>
        Sums(v0.GetLower() + v0.GetUpper(), v1.GetLower() + v1.GetUpper(), v2.GetLower() + v2.GetUpper(), v3.GetLower() + v3.GetUpper());

    /// <summary>The sums of 2 vectors, in their order, and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector512<float> v0, Vector512<float> v1) => Sums(v0.GetLower() + v0.GetUpper(), v1.GetLower() + v1.GetUpper());

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> vector) => Sum(vector.GetLower() + vector.GetUpper());

    /// <summary>x[l] + x[l + 8]: of left, then of right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fold8(Vector512<float> left, Vector512<float> right) =>
        Avx512F.IsSupported ? Avx512F.Shuffle4x128(left, right, 0b01_00_01_00) + Avx512F.Shuffle4x128(left, right, 0b11_10_11_10)
        : Vector512.Create(left.GetLower() + left.GetUpper(), right.GetLower() + right.GetUpper());

    /// <summary>x[l] + x[l + 4] of every eight lanes: of left, then of right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fold4(Vector512<float> left, Vector512<float> right) =>
        Avx512F.IsSupported ? Avx512F.Shuffle4x128(left, right, 0b10_00_10_00) + Avx512F.Shuffle4x128(left, right, 0b11_01_11_01)
        : Vector512.Create(Fold4(left.GetLower(), left.GetUpper()), Fold4(right.GetLower(), right.GetUpper()));

    /// <summary>x[l] + x[l + 2] of every four lanes: those of left and of right in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fold2(Vector512<float> left, Vector512<float> right) =>
        Avx512F.IsSupported ? Avx512F.UnpackLow(left, right) + Avx512F.UnpackHigh(left, right)
        : Vector512.Create(Fold2(left.GetLower(), right.GetLower()), Fold2(left.GetUpper(), right.GetUpper()));

    /// <summary>What <see cref="Fold2(Vector512{float}, Vector512{float})"/> has left, of every four lanes: the sums of the two that are in left, then of those in right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fold1(Vector512<float> left, Vector512<float> right) =>
        Avx512F.IsSupported ? Avx512F.UnpackLow(left.AsDouble(), right.AsDouble()).AsSingle() + Avx512F.UnpackHigh(left.AsDouble(), right.AsDouble()).AsSingle()
        : Vector512.Create(Fold1(left.GetLower(), right.GetLower()), Fold1(left.GetUpper(), right.GetUpper()));

    /// <summary>The sums of 8 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sums(Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3, Vector256<float> v4, Vector256<float> v5, Vector256<float> v6, Vector256<float> v7) =>
        Fold1(Fold2(Fold4(v0, v4), Fold4(v1, v5)), Fold2(Fold4(v2, v6), Fold4(v3, v7)));

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3) =>
        Sums(v0.GetLower() + v0.GetUpper(), v1.GetLower() + v1.GetUpper(), v2.GetLower() + v2.GetUpper(), v3.GetLower() + v3.GetUpper());

    /// <summary>The sums of 2 vectors, in their order, and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector256<float> v0, Vector256<float> v1) => Sums(v0.GetLower() + v0.GetUpper(), v1.GetLower() + v1.GetUpper());

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> vector) => Sum(vector.GetLower() + vector.GetUpper());

    /// <summary>x[l] + x[l + 4]: of left, then of right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fold4(Vector256<float> left, Vector256<float> right) =>
        Avx.IsSupported ? Avx.Permute2x128(left, right, 0b0010_0000) + Avx.Permute2x128(left, right, 0b0011_0001)
        : Vector256.Create(left.GetLower() + left.GetUpper(), right.GetLower() + right.GetUpper());

    /// <inheritdoc cref="Fold2(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fold2(Vector256<float> left, Vector256<float> right) =>
        Avx.IsSupported ? Avx.UnpackLow(left, right) + Avx.UnpackHigh(left, right)
        : Vector256.Create(Fold2(left.GetLower(), right.GetLower()), Fold2(left.GetUpper(), right.GetUpper()));

    /// <inheritdoc cref="Fold1(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fold1(Vector256<float> left, Vector256<float> right) =>
        Avx.IsSupported ? Avx.UnpackLow(left.AsDouble(), right.AsDouble()).AsSingle() + Avx.UnpackHigh(left.AsDouble(), right.AsDouble()).AsSingle()
        : Vector256.Create(Fold1(left.GetLower(), right.GetLower()), Fold1(left.GetUpper(), right.GetUpper()));

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector128<float> v0, Vector128<float> v1, Vector128<float> v2, Vector128<float> v3) => Fold1(Fold2(v0, v1), Fold2(v2, v3));

    /// <summary>The sums of 2 vectors, in their order, and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector128<float> v0, Vector128<float> v1) => Fold1(Fold2(v0, v1), Vector128<float>.Zero);

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> vector)
    {
        Vector128<float> sums = vector + Vector128.Shuffle(vector, Vector128.Create(2, 3, 0, 1));
        return sums.ToScalar() + sums.GetElement(1);
    }

    /// <summary>The sum of the first numbers of a vector: the one that it has with 0 in the other lanes.</summary>
    /// <param name="vector">The numbers.</param>
    /// <param name="count">2 or 3; a constant, so that the JIT leaves out what two numbers do not need.</param>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumOfFirst(Vector128<float> vector, int count) =>
        (count == 3 ? vector.ToScalar() + vector.GetElement(2) : vector.ToScalar()) + vector.GetElement(1);

    /// <inheritdoc cref="Fold2(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fold2(Vector128<float> left, Vector128<float> right) => ZipLower(left, right) + ZipUpper(left, right);

    /// <inheritdoc cref="Fold1(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fold1(Vector128<float> left, Vector128<float> right) =>
        ZipLower(left.AsDouble(), right.AsDouble()).AsSingle() + ZipUpper(left.AsDouble(), right.AsDouble()).AsSingle();
}
#endif
