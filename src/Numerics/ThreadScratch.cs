using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>Memory for intermediate results that the stack should not hold: one buffer per thread and number type.</summary>
/// <remarks>Called by generated code. A buffer grows to the largest length asked for, stays as long as its thread, and is never cleared.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThreadScratch
{
    /// <summary>The calling thread's buffer. Nothing is allocated up to the largest length that this thread has asked for.</summary>
    /// <remarks>The next call on the thread for the same number type gives the same memory: ask once for all that a call needs, and call nothing in between that asks too.</remarks>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="length">How many numbers.</param>
    /// <returns>That many numbers, of any value.</returns>
    public static Span<T> Get<T>(int length)
        where T : unmanaged
    {
        T[]? buffer = Buffer<T>.OfThread;
        if (buffer is null || buffer.Length < length)
        {
            Buffer<T>.OfThread = buffer = new T[length];
        }

        return new Span<T>(buffer, 0, length);
    }

    private static class Buffer<T>
    {
        [ThreadStatic]
        internal static T[]? OfThread;
    }
}
