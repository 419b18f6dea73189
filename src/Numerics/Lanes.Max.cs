#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

public static partial class Lanes
{
    /// <summary>The largest number of a vector.</summary>
    /// <param name="vector">The numbers.</param>
    /// <returns>One of them; NaN, or any of them, where one is NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector512<float> vector) => Max(Larger(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector256<float> vector) => Max(Larger(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector128<float> vector)
    {
        vector = Larger(vector, Vector128.Shuffle(vector, Vector128.Create(2, 3, 0, 1)));
        return Larger(vector, Vector128.Shuffle(vector, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(Vector512<double> vector) => Max(Larger(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(Vector256<double> vector) => Max(Larger(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(Vector128<double> vector) =>
        Larger(vector, Vector128.Shuffle(vector, Vector128.Create(1L, 0L))).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Larger(Vector256<float> left, Vector256<float> right) =>
#if NET9_0_OR_GREATER
        Vector256.MaxNative(left, right);
#else
        Vector256.Max(left, right);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Larger(Vector256<double> left, Vector256<double> right) =>
#if NET9_0_OR_GREATER
        Vector256.MaxNative(left, right);
#else
        Vector256.Max(left, right);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Larger(Vector128<float> left, Vector128<float> right) =>
#if NET9_0_OR_GREATER
        Vector128.MaxNative(left, right);
#else
        Vector128.Max(left, right);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Larger(Vector128<double> left, Vector128<double> right) =>
#if NET9_0_OR_GREATER
        Vector128.MaxNative(left, right);
#else
        Vector128.Max(left, right);
#endif
}
#endif
