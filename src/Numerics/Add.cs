using System.ComponentModel;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

/// <summary>Sums are added to what stands in their place: at += sum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Add : IFinish<float>, IFinish<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(float sum, ref float at) => at += sum;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(double sum, ref double at) => at += sum;
#if NET8_0_OR_GREATER

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<float> sum, ref float at) => (Vector128.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<double> sum, ref double at) => (Vector128.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<float> sum, ref float at) => (Vector256.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<double> sum, ref double at) => (Vector256.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<float> sum, ref float at) => (Vector512.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<double> sum, ref double at) => (Vector512.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);
#endif
}
