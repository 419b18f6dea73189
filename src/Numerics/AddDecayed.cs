using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

/// <summary>Sums are added to what stands in their place, and a multiple of that too: at += sum + decay·at.</summary>
internal readonly struct AddDecayed : IFinish<float>, IFinish<double>
{
    private readonly double _decay;
    private readonly float _decaySingle;

    public AddDecayed(double decay)
    {
        _decay = decay;
        _decaySingle = (float)decay;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(float sum, ref float at) => at += sum + (_decaySingle * at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(double sum, ref double at) => at += sum + (_decay * at);
#if NET8_0_OR_GREATER

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<float> sum, ref float at)
    {
        Vector128<float> old = Vector128.LoadUnsafe(ref at);
        (old + (sum + (Vector128.Create(_decaySingle) * old))).StoreUnsafe(ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector128<double> sum, ref double at)
    {
        Vector128<double> old = Vector128.LoadUnsafe(ref at);
        (old + (sum + (Vector128.Create(_decay) * old))).StoreUnsafe(ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<float> sum, ref float at)
    {
        Vector256<float> old = Vector256.LoadUnsafe(ref at);
        (old + (sum + (Vector256.Create(_decaySingle) * old))).StoreUnsafe(ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector256<double> sum, ref double at)
    {
        Vector256<double> old = Vector256.LoadUnsafe(ref at);
        (old + (sum + (Vector256.Create(_decay) * old))).StoreUnsafe(ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<float> sum, ref float at)
    {
        Vector512<float> old = Vector512.LoadUnsafe(ref at);
        (old + (sum + (Vector512.Create(_decaySingle) * old))).StoreUnsafe(ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(Vector512<double> sum, ref double at)
    {
        Vector512<double> old = Vector512.LoadUnsafe(ref at);
        (old + (sum + (Vector512.Create(_decay) * old))).StoreUnsafe(ref at);
    }
#endif
}
