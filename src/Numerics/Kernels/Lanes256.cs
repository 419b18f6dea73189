#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics.Kernels;

internal readonly struct Single256 : ILanes<Vector256<float>, float>
{
    public static int Count => 8;

    public static int TileRows => 6;

    public static int SegmentRows => 3;

    public static int DotRows => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float source, nint offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> vector, ref float target, nint offset) => vector.StoreUnsafe(ref Unsafe.Add(ref target, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Fill(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) => Fused.MultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3, ref float target) =>
        Lanes.Sums(v0, v1, v2, v3).StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> vector) => Lanes.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish<TFinish>(TFinish finish, Vector256<float> sum, ref float at)
        where TFinish : struct, IFinish<float> => finish.Finish(sum, ref at);
}

internal readonly struct Double256 : ILanes<Vector256<double>, double>
{
    public static int Count => 4;

    public static int TileRows => 6;

    public static int SegmentRows => 3;

    public static int DotRows => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ref double source, nint offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> vector, ref double target, nint offset) => vector.StoreUnsafe(ref Unsafe.Add(ref target, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Fill(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend) => Fused.MultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Add(Vector256<double> left, Vector256<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector256<double> v0, Vector256<double> v1, Vector256<double> v2, Vector256<double> v3, ref double target) =>
        Lanes.Sums(v0, v1, v2, v3).StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> vector) => Lanes.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish<TFinish>(TFinish finish, Vector256<double> sum, ref double at)
        where TFinish : struct, IFinish<double> => finish.Finish(sum, ref at);
}
#endif
