#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

internal readonly struct Arithmetic512<T> : IArithmetic<Vector512<T>, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Fill(T value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add(Vector512<T> left, Vector512<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Subtract(Vector512<T> left, Vector512<T> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Multiply(Vector512<T> left, Vector512<T> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Divide(Vector512<T> left, Vector512<T> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> left, Vector512<T> right, Vector512<T> addend) => typeof(T) == typeof(float)
        ? Fused.MultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>()
        : Fused.MultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Negate(Vector512<T> x) => -x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Abs(Vector512<T> x) => Vector512.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AtMost(Vector512<T> bound, Vector512<T> x) =>
#if NET9_0_OR_GREATER
        Vector512.MinNative(bound, x);
#else
        Vector512.ConditionalSelect(Vector512.LessThan(bound, x), bound, x);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AtLeast(Vector512<T> bound, Vector512<T> x) =>
#if NET9_0_OR_GREATER
        Vector512.MaxNative(bound, x);
#else
        Vector512.ConditionalSelect(Vector512.GreaterThan(bound, x), bound, x);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LessThan(Vector512<T> left, Vector512<T> right) => Vector512.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Equals(Vector512<T> left, Vector512<T> right) => Vector512.Equals(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Select(Vector512<T> mask, Vector512<T> whereSet, Vector512<T> elsewhere) => Vector512.ConditionalSelect(mask, whereSet, elsewhere);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> And(Vector512<T> left, Vector512<T> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Or(Vector512<T> left, Vector512<T> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> PowerOfTwo(Vector512<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.IsSupported
                ? Avx512F.Scale(Vector512.Create(1.0f), n.AsSingle()).As<float, T>()
                : Vector512.ShiftLeft((n.AsSingle() + Vector512.Create(SingleApproximation.RoundingShift + 127)).AsInt32(), 23).As<int, T>();
        }

        return Avx512F.IsSupported
            ? Avx512F.Scale(Vector512.Create(1.0), n.AsDouble()).As<double, T>()
            : Vector512.ShiftLeft((n.AsDouble() + Vector512.Create(DoubleApproximation.RoundingShift + 1023)).AsInt64(), 52).As<long, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Scale(Vector512<T> x, Vector512<T> n)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.Scale(x.AsSingle(), n.AsSingle()).As<float, T>()
                : Avx512F.Scale(x.AsDouble(), n.AsDouble()).As<double, T>();
        }

        // The last bits of so large a number are n and twice the bias of an exponent: one half of it for each of two factors. Between them nothing is rounded,
        // since x·2^(n/2) is far from the ends of the range.
        if (typeof(T) == typeof(float))
        {
            Vector512<int> both = (n.AsSingle() + Vector512.Create(SingleApproximation.RoundingShift + (2 * 127))).AsInt32();
            Vector512<int> half = Vector512.ShiftRightLogical(both, 1);
            return x * Vector512.ShiftLeft(half, 23).As<int, T>() * Vector512.ShiftLeft(both - half, 23).As<int, T>();
        }
        else
        {
            Vector512<long> both = (n.AsDouble() + Vector512.Create(DoubleApproximation.RoundingShift + (2 * 1023))).AsInt64();
            Vector512<long> half = Vector512.ShiftRightLogical(both, 1);
            return x * Vector512.ShiftLeft(half, 52).As<long, T>() * Vector512.ShiftLeft(both - half, 52).As<long, T>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Exponent(Vector512<T> x, out Vector512<T> mantissa)
    {
        // The bits of a number, less those of √½, have the exponent at their head, whatever the mantissa. Where a subnormal number was scaled, the exponent
        // of the scale comes off as well.
        if (typeof(T) == typeof(float))
        {
            Vector512<float> single = x.AsSingle();
            Vector512<float> one = Vector512.Create(1.0f);
            Vector512<float> scale = Vector512.ConditionalSelect(
                Vector512.LessThan(single, Vector512.Create(SingleApproximation.SmallestNormal)), Vector512.Create(SingleApproximation.SubnormalScale), one);
            Vector512<int> bits = (single * scale).AsInt32() - (scale.AsInt32() - one.AsInt32());
            Vector512<int> n = Vector512.ShiftRightArithmetic(bits - Vector512.Create(SingleApproximation.RootHalfBits), 23);
            mantissa = (bits - Vector512.ShiftLeft(n, 23)).As<int, T>();
            return Vector512.ConvertToSingle(n).As<float, T>();
        }
        else
        {
            Vector512<double> value = x.AsDouble();
            Vector512<double> one = Vector512.Create(1.0);
            Vector512<double> scale = Vector512.ConditionalSelect(
                Vector512.LessThan(value, Vector512.Create(DoubleApproximation.SmallestNormal)), Vector512.Create(DoubleApproximation.SubnormalScale), one);
            Vector512<long> bits = (value * scale).AsInt64() - (scale.AsInt64() - one.AsInt64());
            Vector512<long> n = Vector512.ShiftRightArithmetic(bits - Vector512.Create(DoubleApproximation.RootHalfBits), 52);
            mantissa = (bits - Vector512.ShiftLeft(n, 52)).As<long, T>();
            return Vector512.ConvertToDouble(n).As<double, T>();
        }
    }
}
#endif
