#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// Lanes of float.
public static partial class Lanes
{
    /// <summary>The sums of 16 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sums(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, Vector512<float> v4, Vector512<float> v5, Vector512<float> v6, Vector512<float> v7, Vector512<float> v8, Vector512<float> v9, Vector512<float> v10, Vector512<float> v11, Vector512<float> v12, Vector512<float> v13, Vector512<float> v14, Vector512<float> v15)
    {
        Vector512<float> a0 = Fold8(v0, v8);
        Vector512<float> a1 = Fold8(v1, v9);
        Vector512<float> a2 = Fold8(v2, v10);
        Vector512<float> a3 = Fold8(v3, v11);
        Vector512<float> a4 = Fold8(v4, v12);
        Vector512<float> a5 = Fold8(v5, v13);
        Vector512<float> a6 = Fold8(v6, v14);
        Vector512<float> a7 = Fold8(v7, v15);
        Vector512<float> b0 = Fold4(a0, a4);
        Vector512<float> b1 = Fold4(a1, a5);
        Vector512<float> b2 = Fold4(a2, a6);
        Vector512<float> b3 = Fold4(a3, a7);
        Vector512<float> c0 = Fold2(b0, b2);
        Vector512<float> c1 = Fold2(b1, b3);
        return Fold1(c0, c1);
    }

    /// <summary>The sums of 8 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sums(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, Vector512<float> v4, Vector512<float> v5, Vector512<float> v6, Vector512<float> v7)
    {
        Vector512<float> a0 = Fold8(v0, v4);
        Vector512<float> a1 = Fold8(v1, v5);
        Vector512<float> a2 = Fold8(v2, v6);
        Vector512<float> a3 = Fold8(v3, v7);
        Vector512<float> b0 = Fold4(a0, a2);
        Vector512<float> b1 = Fold4(a1, a3);
        Vector512<float> sums = Fold2(b0, b1);
        sums += Vector512.Shuffle(sums, Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
        return Vector512.Shuffle(sums, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 8, 10, 12, 14)).GetLower();
    }

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3)
    {
        Vector512<float> a0 = Fold8(v0, v2);
        Vector512<float> a1 = Fold8(v1, v3);
        Vector512<float> sums = Fold4(a0, a1);
        sums += Vector512.Shuffle(sums, Vector512.Create(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
        sums += Vector512.Shuffle(sums, Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
        return Vector512.Shuffle(sums, Vector512.Create(0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12)).GetLower().GetLower();
    }

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> vector) => Sum(vector.GetLower() + vector.GetUpper());

    /// <summary>x[l] + x[l ± 8]: the sums of left where bit 8 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fold8(Vector512<float> left, Vector512<float> right)
    {
        Vector512<float> keep = Vector512.Create(-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0).AsSingle();
        return Vector512.ConditionalSelect(keep, left, right)
            + Vector512.Shuffle(Vector512.ConditionalSelect(keep, right, left), Vector512.Create(8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
    }

    /// <summary>x[l] + x[l ± 4]: the sums of left where bit 4 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fold4(Vector512<float> left, Vector512<float> right)
    {
        Vector512<float> keep = Vector512.Create(-1, -1, -1, -1, 0, 0, 0, 0, -1, -1, -1, -1, 0, 0, 0, 0).AsSingle();
        return Vector512.ConditionalSelect(keep, left, right)
            + Vector512.Shuffle(Vector512.ConditionalSelect(keep, right, left), Vector512.Create(4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
    }

    /// <summary>x[l] + x[l ± 2]: the sums of left where bit 2 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fold2(Vector512<float> left, Vector512<float> right)
    {
        Vector512<float> keep = Vector512.Create(-1, -1, 0, 0, -1, -1, 0, 0, -1, -1, 0, 0, -1, -1, 0, 0).AsSingle();
        return Vector512.ConditionalSelect(keep, left, right)
            + Vector512.Shuffle(Vector512.ConditionalSelect(keep, right, left), Vector512.Create(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
    }

    /// <summary>x[l] + x[l ± 1]: the sums of left where bit 1 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fold1(Vector512<float> left, Vector512<float> right)
    {
        Vector512<float> keep = Vector512.Create(-1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0).AsSingle();
        return Vector512.ConditionalSelect(keep, left, right)
            + Vector512.Shuffle(Vector512.ConditionalSelect(keep, right, left), Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
    }

    /// <summary>The sums of 8 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sums(Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3, Vector256<float> v4, Vector256<float> v5, Vector256<float> v6, Vector256<float> v7)
    {
        Vector256<float> a0 = Fold4(v0, v4);
        Vector256<float> a1 = Fold4(v1, v5);
        Vector256<float> a2 = Fold4(v2, v6);
        Vector256<float> a3 = Fold4(v3, v7);
        Vector256<float> b0 = Fold2(a0, a2);
        Vector256<float> b1 = Fold2(a1, a3);
        return Fold1(b0, b1);
    }

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3)
    {
        Vector256<float> a0 = Fold4(v0, v2);
        Vector256<float> a1 = Fold4(v1, v3);
        Vector256<float> sums = Fold2(a0, a1);
        sums += Vector256.Shuffle(sums, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6));
        return Vector256.Shuffle(sums, Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower();
    }

    /// <summary>The sum of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> vector) => Sum(vector.GetLower() + vector.GetUpper());

    /// <summary>x[l] + x[l ± 4]: the sums of left where bit 4 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fold4(Vector256<float> left, Vector256<float> right)
    {
        Vector256<float> keep = Vector256.Create(-1, -1, -1, -1, 0, 0, 0, 0).AsSingle();
        return Vector256.ConditionalSelect(keep, left, right)
            + Vector256.Shuffle(Vector256.ConditionalSelect(keep, right, left), Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3));
    }

    /// <summary>x[l] + x[l ± 2]: the sums of left where bit 2 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fold2(Vector256<float> left, Vector256<float> right)
    {
        Vector256<float> keep = Vector256.Create(-1, -1, 0, 0, -1, -1, 0, 0).AsSingle();
        return Vector256.ConditionalSelect(keep, left, right)
            + Vector256.Shuffle(Vector256.ConditionalSelect(keep, right, left), Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5));
    }

    /// <summary>x[l] + x[l ± 1]: the sums of left where bit 1 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fold1(Vector256<float> left, Vector256<float> right)
    {
        Vector256<float> keep = Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0).AsSingle();
        return Vector256.ConditionalSelect(keep, left, right)
            + Vector256.Shuffle(Vector256.ConditionalSelect(keep, right, left), Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6));
    }

    /// <summary>The sums of 4 vectors, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sums(Vector128<float> v0, Vector128<float> v1, Vector128<float> v2, Vector128<float> v3)
    {
        Vector128<float> a0 = Fold2(v0, v2);
        Vector128<float> a1 = Fold2(v1, v3);
        return Fold1(a0, a1);
    }

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

    /// <summary>x[l] + x[l ± 2]: the sums of left where bit 2 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fold2(Vector128<float> left, Vector128<float> right)
    {
        Vector128<float> keep = Vector128.Create(-1, -1, 0, 0).AsSingle();
        return Vector128.ConditionalSelect(keep, left, right)
            + Vector128.Shuffle(Vector128.ConditionalSelect(keep, right, left), Vector128.Create(2, 3, 0, 1));
    }

    /// <summary>x[l] + x[l ± 1]: the sums of left where bit 1 of the lane is 0, those of right where it is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fold1(Vector128<float> left, Vector128<float> right)
    {
        Vector128<float> keep = Vector128.Create(-1, 0, -1, 0).AsSingle();
        return Vector128.ConditionalSelect(keep, left, right)
            + Vector128.Shuffle(Vector128.ConditionalSelect(keep, right, left), Vector128.Create(1, 0, 3, 2));
    }
}
#endif
