#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// Vectors of several rows: the sums of adjacent lanes.
public static partial class Lanes
{
    /// <summary>The sums of every 4 lanes of 4 vectors: first those of the first 4 lanes of all vectors, in their order, then those of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SumsOf4(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3) =>
        Fold1(Fold2(v0, v2), Fold2(v1, v3));

    /// <summary>The sums of every 8 lanes of 8 vectors: first those of the first 8 lanes of all vectors, in their order, then those of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SumsOf8(
        Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, Vector512<float> v4, Vector512<float> v5, Vector512<float> v6, Vector512<float> v7) =>
        SumsOf4(Fold4(v0, v4), Fold4(v1, v5), Fold4(v2, v6), Fold4(v3, v7));

    /// <inheritdoc cref="SumsOf4(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SumsOf4(Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3) =>
        Fold1(Fold2(v0, v2), Fold2(v1, v3));

    /// <summary>The sums of every 2 lanes of 2 vectors: first those of the first 2 lanes of both vectors, then those of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SumsOf2(Vector512<double> v0, Vector512<double> v1) => Fold1(v0, v1);

    /// <inheritdoc cref="SumsOf2(Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SumsOf2(Vector256<double> v0, Vector256<double> v1) => Fold1(v0, v1);

    /// <inheritdoc cref="SumsOf4(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SumsOf4(Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3) =>
        Fold1(Fold2(v0, v2), Fold2(v1, v3));
}
#endif
