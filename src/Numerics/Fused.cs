#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>left·right + addend in one instruction where the machine has it, and never a software emulation of it where it has not.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Fused
{
    /// <summary>left·right + addend.</summary>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other factor.</param>
    /// <param name="addend">What is added.</param>
    /// <returns>The sum, rounded once where the machine fuses, otherwise twice.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float left, float right, float addend) =>
#if NET9_0_OR_GREATER
        float.MultiplyAddEstimate(left, right, addend);
#else
        Fma.IsSupported ? System.MathF.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
#endif

    /// <inheritdoc cref="MultiplyAdd(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAdd(double left, double right, double addend) =>
#if NET9_0_OR_GREATER
        double.MultiplyAddEstimate(left, right, addend);
#else
        Fma.IsSupported ? System.Math.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
#endif

    /// <inheritdoc cref="MultiplyAdd(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
#if NET9_0_OR_GREATER
        Vector512.MultiplyAddEstimate(left, right, addend);
#else
        Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
#endif

    /// <inheritdoc cref="MultiplyAdd(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend) =>
#if NET9_0_OR_GREATER
        Vector512.MultiplyAddEstimate(left, right, addend);
#else
        Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
#endif

    /// <inheritdoc cref="MultiplyAdd(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
#if NET9_0_OR_GREATER
        Vector256.MultiplyAddEstimate(left, right, addend);
#else
        Fma.IsSupported ? Fma.MultiplyAdd(left, right, addend) : (left * right) + addend;
#endif

    /// <inheritdoc cref="MultiplyAdd(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend) =>
#if NET9_0_OR_GREATER
        Vector256.MultiplyAddEstimate(left, right, addend);
#else
        Fma.IsSupported ? Fma.MultiplyAdd(left, right, addend) : (left * right) + addend;
#endif

    /// <inheritdoc cref="MultiplyAdd(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) =>
#if NET9_0_OR_GREATER
        Vector128.MultiplyAddEstimate(left, right, addend);
#else
        Fma.IsSupported ? Fma.MultiplyAdd(left, right, addend) : (left * right) + addend;
#endif

    /// <inheritdoc cref="MultiplyAdd(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend) =>
#if NET9_0_OR_GREATER
        Vector128.MultiplyAddEstimate(left, right, addend);
#else
        Fma.IsSupported ? Fma.MultiplyAdd(left, right, addend) : (left * right) + addend;
#endif
}
#endif
