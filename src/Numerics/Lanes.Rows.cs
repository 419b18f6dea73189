#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Numerics.Kernels;

namespace NetGen.Numerics;

// Vectors of several rows: the sums of adjacent lanes, and their columns.
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

    /// <summary>The columns of a matrix that has four, from vectors of its rows, one row after the other.</summary>
    /// <param name="v0">The first rows.</param>
    /// <param name="v1">The next.</param>
    /// <param name="v2">The next.</param>
    /// <param name="v3">The last.</param>
    /// <param name="c0">The first number of every row.</param>
    /// <param name="c1">The second.</param>
    /// <param name="c2">The third.</param>
    /// <param name="c3">The fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Columns(
        Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, out Vector512<float> c0, out Vector512<float> c1, out Vector512<float> c2, out Vector512<float> c3)
    {
        FourByFour.Lanes(ref v0, ref v1, ref v2, ref v3);

        // Now the rows of a column are in the order 0, 4, 8, 12, 1, …
        Vector512<int> order = Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        c0 = Avx512F.PermuteVar16x32(v0, order);
        c1 = Avx512F.PermuteVar16x32(v1, order);
        c2 = Avx512F.PermuteVar16x32(v2, order);
        c3 = Avx512F.PermuteVar16x32(v3, order);
    }

    /// <inheritdoc cref="Columns(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float}, out Vector512{float}, out Vector512{float}, out Vector512{float}, out Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Columns(
        Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3, out Vector256<float> c0, out Vector256<float> c1, out Vector256<float> c2, out Vector256<float> c3)
    {
        FourByFour.Lanes(ref v0, ref v1, ref v2, ref v3);
        Vector256<int> order = Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7);
        c0 = Avx2.PermuteVar8x32(v0, order);
        c1 = Avx2.PermuteVar8x32(v1, order);
        c2 = Avx2.PermuteVar8x32(v2, order);
        c3 = Avx2.PermuteVar8x32(v3, order);
    }

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
