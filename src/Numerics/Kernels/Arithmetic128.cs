#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

internal readonly struct Arithmetic128<T> : IArithmetic<Vector128<T>, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Fill(T value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> left, Vector128<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Subtract(Vector128<T> left, Vector128<T> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Multiply(Vector128<T> left, Vector128<T> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Divide(Vector128<T> left, Vector128<T> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> left, Vector128<T> right, Vector128<T> addend) => typeof(T) == typeof(float)
        ? Fused.MultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>()
        : Fused.MultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Negate(Vector128<T> x) => -x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Abs(Vector128<T> x) => Vector128.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AtMost(Vector128<T> bound, Vector128<T> x) =>
#if NET9_0_OR_GREATER
        Vector128.MinNative(bound, x);
#else
        Vector128.ConditionalSelect(Vector128.LessThan(bound, x), bound, x);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AtLeast(Vector128<T> bound, Vector128<T> x) =>
#if NET9_0_OR_GREATER
        Vector128.MaxNative(bound, x);
#else
        Vector128.ConditionalSelect(Vector128.GreaterThan(bound, x), bound, x);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LessThan(Vector128<T> left, Vector128<T> right) => Vector128.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Equals(Vector128<T> left, Vector128<T> right) => Vector128.Equals(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Select(Vector128<T> mask, Vector128<T> whereSet, Vector128<T> elsewhere) => Vector128.ConditionalSelect(mask, whereSet, elsewhere);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> And(Vector128<T> left, Vector128<T> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Or(Vector128<T> left, Vector128<T> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> PowerOfTwo(Vector128<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.VL.IsSupported
                ? Avx512F.VL.Scale(Vector128.Create(1.0f), n.AsSingle()).As<float, T>()
                : Vector128.ShiftLeft((n.AsSingle() + Vector128.Create(SingleApproximation.RoundingShift + 127)).AsInt32(), 23).As<int, T>();
        }

        return Avx512F.VL.IsSupported
            ? Avx512F.VL.Scale(Vector128.Create(1.0), n.AsDouble()).As<double, T>()
            : Vector128.ShiftLeft((n.AsDouble() + Vector128.Create(DoubleApproximation.RoundingShift + 1023)).AsInt64(), 52).As<long, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Scale(Vector128<T> x, Vector128<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.VL.Scale(x.AsSingle(), n.AsSingle()).As<float, T>()
                : Avx512F.VL.Scale(x.AsDouble(), n.AsDouble()).As<double, T>();
        }

        // The last bits of so large a number are n and twice the bias of an exponent: one half of it for each of two factors. Between them nothing is rounded,
        // since x·2^(n/2) is far from the ends of the range.
        if (typeof(T) == typeof(float))
        {
            Vector128<int> both = (n.AsSingle() + Vector128.Create(SingleApproximation.RoundingShift + (2 * 127))).AsInt32();
            Vector128<int> half = Vector128.ShiftRightLogical(both, 1);
            return x * Vector128.ShiftLeft(half, 23).As<int, T>() * Vector128.ShiftLeft(both - half, 23).As<int, T>();
        }
        else
        {
            Vector128<long> both = (n.AsDouble() + Vector128.Create(DoubleApproximation.RoundingShift + (2 * 1023))).AsInt64();
            Vector128<long> half = Vector128.ShiftRightLogical(both, 1);
            return x * Vector128.ShiftLeft(half, 52).As<long, T>() * Vector128.ShiftLeft(both - half, 52).As<long, T>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Exponent(Vector128<T> x, out Vector128<T> mantissa)
    {
        // The bits of a number, less those of √½, have the exponent at their head, whatever the mantissa. Where a subnormal number was scaled, the exponent
        // of the scale comes off as well.
        if (typeof(T) == typeof(float))
        {
            Vector128<float> single = x.AsSingle();
            Vector128<float> one = Vector128.Create(1.0f);
            Vector128<float> scale = Vector128.ConditionalSelect(
                Vector128.LessThan(single, Vector128.Create(SingleApproximation.SmallestNormal)), Vector128.Create(SingleApproximation.SubnormalScale), one);
            Vector128<int> bits = (single * scale).AsInt32() - (scale.AsInt32() - one.AsInt32());
            Vector128<int> n = Vector128.ShiftRightArithmetic(bits - Vector128.Create(SingleApproximation.RootHalfBits), 23);
            mantissa = (bits - Vector128.ShiftLeft(n, 23)).As<int, T>();
            return Vector128.ConvertToSingle(n).As<float, T>();
        }
        else
        {
            Vector128<double> value = x.AsDouble();
            Vector128<double> one = Vector128.Create(1.0);
            Vector128<double> scale = Vector128.ConditionalSelect(
                Vector128.LessThan(value, Vector128.Create(DoubleApproximation.SmallestNormal)), Vector128.Create(DoubleApproximation.SubnormalScale), one);
            Vector128<long> bits = (value * scale).AsInt64() - (scale.AsInt64() - one.AsInt64());
            Vector128<long> n = Vector128.ShiftRightArithmetic(bits - Vector128.Create(DoubleApproximation.RootHalfBits), 52);
            mantissa = (bits - Vector128.ShiftLeft(n, 52)).As<long, T>();
            return Vector128.ConvertToDouble(n).As<double, T>();
        }
    }
}
#endif
