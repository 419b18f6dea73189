#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics.Kernels;

internal readonly struct Single128 : ILanes<Vector128<float>, float>
{
    public static int Count => 4;

    public static int TileRows => 6;

    public static int SegmentRows => 3;

    public static int DotRows => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float source, nint offset) => Vector128.LoadUnsafe(ref Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> vector, ref float target, nint offset) => vector.StoreUnsafe(ref Unsafe.Add(ref target, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Fill(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) => Fused.MultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> left, Vector128<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector128<float> v0, Vector128<float> v1, Vector128<float> v2, Vector128<float> v3, ref float target) =>
        Lanes.Sums(v0, v1, v2, v3).StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> vector) => Lanes.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish<TFinish>(TFinish finish, Vector128<float> sum, ref float at)
        where TFinish : struct, IFinish<float> => finish.Finish(sum, ref at);
}

internal readonly struct Double128 : ILanes<Vector128<double>, double>
{
    public static int Count => 2;

    public static int TileRows => 6;

    public static int SegmentRows => 3;

    public static int DotRows => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(ref double source, nint offset) => Vector128.LoadUnsafe(ref Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<double> vector, ref double target, nint offset) => vector.StoreUnsafe(ref Unsafe.Add(ref target, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Fill(double value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend) => Fused.MultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Add(Vector128<double> left, Vector128<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector128<double> v0, Vector128<double> v1, Vector128<double> v2, Vector128<double> v3, ref double target)
    {
        Lanes.Sums(v0, v1).StoreUnsafe(ref target);
        Lanes.Sums(v2, v3).StoreUnsafe(ref Unsafe.Add(ref target, 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<double> vector) => Lanes.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish<TFinish>(TFinish finish, Vector128<double> sum, ref double at)
        where TFinish : struct, IFinish<double> => finish.Finish(sum, ref at);
}
#endif
