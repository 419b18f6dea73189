#if NET8_0_OR_GREATER
using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>The first numbers of a vector: in memory that ends with them, nothing behind is read or written.</summary>
/// <remarks>Called by generated code with constant counts, so that every branch here is decided by the JIT. Counts are from 1 to the number of lanes.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Partial
{
    private static ReadOnlySpan<int> Ones => [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Loads so many numbers; the other lanes are 0.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="source">The first number.</param>
    /// <param name="count">How many.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load512<T>(ref T source, int count)
        where T : unmanaged =>
        count == Vector512<T>.Count ? Vector512.LoadUnsafe(ref source)
        : count > Vector256<T>.Count ? Vector512.Create(Vector256.LoadUnsafe(ref source), Load256(ref Unsafe.Add(ref source, Vector256<T>.Count), count - Vector256<T>.Count))
        : Load256(ref source, count).ToVector512();

    /// <inheritdoc cref="Load512{T}(ref T, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load256<T>(ref T source, int count)
        where T : unmanaged =>
        count == Vector256<T>.Count ? Vector256.LoadUnsafe(ref source)
        : count > Vector128<T>.Count ? Vector256.Create(Vector128.LoadUnsafe(ref source), Load128(ref Unsafe.Add(ref source, Vector128<T>.Count), count - Vector128<T>.Count))
        : Load128(ref source, count).ToVector256();

    /// <inheritdoc cref="Load512{T}(ref T, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load128<T>(ref T source, int count)
        where T : unmanaged =>
        count == Vector128<T>.Count ? Vector128.LoadUnsafe(ref source)
        : count == 1 ? Vector128.CreateScalar(source)
        : count == 2 ? Pair(ref source)
        : Pair(ref source).WithElement(2, Unsafe.Add(ref source, 2));

    /// <summary>Stores so many numbers.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="vector">The vector.</param>
    /// <param name="target">Where its first number goes.</param>
    /// <param name="count">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> vector, ref T target, int count)
        where T : unmanaged
    {
        if (count == Vector512<T>.Count)
        {
            vector.StoreUnsafe(ref target);
        }
        else if (count > Vector256<T>.Count)
        {
            vector.GetLower().StoreUnsafe(ref target);
            Store(vector.GetUpper(), ref Unsafe.Add(ref target, Vector256<T>.Count), count - Vector256<T>.Count);
        }
        else
        {
            Store(vector.GetLower(), ref target, count);
        }
    }

    /// <inheritdoc cref="Store{T}(Vector512{T}, ref T, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> vector, ref T target, int count)
        where T : unmanaged
    {
        if (count == Vector256<T>.Count)
        {
            vector.StoreUnsafe(ref target);
        }
        else if (count > Vector128<T>.Count)
        {
            vector.GetLower().StoreUnsafe(ref target);
            Store(vector.GetUpper(), ref Unsafe.Add(ref target, Vector128<T>.Count), count - Vector128<T>.Count);
        }
        else
        {
            Store(vector.GetLower(), ref target, count);
        }
    }

    /// <inheritdoc cref="Store{T}(Vector512{T}, ref T, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector128<T> vector, ref T target, int count)
        where T : unmanaged
    {
        if (count == Vector128<T>.Count)
        {
            vector.StoreUnsafe(ref target);
            return;
        }

        if (count == 1)
        {
            target = vector.ToScalar();
            return;
        }

        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref target), vector.AsDouble().ToScalar());
        if (count == 3)
        {
            Unsafe.Add(ref target, 2) = vector.GetElement(2);
        }
    }

    /// <summary>All bits set in so many lanes, none in the others.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <returns>The mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Mask512<T>(int count)
        where T : unmanaged => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(Ones), (nuint)(16 - (count * Unsafe.SizeOf<T>() / 4))).As<int, T>();

    /// <inheritdoc cref="Mask512{T}(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Mask256<T>(int count)
        where T : unmanaged => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(Ones), (nuint)(16 - (count * Unsafe.SizeOf<T>() / 4))).As<int, T>();

    /// <inheritdoc cref="Mask512{T}(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Mask128<T>(int count)
        where T : unmanaged => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Ones), (nuint)(16 - (count * Unsafe.SizeOf<T>() / 4))).As<int, T>();

    /// <summary>The vector with 0 in all lanes but the first.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="vector">Any numbers.</param>
    /// <param name="count">How many lanes to keep.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Keep<T>(Vector512<T> vector, int count)
        where T : unmanaged => vector & Mask512<T>(count);

    /// <inheritdoc cref="Keep{T}(Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Keep<T>(Vector256<T> vector, int count)
        where T : unmanaged => vector & Mask256<T>(count);

    /// <inheritdoc cref="Keep{T}(Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Keep<T>(Vector128<T> vector, int count)
        where T : unmanaged => vector & Mask128<T>(count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Pair<T>(ref T source)
        where T : unmanaged => Vector128.CreateScalar(Unsafe.ReadUnaligned<double>(ref Unsafe.As<T, byte>(ref source))).As<double, T>();
}
#endif
