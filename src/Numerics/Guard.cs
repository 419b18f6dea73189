using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

/// <summary>Checks the arguments of a call, before anything is written.</summary>
/// <remarks>Called by generated code. What throws stands in methods of its own, so that the checks are small enough to be inlined.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Guard
{
    /// <summary>The number of samples in a span.</summary>
    /// <param name="length">The length of the span.</param>
    /// <param name="size">The numbers of one sample, at least 1.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <returns>N = length / size, at least 1.</returns>
    /// <exception cref="ArgumentException">The length is 0 or no multiple of the size.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Samples(int length, int size, string parameter)
    {
        // Of unsigned numbers the division is shorter.
        int samples = (int)((uint)length / (uint)size);
        if (length == 0 || samples * size != length)
        {
            ThrowSamples(length, size, parameter);
        }

        return samples;
    }

    /// <summary>Checks that there is an argument.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotNull(object? argument, string parameter)
    {
        if (argument is null)
        {
            ThrowNull(parameter);
        }
    }

    /// <summary>Checks a length.</summary>
    /// <param name="length">The length of the span.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int length, long expected, string parameter)
    {
        if (length != expected)
        {
            ThrowLength(length, expected, parameter);
        }
    }

    /// <summary>Checks the length of a span that holds one row for each sample.</summary>
    /// <param name="length">The length of the span.</param>
    /// <param name="samples">N.</param>
    /// <param name="size">The numbers of one row.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">The length is not N × size.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows(int length, int samples, int size, string parameter)
    {
        if (length != (long)samples * size)
        {
            ThrowRows(length, samples, size, parameter);
        }
    }

    /// <summary>Checks class indices, one for each sample.</summary>
    /// <param name="labels">The class indices.</param>
    /// <param name="samples">N.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">There are not N of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One lies outside 0 … classes − 1.</exception>
    [MethodImpl(Compiled.InFull)]
    public static void Labels(ReadOnlySpan<int> labels, int samples, int classes, string parameter)
    {
        if (labels.Length != samples)
        {
            ThrowLabelCount(labels.Length, samples, parameter);
        }

        for (int i = 0; i < labels.Length; i++)
        {
            // As an unsigned number a negative label is too large.
            if ((uint)labels[i] >= (uint)classes)
            {
                ThrowLabel(i, labels[i], classes, parameter);
            }
        }
    }

    /// <summary>Checks that a span which is written shares no memory with another. Empty spans share none.</summary>
    /// <typeparam name="TWritten">The number type of the one, at most 8 bytes wide.</typeparam>
    /// <typeparam name="TOther">The number type of the other, at most 8 bytes wide.</typeparam>
    /// <param name="written">The span that is written.</param>
    /// <param name="writtenParameter">The name of its parameter.</param>
    /// <param name="other">The other span.</param>
    /// <param name="otherParameter">The name of its parameter.</param>
    /// <exception cref="ArgumentException">They overlap, be it in part.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Separate<TWritten, TOther>(
        ReadOnlySpan<TWritten> written, string writtenParameter, ReadOnlySpan<TOther> other, string otherParameter)
        where TWritten : unmanaged
        where TOther : unmanaged
    {
        if (Overlap(written, other))
        {
            ThrowOverlap(writtenParameter, otherParameter);
        }
    }

    /// <summary>Whether the second begins less than its own length before the first, and less than that of the first behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Overlap<TFirst, TSecond>(ReadOnlySpan<TFirst> first, ReadOnlySpan<TSecond> second)
        where TFirst : unmanaged
        where TSecond : unmanaged
    {
        nint distance = Unsafe.ByteOffset(
            ref Unsafe.As<TFirst, byte>(ref MemoryMarshal.GetReference(first)), ref Unsafe.As<TSecond, byte>(ref MemoryMarshal.GetReference(second)));
        nint firstBytes = (nint)(uint)first.Length * Unsafe.SizeOf<TFirst>();
        nint secondBytes = (nint)(uint)second.Length * Unsafe.SizeOf<TSecond>();

        // One comparison for both ends, as every call waits for it: −secondBytes < distance < firstBytes.
        return (nuint)(distance + secondBytes - 1) < (nuint)(firstBytes + secondBytes - 1) && first.Length > 0 && second.Length > 0;
    }
}
