#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DoubleKernel = NetGen.Numerics.Kernels.ElementaryKernel<
    NetGen.Numerics.Kernels.DoubleApproximation, NetGen.Numerics.Kernels.Arithmetic512<double>, System.Runtime.Intrinsics.Vector512<double>, double>;
using SingleKernel = NetGen.Numerics.Kernels.ElementaryKernel<
    NetGen.Numerics.Kernels.SingleApproximation, NetGen.Numerics.Kernels.Arithmetic512<float>, System.Runtime.Intrinsics.Vector512<float>, float>;

namespace NetGen.Numerics;

public static partial class Elementary
{
    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => SingleKernel.Exp(x);

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Expm1(Vector512<float> x) => SingleKernel.Expm1(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(Alone)]
    public static Vector512<float> Log(Vector512<float> x) => SingleKernel.Log(x);

    /// <inheritdoc cref="XLogY(float, float)"/>
    [MethodImpl(Alone)]
    public static Vector512<float> XLogY(Vector512<float> x, Vector512<float> y) => SingleKernel.XLogY(x, y);

    /// <inheritdoc cref="XOverY(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> XOverY(Vector512<float> x, Vector512<float> y) => SingleKernel.XOverY(x, y);

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> z) => SingleKernel.Sigmoid(z);

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> z) => SingleKernel.Tanh(z);

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(Alone)]
    public static Vector512<float> Softplus(Vector512<float> z) => SingleKernel.Softplus(z);

    /// <inheritdoc cref="BinaryCrossEntropy(float, float)"/>
    [MethodImpl(Alone)]
    public static Vector512<float> BinaryCrossEntropy(Vector512<float> z, Vector512<float> t) => SingleKernel.BinaryCrossEntropy(z, t);

    /// <inheritdoc cref="NormalDensity(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> NormalDensity(Vector512<float> z) => SingleKernel.NormalDensity(z);

    /// <inheritdoc cref="NormalCdf(float)"/>
    [MethodImpl(Alone)]
    public static Vector512<float> NormalCdf(Vector512<float> z) => SingleKernel.NormalCdf(z);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => DoubleKernel.Exp(x);

    /// <inheritdoc cref="Expm1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Expm1(Vector512<double> x) => DoubleKernel.Expm1(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(Alone)]
    public static Vector512<double> Log(Vector512<double> x) => DoubleKernel.Log(x);

    /// <inheritdoc cref="XLogY(double, double)"/>
    [MethodImpl(Alone)]
    public static Vector512<double> XLogY(Vector512<double> x, Vector512<double> y) => DoubleKernel.XLogY(x, y);

    /// <inheritdoc cref="XOverY(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> XOverY(Vector512<double> x, Vector512<double> y) => DoubleKernel.XOverY(x, y);

    /// <inheritdoc cref="Sigmoid(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sigmoid(Vector512<double> z) => DoubleKernel.Sigmoid(z);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> z) => DoubleKernel.Tanh(z);

    /// <inheritdoc cref="Softplus(double)"/>
    [MethodImpl(Alone)]
    public static Vector512<double> Softplus(Vector512<double> z) => DoubleKernel.Softplus(z);

    /// <inheritdoc cref="BinaryCrossEntropy(double, double)"/>
    [MethodImpl(Alone)]
    public static Vector512<double> BinaryCrossEntropy(Vector512<double> z, Vector512<double> t) => DoubleKernel.BinaryCrossEntropy(z, t);

    /// <inheritdoc cref="NormalDensity(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> NormalDensity(Vector512<double> z) => DoubleKernel.NormalDensity(z);

    /// <inheritdoc cref="NormalCdf(double)"/>
    [MethodImpl(Alone)]
    public static Vector512<double> NormalCdf(Vector512<double> z) => DoubleKernel.NormalCdf(z);
}
#endif
