#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DoubleKernel = NetGen.Numerics.Kernels.ElementaryKernel<
    NetGen.Numerics.Kernels.DoubleApproximation, NetGen.Numerics.Kernels.Arithmetic128<double>, System.Runtime.Intrinsics.Vector128<double>, double>;
using SingleKernel = NetGen.Numerics.Kernels.ElementaryKernel<
    NetGen.Numerics.Kernels.SingleApproximation, NetGen.Numerics.Kernels.Arithmetic128<float>, System.Runtime.Intrinsics.Vector128<float>, float>;

namespace NetGen.Numerics;

// One number at a time is the first lane of a vector. All lanes are filled with it, so that the others cost nothing that it does not.
public static partial class Elementary
{
    /// <summary>
    /// For functions of one number, which straight-line code calls many times in one method, and for long ones of vectors: inlined, they would take it
    /// beyond what the JIT optimizes. A call costs little beside them, and the first one must not be slow.
    /// </summary>
    private const MethodImplOptions Alone = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    [MethodImpl(Alone)]
    public static partial float Exp(float x) => Vector128.IsHardwareAccelerated
        ? SingleKernel.Exp(Vector128.Create(x)).ToScalar()
        : (float)PortableElementary.Exp(x);

    [MethodImpl(Alone)]
    public static partial float Expm1(float x) => Vector128.IsHardwareAccelerated
        ? SingleKernel.Expm1(Vector128.Create(x)).ToScalar()
        : (float)PortableElementary.Expm1(x);

    [MethodImpl(Alone)]
    public static partial float Log(float x) => Vector128.IsHardwareAccelerated
        ? SingleKernel.Log(Vector128.Create(x)).ToScalar()
        : (float)PortableElementary.Log(x);

    [MethodImpl(Alone)]
    public static partial float XLogY(float x, float y) => Vector128.IsHardwareAccelerated
        ? SingleKernel.XLogY(Vector128.Create(x), Vector128.Create(y)).ToScalar()
        : (float)PortableElementary.XLogY(x, y);

    [MethodImpl(Alone)]
    public static partial float XOverY(float x, float y) => Vector128.IsHardwareAccelerated
        ? SingleKernel.XOverY(Vector128.Create(x), Vector128.Create(y)).ToScalar()
        : (float)PortableElementary.XOverY(x, y);

    [MethodImpl(Alone)]
    public static partial float Sigmoid(float z) => Vector128.IsHardwareAccelerated
        ? SingleKernel.Sigmoid(Vector128.Create(z)).ToScalar()
        : (float)PortableElementary.Sigmoid(z);

    [MethodImpl(Alone)]
    public static partial float Tanh(float z) => Vector128.IsHardwareAccelerated
        ? SingleKernel.Tanh(Vector128.Create(z)).ToScalar()
        : (float)PortableElementary.Tanh(z);

    [MethodImpl(Alone)]
    public static partial float Softplus(float z) => Vector128.IsHardwareAccelerated
        ? SingleKernel.Softplus(Vector128.Create(z)).ToScalar()
        : (float)PortableElementary.Softplus(z);

    [MethodImpl(Alone)]
    public static partial float BinaryCrossEntropy(float z, float t) => Vector128.IsHardwareAccelerated
        ? SingleKernel.BinaryCrossEntropy(Vector128.Create(z), Vector128.Create(t)).ToScalar()
        : (float)PortableElementary.BinaryCrossEntropy(z, t);

    [MethodImpl(Alone)]
    public static partial float NormalDensity(float z) => Vector128.IsHardwareAccelerated
        ? SingleKernel.NormalDensity(Vector128.Create(z)).ToScalar()
        : (float)PortableElementary.NormalDensity(z);

    [MethodImpl(Alone)]
    public static partial float NormalCdf(float z) => Vector128.IsHardwareAccelerated
        ? SingleKernel.NormalCdf(Vector128.Create(z)).ToScalar()
        : (float)PortableElementary.NormalCdf(z);

    [MethodImpl(Alone)]
    public static partial double Exp(double x) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.Exp(Vector128.Create(x)).ToScalar()
        : PortableElementary.Exp(x);

    [MethodImpl(Alone)]
    public static partial double Expm1(double x) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.Expm1(Vector128.Create(x)).ToScalar()
        : PortableElementary.Expm1(x);

    [MethodImpl(Alone)]
    public static partial double Log(double x) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.Log(Vector128.Create(x)).ToScalar()
        : PortableElementary.Log(x);

    [MethodImpl(Alone)]
    public static partial double XLogY(double x, double y) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.XLogY(Vector128.Create(x), Vector128.Create(y)).ToScalar()
        : PortableElementary.XLogY(x, y);

    [MethodImpl(Alone)]
    public static partial double XOverY(double x, double y) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.XOverY(Vector128.Create(x), Vector128.Create(y)).ToScalar()
        : PortableElementary.XOverY(x, y);

    [MethodImpl(Alone)]
    public static partial double Sigmoid(double z) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.Sigmoid(Vector128.Create(z)).ToScalar()
        : PortableElementary.Sigmoid(z);

    [MethodImpl(Alone)]
    public static partial double Tanh(double z) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.Tanh(Vector128.Create(z)).ToScalar()
        : PortableElementary.Tanh(z);

    [MethodImpl(Alone)]
    public static partial double Softplus(double z) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.Softplus(Vector128.Create(z)).ToScalar()
        : PortableElementary.Softplus(z);

    [MethodImpl(Alone)]
    public static partial double BinaryCrossEntropy(double z, double t) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.BinaryCrossEntropy(Vector128.Create(z), Vector128.Create(t)).ToScalar()
        : PortableElementary.BinaryCrossEntropy(z, t);

    [MethodImpl(Alone)]
    public static partial double NormalDensity(double z) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.NormalDensity(Vector128.Create(z)).ToScalar()
        : PortableElementary.NormalDensity(z);

    [MethodImpl(Alone)]
    public static partial double NormalCdf(double z) => Vector128.IsHardwareAccelerated
        ? DoubleKernel.NormalCdf(Vector128.Create(z)).ToScalar()
        : PortableElementary.NormalCdf(z);
}
#endif
