#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

internal readonly struct Arithmetic256<T> : IArithmetic<Vector256<T>, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Fill(T value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Add(Vector256<T> left, Vector256<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Subtract(Vector256<T> left, Vector256<T> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Multiply(Vector256<T> left, Vector256<T> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Divide(Vector256<T> left, Vector256<T> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> left, Vector256<T> right, Vector256<T> addend) => typeof(T) == typeof(float)
        ? Fused.MultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>()
        : Fused.MultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Negate(Vector256<T> x) => -x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Abs(Vector256<T> x) => Vector256.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AtMost(Vector256<T> bound, Vector256<T> x) =>
#if NET9_0_OR_GREATER
        Vector256.MinNative(bound, x);
#else
        Vector256.ConditionalSelect(Vector256.LessThan(bound, x), bound, x);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AtLeast(Vector256<T> bound, Vector256<T> x) =>
#if NET9_0_OR_GREATER
        Vector256.MaxNative(bound, x);
#else
        Vector256.ConditionalSelect(Vector256.GreaterThan(bound, x), bound, x);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LessThan(Vector256<T> left, Vector256<T> right) => Vector256.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Equals(Vector256<T> left, Vector256<T> right) => Vector256.Equals(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Select(Vector256<T> mask, Vector256<T> whereSet, Vector256<T> elsewhere) => Vector256.ConditionalSelect(mask, whereSet, elsewhere);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> And(Vector256<T> left, Vector256<T> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Or(Vector256<T> left, Vector256<T> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> PowerOfTwo(Vector256<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.VL.IsSupported
                ? Avx512F.VL.Scale(Vector256.Create(1.0f), n.AsSingle()).As<float, T>()
                : Vector256.ShiftLeft((n.AsSingle() + Vector256.Create(SingleApproximation.RoundingShift + 127)).AsInt32(), 23).As<int, T>();
        }

        return Avx512F.VL.IsSupported
            ? Avx512F.VL.Scale(Vector256.Create(1.0), n.AsDouble()).As<double, T>()
            : Vector256.ShiftLeft((n.AsDouble() + Vector256.Create(DoubleApproximation.RoundingShift + 1023)).AsInt64(), 52).As<long, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Scale(Vector256<T> x, Vector256<T> n)
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
            Vector256<int> both = (n.AsSingle() + Vector256.Create(SingleApproximation.RoundingShift + (2 * 127))).AsInt32();
            Vector256<int> half = Vector256.ShiftRightLogical(both, 1);
            return x * Vector256.ShiftLeft(half, 23).As<int, T>() * Vector256.ShiftLeft(both - half, 23).As<int, T>();
        }
        else
        {
            Vector256<long> both = (n.AsDouble() + Vector256.Create(DoubleApproximation.RoundingShift + (2 * 1023))).AsInt64();
            Vector256<long> half = Vector256.ShiftRightLogical(both, 1);
            return x * Vector256.ShiftLeft(half, 52).As<long, T>() * Vector256.ShiftLeft(both - half, 52).As<long, T>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Exponent(Vector256<T> x, out Vector256<T> mantissa)
    {
        // The bits of a number, less those of √½, have the exponent at their head, whatever the mantissa. Where a subnormal number was scaled, the exponent
        // of the scale comes off as well.
        if (typeof(T) == typeof(float))
        {
            Vector256<float> single = x.AsSingle();
            Vector256<float> one = Vector256.Create(1.0f);
            Vector256<float> scale = Vector256.ConditionalSelect(
                Vector256.LessThan(single, Vector256.Create(SingleApproximation.SmallestNormal)), Vector256.Create(SingleApproximation.SubnormalScale), one);
            Vector256<int> bits = (single * scale).AsInt32() - (scale.AsInt32() - one.AsInt32());
            Vector256<int> n = Vector256.ShiftRightArithmetic(bits - Vector256.Create(SingleApproximation.RootHalfBits), 23);
            mantissa = (bits - Vector256.ShiftLeft(n, 23)).As<int, T>();
            return Vector256.ConvertToSingle(n).As<float, T>();
        }
        else
        {
            Vector256<double> value = x.AsDouble();
            Vector256<double> one = Vector256.Create(1.0);
            Vector256<double> scale = Vector256.ConditionalSelect(
                Vector256.LessThan(value, Vector256.Create(DoubleApproximation.SmallestNormal)), Vector256.Create(DoubleApproximation.SubnormalScale), one);
            Vector256<long> bits = (value * scale).AsInt64() - (scale.AsInt64() - one.AsInt64());
            Vector256<long> n = Vector256.ShiftRightArithmetic(bits - Vector256.Create(DoubleApproximation.RootHalfBits), 52);
            mantissa = (bits - Vector256.ShiftLeft(n, 52)).As<long, T>();
            return Vector256.ConvertToDouble(n).As<double, T>();
        }
    }
}
#endif
