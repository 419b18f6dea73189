#if !NETGEN_GENERATOR
using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace NetGen.Numerics;

/// <summary>Working memory of the stack: how much of it a call takes, and where in it vectors stand.</summary>
/// <remarks>Called by generated code, and compiled into the generator, too.</remarks>
#if NETGEN_GENERATOR
internal static class StackMemory
#else
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StackMemory
#endif
{
    /// <summary>
    /// Bytes of working memory: blocks of some dozen samples of a small network, and little beside the 512 KB that the smallest common stacks of threads have.
    /// </summary>
    internal const int Budget = 65_536;

    /// <summary>
    /// Bytes of a cache line and of the widest vector. A vector that straddles two lines takes twice as long, and numbers of it that are read at once wait until it has left the
    /// processor's buffer; where the stack begins is chance, another in each process.
    /// </summary>
    internal const int Alignment = 64;

    /// <summary>The numbers to allocate for so many aligned ones.</summary>
    internal static int Room(int length, int elementBytes) => length + (Alignment / elementBytes);
#if !NETGEN_GENERATOR

    /// <summary>Whether so many numbers are taken from the stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Holds<T>(int length)
        where T : unmanaged => (long)length * Unsafe.SizeOf<T>() <= Budget;

    /// <summary>The numbers to allocate for so many aligned ones.</summary>
    internal static int Room<T>(int length)
        where T : unmanaged => Room(length, Unsafe.SizeOf<T>());

    /// <summary>The first numbers of memory of the stack that begin a cache line, wherever the stack begins.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Of the stack, with 64 bytes more than are asked for.</param>
    /// <param name="length">How many numbers.</param>
    /// <returns>That many numbers, which begin at a multiple of 64 bytes on .NET 8 and later.</returns>
    /// <exception cref="ArgumentException">The memory is too short.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Aligned<T>(Span<T> memory, int length)
        where T : unmanaged
    {
        if (memory.Length - (Alignment / Unsafe.SizeOf<T>()) < length)
        {
            ThrowTooShort(Room<T>(length), length, memory.Length);
        }

#if NET8_0_OR_GREATER
        return MemoryMarshal.CreateSpan(ref Aligned(memory), length);
#else
        return memory.Slice(0, length);
#endif
    }

    private static void ThrowTooShort(int room, int length, int given) =>
        throw new ArgumentException($"Expected at least {room} numbers for {length} aligned ones, got {given}.", "memory");
#if NET8_0_OR_GREATER

    /// <summary>The first number that begins a cache line, of memory that does not move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe ref T Aligned<T>(Span<T> memory)
        where T : unmanaged
    {
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory));
        return ref Unsafe.AsRef<T>((void*)((address + (Alignment - 1)) & -Alignment));
    }
#endif
#endif
}
