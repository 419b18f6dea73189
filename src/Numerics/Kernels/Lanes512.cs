#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics.Kernels;

internal readonly struct Single512 : ILanes<Vector512<float>, float>
{
    public static int Count => 16;

    public static int TileRows => 8;

    public static int SegmentRows => 4;

    public static int DotRows => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float source, nint offset) => Vector512.LoadUnsafe(ref Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> vector, ref float target, nint offset) => vector.StoreUnsafe(ref Unsafe.Add(ref target, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Fill(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) => Fused.MultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, ref float target) =>
        Lanes.Sums(v0, v1, v2, v3).StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> vector) => Lanes.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish<TFinish>(TFinish finish, Vector512<float> sum, ref float at)
        where TFinish : struct, IFinish<float> => finish.Finish(sum, ref at);
}

internal readonly struct Double512 : ILanes<Vector512<double>, double>
{
    public static int Count => 8;

    public static int TileRows => 8;

    public static int SegmentRows => 4;

    public static int DotRows => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ref double source, nint offset) => Vector512.LoadUnsafe(ref Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> vector, ref double target, nint offset) => vector.StoreUnsafe(ref Unsafe.Add(ref target, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Fill(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend) => Fused.MultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Add(Vector512<double> left, Vector512<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3, ref double target) =>
        Lanes.Sums(v0, v1, v2, v3).StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> vector) => Lanes.Sum(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish<TFinish>(TFinish finish, Vector512<double> sum, ref double at)
        where TFinish : struct, IFinish<double> => finish.Finish(sum, ref at);
}
#endif
