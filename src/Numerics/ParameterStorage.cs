using System;
using System.ComponentModel;
#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace NetGen.Numerics;

/// <summary>The memory of a network's parameters, of their gradients, or of what an optimizer knows of each: one managed array, which a span alone keeps alive.</summary>
/// <remarks>
/// Used by generated code. On .NET 8 and later the numbers never move and start at a multiple of 64 bytes, a cache line and the widest vector, so that no
/// vector load of a padded row straddles two lines. Elsewhere it is a plain array.
/// </remarks>
/// <typeparam name="T">The number type; its size divides 8.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterStorage<T>
    where T : unmanaged
{
    private readonly T[] _numbers;
    private readonly int _start;
    private readonly int _length;

    /// <summary>Allocates the memory, all zeros.</summary>
    /// <param name="length">How many numbers.</param>
    public ParameterStorage(int length)
    {
        _length = length;
#if NET
        const int Alignment = 64;
        int size = Unsafe.SizeOf<T>();
        _numbers = GC.AllocateArray<T>(length + Alignment / size, pinned: true);

        // Arrays start at a multiple of 8 bytes, so that a whole number of elements leads to the next multiple of 64.
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(_numbers, 0);
        _start = (int)(-address & (Alignment - 1)) / size;
#else
        _numbers = new T[length];
        _start = 0;
#endif
    }

    /// <summary>The numbers.</summary>
    public Span<T> Span =>
#if NET
        MemoryMarshal.CreateSpan(ref First, _length);
#else
        new Span<T>(_numbers, _start, _length);
#endif

    /// <summary>The first number.</summary>
    internal ref T First =>
#if NET
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_numbers), _start);
#else
        ref _numbers[0];
#endif
}
