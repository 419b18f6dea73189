#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>A finish that begins with <see cref="Distances"/>.</summary>
internal interface IAhead;

/// <summary>Where the numbers are that belong to a sum; three zeros are its own place.</summary>
/// <param name="first">From a sum to the first of them, in bytes.</param>
/// <param name="second">To the second.</param>
/// <param name="third">To the third.</param>
internal readonly unsafe struct Distances(nint first, nint second, nint third)
{
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
}

/// <summary>Sums go to their place in one way or another, and what belongs to them is on its way to the cache while they grow.</summary>
/// <typeparam name="TFinish">What happens to the sums.</typeparam>
internal readonly struct Ahead<TFinish> : IAhead, IFinish<float>, IFinish<double>
    where TFinish : struct, IFinish<float>, IFinish<double>
{
    // First, so that tiles find them without knowing the other: see IAhead.
    private readonly Distances _distances;
    private readonly TFinish _finish;

    /// <param name="finish">What happens to the sums.</param>
    /// <param name="distances">Where the numbers are that belong to them.</param>
    public Ahead(TFinish finish, Distances distances)
    {
        _distances = distances;
        _finish = finish;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(float sum, ref float at) => _finish.Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(double sum, ref double at) => _finish.Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<float> sum, ref float at) => _finish.Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<double> sum, ref double at) => _finish.Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<float> sum, ref float at) => _finish.Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<double> sum, ref double at) => _finish.Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<float> sum, ref float at) => _finish.Finish(sum, ref at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<double> sum, ref double at) => _finish.Finish(sum, ref at);
}
#endif
