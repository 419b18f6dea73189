#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DoubleKernel = NetGen.Numerics.Kernels.ElementaryKernel<
    NetGen.Numerics.Kernels.DoubleApproximation, NetGen.Numerics.Kernels.Arithmetic128<double>, System.Runtime.Intrinsics.Vector128<double>, double>;
using SingleKernel = NetGen.Numerics.Kernels.ElementaryKernel<
    NetGen.Numerics.Kernels.SingleApproximation, NetGen.Numerics.Kernels.Arithmetic128<float>, System.Runtime.Intrinsics.Vector128<float>, float>;

namespace NetGen.Numerics;

public static partial class Elementary
{
    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => SingleKernel.Exp(x);

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Expm1(Vector128<float> x) => SingleKernel.Expm1(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(Alone)]
    public static Vector128<float> Log(Vector128<float> x) => SingleKernel.Log(x);

    /// <inheritdoc cref="XLogY(float, float)"/>
    [MethodImpl(Alone)]
    public static Vector128<float> XLogY(Vector128<float> x, Vector128<float> y) => SingleKernel.XLogY(x, y);

    /// <inheritdoc cref="XOverY(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> XOverY(Vector128<float> x, Vector128<float> y) => SingleKernel.XOverY(x, y);

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> z) => SingleKernel.Sigmoid(z);

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> z) => SingleKernel.Tanh(z);

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(Alone)]
    public static Vector128<float> Softplus(Vector128<float> z) => SingleKernel.Softplus(z);

    /// <inheritdoc cref="BinaryCrossEntropy(float, float)"/>
    [MethodImpl(Alone)]
    public static Vector128<float> BinaryCrossEntropy(Vector128<float> z, Vector128<float> t) => SingleKernel.BinaryCrossEntropy(z, t);

    /// <inheritdoc cref="NormalDensity(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> NormalDensity(Vector128<float> z) => SingleKernel.NormalDensity(z);

    /// <inheritdoc cref="NormalCdf(float)"/>
    [MethodImpl(Alone)]
    public static Vector128<float> NormalCdf(Vector128<float> z) => SingleKernel.NormalCdf(z);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp(Vector128<double> x) => DoubleKernel.Exp(x);

    /// <inheritdoc cref="Expm1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Expm1(Vector128<double> x) => DoubleKernel.Expm1(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(Alone)]
    public static Vector128<double> Log(Vector128<double> x) => DoubleKernel.Log(x);

    /// <inheritdoc cref="XLogY(double, double)"/>
    [MethodImpl(Alone)]
    public static Vector128<double> XLogY(Vector128<double> x, Vector128<double> y) => DoubleKernel.XLogY(x, y);

    /// <inheritdoc cref="XOverY(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> XOverY(Vector128<double> x, Vector128<double> y) => DoubleKernel.XOverY(x, y);

    /// <inheritdoc cref="Sigmoid(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sigmoid(Vector128<double> z) => DoubleKernel.Sigmoid(z);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Tanh(Vector128<double> z) => DoubleKernel.Tanh(z);

    /// <inheritdoc cref="Softplus(double)"/>
    [MethodImpl(Alone)]
    public static Vector128<double> Softplus(Vector128<double> z) => DoubleKernel.Softplus(z);

    /// <inheritdoc cref="BinaryCrossEntropy(double, double)"/>
    [MethodImpl(Alone)]
    public static Vector128<double> BinaryCrossEntropy(Vector128<double> z, Vector128<double> t) => DoubleKernel.BinaryCrossEntropy(z, t);

    /// <inheritdoc cref="NormalDensity(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> NormalDensity(Vector128<double> z) => DoubleKernel.NormalDensity(z);

    /// <inheritdoc cref="NormalCdf(double)"/>
    [MethodImpl(Alone)]
    public static Vector128<double> NormalCdf(Vector128<double> z) => DoubleKernel.NormalCdf(z);
}
#endif
