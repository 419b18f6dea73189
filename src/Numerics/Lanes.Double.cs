#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// Lanes of double.
public static partial class Lanes
{
    /// <summary>The sums of 8 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sums(Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3, Vector512<double> v4, Vector512<double> v5, Vector512<double> v6, Vector512<double> v7)
    {
        Vector512<double> a0 = Fold4(v0, v4);
        Vector512<double> a1 = Fold4(v1, v5);
        Vector512<double> a2 = Fold4(v2, v6);
        Vector512<double> a3 = Fold4(v3, v7);
        Vector512<double> b0 = Fold2(a0, a2);
        Vector512<double> b1 = Fold2(a1, a3);
        return Fold1(b0, b1);
    }

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sums(Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3)
    {
        Vector512<double> a0 = Fold4(v0, v2);
        Vector512<double> a1 = Fold4(v1, v3);
        Vector512<double> sums = Fold2(a0, a1);
        sums += Vector512.Shuffle(sums, Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6));
        return Vector512.Shuffle(sums, Vector512.Create(0L, 2, 4, 6, 0, 2, 4, 6)).GetLower();
    }

    /// <summary>The sums of 2 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sums(Vector512<double> v0, Vector512<double> v1) => Sums(v0.GetLower() + v0.GetUpper(), v1.GetLower() + v1.GetUpper());

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> vector) => Sum(vector.GetLower() + vector.GetUpper());

    /// <summary>x[l] + x[l ± 4]: the sums of left where bit 4 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fold4(Vector512<double> left, Vector512<double> right)
    {
        Vector512<double> keep = Vector512.Create(-1L, -1, -1, -1, 0, 0, 0, 0).AsDouble();
        return Vector512.ConditionalSelect(keep, left, right)
            + Vector512.Shuffle(Vector512.ConditionalSelect(keep, right, left), Vector512.Create(4L, 5, 6, 7, 0, 1, 2, 3));
    }

    /// <summary>x[l] + x[l ± 2]: the sums of left where bit 2 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fold2(Vector512<double> left, Vector512<double> right)
    {
        Vector512<double> keep = Vector512.Create(-1L, -1, 0, 0, -1, -1, 0, 0).AsDouble();
        return Vector512.ConditionalSelect(keep, left, right)
            + Vector512.Shuffle(Vector512.ConditionalSelect(keep, right, left), Vector512.Create(2L, 3, 0, 1, 6, 7, 4, 5));
    }

    /// <summary>x[l] + x[l ± 1]: the sums of left where bit 1 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fold1(Vector512<double> left, Vector512<double> right)
    {
        Vector512<double> keep = Vector512.Create(-1L, 0, -1, 0, -1, 0, -1, 0).AsDouble();
        return Vector512.ConditionalSelect(keep, left, right)
            + Vector512.Shuffle(Vector512.ConditionalSelect(keep, right, left), Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6));
    }

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sums(Vector256<double> v0, Vector256<double> v1, Vector256<double> v2, Vector256<double> v3)
    {
        Vector256<double> a0 = Fold2(v0, v2);
        Vector256<double> a1 = Fold2(v1, v3);
        return Fold1(a0, a1);
    }

    /// <summary>The sums of 2 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sums(Vector256<double> v0, Vector256<double> v1)
    {
        Vector256<double> sums = Fold2(v0, v1);
        sums += Vector256.Shuffle(sums, Vector256.Create(1L, 0, 3, 2));
        return Vector256.Shuffle(sums, Vector256.Create(0L, 2, 0, 2)).GetLower();
    }

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> vector) => Sum(vector.GetLower() + vector.GetUpper());

    /// <summary>x[l] + x[l ± 2]: the sums of left where bit 2 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fold2(Vector256<double> left, Vector256<double> right)
    {
        Vector256<double> keep = Vector256.Create(-1L, -1, 0, 0).AsDouble();
        return Vector256.ConditionalSelect(keep, left, right)
            + Vector256.Shuffle(Vector256.ConditionalSelect(keep, right, left), Vector256.Create(2L, 3, 0, 1));
    }

    /// <summary>x[l] + x[l ± 1]: the sums of left where bit 1 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fold1(Vector256<double> left, Vector256<double> right)
    {
        Vector256<double> keep = Vector256.Create(-1L, 0, -1, 0).AsDouble();
        return Vector256.ConditionalSelect(keep, left, right)
            + Vector256.Shuffle(Vector256.ConditionalSelect(keep, right, left), Vector256.Create(1L, 0, 3, 2));
    }

    /// <summary>The sums of 2 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sums(Vector128<double> v0, Vector128<double> v1)
    {
        return Fold1(v0, v1);
    }

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<double> vector) => vector.ToScalar() + vector.GetElement(1);

    /// <summary>x[l] + x[l ± 1]: the sums of left where bit 1 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Fold1(Vector128<double> left, Vector128<double> right)
    {
        Vector128<double> keep = Vector128.Create(-1L, 0).AsDouble();
        return Vector128.ConditionalSelect(keep, left, right)
            + Vector128.Shuffle(Vector128.ConditionalSelect(keep, right, left), Vector128.Create(1L, 0));
    }
}
#endif
