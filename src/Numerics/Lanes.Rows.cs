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
        Fold1(Fold2(v0, v1), Fold2(v2, v3));

    /// <summary>The sums of every 8 lanes of 8 vectors: of the first 4 vectors, as <c>SumsOf4</c> has them, and of the others.</summary>
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

    /// <summary>The columns of a matrix that has two, from vectors of its rows, one row after the other.</summary>
    /// <param name="v0">The first rows.</param>
    /// <param name="v1">The last.</param>
    /// <param name="c0">The first number of every row.</param>
    /// <param name="c1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Columns(Vector512<float> v0, Vector512<float> v1, out Vector512<float> c0, out Vector512<float> c1)
    {
        c0 = Avx512F.PermuteVar16x32x2(v0, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), v1);
        c1 = Avx512F.PermuteVar16x32x2(v0, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), v1);
    }

    /// <inheritdoc cref="Columns(Vector512{float}, Vector512{float}, out Vector512{float}, out Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Columns(Vector256<float> v0, Vector256<float> v1, out Vector256<float> c0, out Vector256<float> c1)
    {
        // Each half of a shuffle has two rows of both vectors.
        c0 = Avx2.Permute4x64(Avx.Shuffle(v0, v1, 0b10_00_10_00).AsDouble(), 0b11_01_10_00).AsSingle();
        c1 = Avx2.Permute4x64(Avx.Shuffle(v0, v1, 0b11_01_11_01).AsDouble(), 0b11_01_10_00).AsSingle();
    }

    /// <inheritdoc cref="Columns(Vector512{float}, Vector512{float}, out Vector512{float}, out Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Columns(Vector128<float> v0, Vector128<float> v1, out Vector128<float> c0, out Vector128<float> c1)
    {
        Vector128<float> columns0 = Vector128.Shuffle(v0, Vector128.Create(0, 2, 1, 3));
        Vector128<float> columns1 = Vector128.Shuffle(v1, Vector128.Create(0, 2, 1, 3));
        c0 = Vector128.Create(columns0.GetLower(), columns1.GetLower());
        c1 = Vector128.Create(columns0.GetUpper(), columns1.GetUpper());
    }

    /// <summary>The sums of every 2 lanes of 2 vectors: first those of the first 2 lanes of both vectors, then those of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SumsOf2(Vector512<double> v0, Vector512<double> v1) => Fold1(v0, v1);

    /// <inheritdoc cref="SumsOf2(Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SumsOf2(Vector256<double> v0, Vector256<double> v1) => Fold1(v0, v1);

    /// <summary>The sums of every 4 lanes of 4 vectors: of the first 2 vectors, as <c>SumsOf2</c> has them, and of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SumsOf4(Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3) =>
        Fold1(Fold2(v0, v2), Fold2(v1, v3));
}
#endif
