#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics.Kernels;

/// <summary>Memory of a kernel on the stack, cut into pieces that start at multiples of 64 bytes, so that no vector straddles two cache lines.</summary>
internal static class Scratch
{
    private const int Alignment = 64;

    /// <summary>The numbers to allocate for so many aligned ones.</summary>
    public static int Room<T>(int length)
        where T : unmanaged => length + (Alignment / Unsafe.SizeOf<T>());

    /// <summary>The first aligned number of memory that does not move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref T Aligned<T>(Span<T> memory)
        where T : unmanaged
    {
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory));
        return ref Unsafe.AsRef<T>((void*)((address + (Alignment - 1)) & -Alignment));
    }
}
#endif
