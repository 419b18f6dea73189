#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>Sums go to their place, and what an optimizer will need beside them is on its way to the cache while they grow.</summary>
/// <param name="first">From a sum to the first number that belongs to it, in bytes.</param>
/// <param name="second">To the second.</param>
/// <param name="third">To the third.</param>
internal readonly unsafe struct StoreAhead(nint first, nint second, nint third) : IFinish<float>, IFinish<double>
{
    /// <summary>Steps of a sum from one call of <see cref="Fetch"/> to the next: a power of two.</summary>
    public const int Steps = 8;

    /// <summary>Asks for a line of each of them.</summary>
    /// <param name="at">A place in the target.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(ref byte at)
    {
        if (Sse.IsSupported)
        {
            // Nothing is read: where memory has moved meanwhile, nothing is won.
            byte* place = (byte*)Unsafe.AsPointer(ref at);
            Sse.Prefetch1(place + first);
            Sse.Prefetch1(place + second);
            Sse.Prefetch1(place + third);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(float sum, ref float at) => at = sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(double sum, ref double at) => at = sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<float> sum, ref float at) => sum.StoreUnsafe(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<double> sum, ref double at) => sum.StoreUnsafe(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<float> sum, ref float at) => sum.StoreUnsafe(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<double> sum, ref double at) => sum.StoreUnsafe(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<float> sum, ref float at) => sum.StoreUnsafe(ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<double> sum, ref double at) => sum.StoreUnsafe(ref at);
}
#endif
