#if !NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Optimizers.Arithmetic;

/// <summary>Vectors of the machine's width, where there are no others.</summary>
internal readonly struct VectorArithmetic<T> : IArithmetic<Vector<T>, T>
    where T : unmanaged
{
    public int Count => Vector<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Load(ref T source, nint index) =>
        Unsafe.ReadUnaligned<Vector<T>>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref source, index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector<T> vector, ref T target, nint index) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref target, index)), vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Fill(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Add(Vector<T> left, Vector<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Subtract(Vector<T> left, Vector<T> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Multiply(Vector<T> left, Vector<T> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> MultiplyAdd(Vector<T> left, Vector<T> right, Vector<T> addend) => Add(Multiply(left, right), addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Divide(Vector<T> left, Vector<T> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> SquareRoot(Vector<T> vector) => Vector.SquareRoot(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Max(Vector<T> left, Vector<T> right) => Vector.Max(left, right);
}
#endif
