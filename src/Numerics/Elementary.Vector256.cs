#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DoubleKernel = NetGen.Numerics.Kernels.ElementaryKernel<
    NetGen.Numerics.Kernels.DoubleApproximation, NetGen.Numerics.Kernels.Arithmetic256<double>, System.Runtime.Intrinsics.Vector256<double>, double>;
using SingleKernel = NetGen.Numerics.Kernels.ElementaryKernel<
    NetGen.Numerics.Kernels.SingleApproximation, NetGen.Numerics.Kernels.Arithmetic256<float>, System.Runtime.Intrinsics.Vector256<float>, float>;

namespace NetGen.Numerics;

public static partial class Elementary
{
    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => SingleKernel.Exp(x);

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Expm1(Vector256<float> x) => SingleKernel.Expm1(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(Alone)]
    public static Vector256<float> Log(Vector256<float> x) => SingleKernel.Log(x);

    /// <inheritdoc cref="XLogY(float, float)"/>
    [MethodImpl(Alone)]
    public static Vector256<float> XLogY(Vector256<float> x, Vector256<float> y) => SingleKernel.XLogY(x, y);

    /// <inheritdoc cref="XOverY(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> XOverY(Vector256<float> x, Vector256<float> y) => SingleKernel.XOverY(x, y);

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> z) => SingleKernel.Sigmoid(z);

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> z) => SingleKernel.Tanh(z);

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(Alone)]
    public static Vector256<float> Softplus(Vector256<float> z) => SingleKernel.Softplus(z);

    /// <inheritdoc cref="BinaryCrossEntropy(float, float)"/>
    [MethodImpl(Alone)]
    public static Vector256<float> BinaryCrossEntropy(Vector256<float> z, Vector256<float> t) => SingleKernel.BinaryCrossEntropy(z, t);

    /// <inheritdoc cref="NormalDensity(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> NormalDensity(Vector256<float> z) => SingleKernel.NormalDensity(z);

    /// <inheritdoc cref="NormalCdf(float)"/>
    [MethodImpl(Alone)]
    public static Vector256<float> NormalCdf(Vector256<float> z) => SingleKernel.NormalCdf(z);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x) => DoubleKernel.Exp(x);

    /// <inheritdoc cref="Expm1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Expm1(Vector256<double> x) => DoubleKernel.Expm1(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(Alone)]
    public static Vector256<double> Log(Vector256<double> x) => DoubleKernel.Log(x);

    /// <inheritdoc cref="XLogY(double, double)"/>
    [MethodImpl(Alone)]
    public static Vector256<double> XLogY(Vector256<double> x, Vector256<double> y) => DoubleKernel.XLogY(x, y);

    /// <inheritdoc cref="XOverY(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> XOverY(Vector256<double> x, Vector256<double> y) => DoubleKernel.XOverY(x, y);

    /// <inheritdoc cref="Sigmoid(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sigmoid(Vector256<double> z) => DoubleKernel.Sigmoid(z);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tanh(Vector256<double> z) => DoubleKernel.Tanh(z);

    /// <inheritdoc cref="Softplus(double)"/>
    [MethodImpl(Alone)]
    public static Vector256<double> Softplus(Vector256<double> z) => DoubleKernel.Softplus(z);

    /// <inheritdoc cref="BinaryCrossEntropy(double, double)"/>
    [MethodImpl(Alone)]
    public static Vector256<double> BinaryCrossEntropy(Vector256<double> z, Vector256<double> t) => DoubleKernel.BinaryCrossEntropy(z, t);

    /// <inheritdoc cref="NormalDensity(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> NormalDensity(Vector256<double> z) => DoubleKernel.NormalDensity(z);

    /// <inheritdoc cref="NormalCdf(double)"/>
    [MethodImpl(Alone)]
    public static Vector256<double> NormalCdf(Vector256<double> z) => DoubleKernel.NormalCdf(z);
}
#endif
