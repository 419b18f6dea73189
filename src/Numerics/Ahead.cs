#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>A finish that begins with <see cref="Distances"/>: while such sums grow, what is needed afterwards is on its way to the cache, see <see cref="Kernels.Upcoming"/>.</summary>
internal interface IAhead;

/// <summary>Where the numbers are that belong to a sum; none where it is added to what stands in its place.</summary>
/// <param name="first">From a sum to the first of them, in bytes.</param>
/// <param name="second">To the second.</param>
/// <param name="third">To the third.</param>
internal readonly unsafe struct Distances(nint first, nint second, nint third)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => first == 0;

    /// <summary>Lines that are fetched together.</summary>
    public int Count => IsEmpty ? 1 : 3;

    /// <summary>Asks for a line of each of them, or for the place itself if there are none.</summary>
    /// <param name="place">Where it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(byte* place)
    {
        // Nothing is read: where memory has moved meanwhile, nothing is won.
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(place + first);
            if (!IsEmpty)
            {
                Sse.Prefetch1(place + second);
                Sse.Prefetch1(place + third);
            }
        }
    }
}

/// <summary>Sums go to their place in one way or another; it is far, or what belongs to them is.</summary>
/// <typeparam name="TFinish">What happens to the sums.</typeparam>
internal readonly struct Ahead<TFinish> : IAhead, IFinish<float>, IFinish<double>
    where TFinish : struct, IFinish<float>, IFinish<double>
{
    // First, so that they are found without knowing the other: see IAhead.
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
