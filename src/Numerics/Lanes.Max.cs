#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics.Kernels;

namespace NetGen.Numerics;

public static partial class Lanes
{
    /// <summary>The largest number of a vector.</summary>
    /// <param name="vector">The numbers.</param>
    /// <returns>One of them; NaN, or any of them, where one is NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector512<float> vector) => Max(Arithmetic256<float>.AtLeast(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector256<float> vector) => Max(Arithmetic128<float>.AtLeast(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector128<float> vector)
    {
        vector = Arithmetic128<float>.AtLeast(vector, Vector128.Shuffle(vector, Vector128.Create(2, 3, 0, 1)));
        return Arithmetic128<float>.AtLeast(vector, Vector128.Shuffle(vector, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <summary>The largest of the first numbers of a vector.</summary>
    /// <param name="vector">The numbers.</param>
    /// <param name="count">2 or 3; a constant, so that the JIT leaves out what two numbers do not need.</param>
    /// <returns>One of them; NaN, or any of them, where one is NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxOfFirst(Vector128<float> vector, int count)
    {
        if (count == 3)
        {
            vector = Arithmetic128<float>.AtLeast(vector, Vector128.Shuffle(vector, Vector128.Create(2, 1, 2, 2)));
        }

        return Arithmetic128<float>.AtLeast(vector, Vector128.Shuffle(vector, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(Vector512<double> vector) => Max(Arithmetic256<double>.AtLeast(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(Vector256<double> vector) => Max(Arithmetic128<double>.AtLeast(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(Vector128<double> vector) =>
        Arithmetic128<double>.AtLeast(vector, Vector128.Shuffle(vector, Vector128.Create(1L, 0L))).ToScalar();
}
#endif
