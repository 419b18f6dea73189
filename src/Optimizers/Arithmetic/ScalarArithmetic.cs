using System;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Optimizers.Arithmetic;

/// <summary>Single numbers, as vectors of one lane.</summary>
/// <remarks>
/// A float is computed in double and rounded. That gives the bits of the float operation, since a double has more than twice the digits:
/// S. A. Figueroa, When is double rounding innocuous?, SIGNUM Newsletter 30 (1995).
/// </remarks>
internal readonly struct ScalarArithmetic<T> : IArithmetic<T, T>
    where T : unmanaged
{
    public int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Load(ref T source, nint index) => Unsafe.Add(ref source, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T vector, ref T target, nint index) => Unsafe.Add(ref target, index) = vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Fill(T value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Add(T left, T right) => Real.From<T>(Real.ToDouble(left) + Real.ToDouble(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Subtract(T left, T right) => Real.From<T>(Real.ToDouble(left) - Real.ToDouble(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Multiply(T left, T right) => Real.From<T>(Real.ToDouble(left) * Real.ToDouble(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T MultiplyAdd(T left, T right, T addend) => Add(Multiply(left, right), addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Divide(T left, T right) => Real.From<T>(Real.ToDouble(left) / Real.ToDouble(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SquareRoot(T vector) => Real.From<T>(Math.Sqrt(Real.ToDouble(vector)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Max(T left, T right) => Real.From<T>(Math.Max(Real.ToDouble(left), Real.ToDouble(right)));
}
