using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>Memory for intermediate results that the stack should not hold: one buffer per thread and number type.</summary>
/// <remarks>
/// Called by generated code. A buffer grows to the largest length asked for, stays as long as its thread, and is never cleared. Like parameters, it starts at a
/// multiple of 64 bytes and never moves on .NET 8 and later.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThreadScratch
{
    /// <summary>The calling thread's buffer. Nothing is allocated up to the largest length that this thread has asked for.</summary>
    /// <remarks>The next call on the thread for the same number type gives the same memory: ask once for all that a call needs, and call nothing in between that asks too.</remarks>
    /// <typeparam name="T">The number type; its size divides 8.</typeparam>
    /// <param name="length">How many numbers.</param>
    /// <returns>That many numbers, of any value.</returns>
    public static Span<T> Get<T>(int length)
        where T : unmanaged => Get(ref Buffer<T>.OfThread, length);

    /// <summary>Another buffer, for outputs that a caller holds while a forward pass has the first.</summary>
    /// <typeparam name="T">The number type; its size divides 8.</typeparam>
    /// <param name="length">How many numbers.</param>
    /// <returns>That many numbers, of any value.</returns>
    public static Span<T> GetOutputs<T>(int length)
        where T : unmanaged => Get(ref Buffer<T>.OutputsOfThread, length);
#if NET8_0_OR_GREATER

    /// <summary>Another buffer, for a panel that a product builds while its caller holds the first.</summary>
    internal static Span<T> GetPanel<T>(int length)
        where T : unmanaged => Get(ref Buffer<T>.PanelOfThread, length);
#endif

    /// <summary>Another buffer, for gradients on their way to an optimizer while the caller holds the first.</summary>
    internal static Span<T> GetGradients<T>(int length)
        where T : unmanaged => Get(ref Buffer<T>.GradientsOfThread, length);

    private static Span<T> Get<T>(ref ParameterStorage<T>? buffer, int length)
        where T : unmanaged
    {
        if (buffer is null || buffer.Span.Length < length)
        {
            buffer = new ParameterStorage<T>(length);
        }

        return buffer.Span.Slice(0, length);
    }

    private static class Buffer<T>
        where T : unmanaged
    {
        [ThreadStatic]
        internal static ParameterStorage<T>? OfThread;

        [ThreadStatic]
        internal static ParameterStorage<T>? OutputsOfThread;

        [ThreadStatic]
        internal static ParameterStorage<T>? GradientsOfThread;
#if NET8_0_OR_GREATER

        [ThreadStatic]
        internal static ParameterStorage<T>? PanelOfThread;
#endif
    }
}
