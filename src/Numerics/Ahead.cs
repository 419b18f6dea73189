#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>A finish that finds what it needs in the cache, however far away it was when the sums began to grow.</summary>
internal interface IAhead
{
    /// <summary>Asks for lines of memory.</summary>
    /// <param name="at">A place in the target that a sum will go to.</param>
    void Fetch(ref byte at);
}

/// <summary>Sums go to their place in one way or another, and what belongs to them is on its way to the cache while they grow.</summary>
/// <typeparam name="TFinish">What happens to the sums.</typeparam>
/// <param name="first">From a sum to the first number that belongs to it, in bytes.</param>
/// <param name="second">To the second.</param>
/// <param name="third">To the third.</param>
internal readonly unsafe struct Ahead<TFinish>(nint first, nint second, nint third) : IAhead, IFinish<float>, IFinish<double>
    where TFinish : struct, IFinish<float>, IFinish<double>
{
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
    public void Finish(float sum, ref float at) => default(TFinish).Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(double sum, ref double at) => default(TFinish).Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<float> sum, ref float at) => default(TFinish).Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<double> sum, ref double at) => default(TFinish).Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<float> sum, ref float at) => default(TFinish).Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<double> sum, ref double at) => default(TFinish).Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<float> sum, ref float at) => default(TFinish).Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<double> sum, ref double at) => default(TFinish).Finish(sum, ref at);
}
#endif
