using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

/// <summary>at += sum: a place that is visited twice, or not at all, shows.</summary>
internal readonly struct Adding<T> : IFinish<T>
    where T : unmanaged, INumber<T>
{
    public void Finish(T sum, ref T at) => at += sum;
#if !NETSTANDARD_LIBRARY

    public void Finish(Vector128<T> sum, ref T at) => (Vector128.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);

    public void Finish(Vector256<T> sum, ref T at) => (Vector256.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);

    public void Finish(Vector512<T> sum, ref T at) => (Vector512.LoadUnsafe(ref at) + sum).StoreUnsafe(ref at);
#endif
}

/// <summary>at = sum + sum.</summary>
internal readonly struct Doubling<T> : IFinish<T>
    where T : unmanaged, INumber<T>
{
    public void Finish(T sum, ref T at) => at = sum + sum;
#if !NETSTANDARD_LIBRARY

    public void Finish(Vector128<T> sum, ref T at) => (sum + sum).StoreUnsafe(ref at);

    public void Finish(Vector256<T> sum, ref T at) => (sum + sum).StoreUnsafe(ref at);

    public void Finish(Vector512<T> sum, ref T at) => (sum + sum).StoreUnsafe(ref at);
#endif
}

/// <summary>A finish as the generator writes them: the sum to its place, and half of what exceeds 0 to another at a distance.</summary>
internal readonly struct StoreAndHalve<T>(int distance) : IFinish<T>
    where T : unmanaged, INumber<T>
{
    public void Finish(T sum, ref T at)
    {
        at = sum;
        Unsafe.Add(ref at, distance) = Half(sum);
    }

    public static T Half(T sum) => T.Max(T.Zero, sum) * T.CreateChecked(0.5);
#if !NETSTANDARD_LIBRARY

    public void Finish(Vector128<T> sum, ref T at)
    {
        sum.StoreUnsafe(ref at);
        (Vector128.Max(Vector128<T>.Zero, sum) * T.CreateChecked(0.5)).StoreUnsafe(ref Unsafe.Add(ref at, distance));
    }

    public void Finish(Vector256<T> sum, ref T at)
    {
        sum.StoreUnsafe(ref at);
        (Vector256.Max(Vector256<T>.Zero, sum) * T.CreateChecked(0.5)).StoreUnsafe(ref Unsafe.Add(ref at, distance));
    }

    public void Finish(Vector512<T> sum, ref T at)
    {
        sum.StoreUnsafe(ref at);
        (Vector512.Max(Vector512<T>.Zero, sum) * T.CreateChecked(0.5)).StoreUnsafe(ref Unsafe.Add(ref at, distance));
    }
#endif
}

/// <summary>The same, as a long finish.</summary>
internal readonly struct StoreAndHalveLater<T>(int distance) : ILongFinish<T>
    where T : unmanaged, INumber<T>
{
    public void Finish(T sum, ref T at) => new StoreAndHalve<T>(distance).Finish(sum, ref at);
}
