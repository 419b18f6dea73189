#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics.Kernels;

/// <summary>Sums that are not finished yet: they are kept.</summary>
internal readonly struct Partial<T> : IFinish<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(T sum, ref T at) => at = sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<T> sum, ref T at) => sum.StoreUnsafe(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<T> sum, ref T at) => sum.StoreUnsafe(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<T> sum, ref T at) => sum.StoreUnsafe(ref at);
}
#endif
