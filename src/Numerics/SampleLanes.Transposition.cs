#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics.Kernels;

namespace NetGen.Numerics;

// Samples stand one after another in the caller's memory, and number by number in a block.
public static partial class SampleLanes
{
    /// <summary>Numbers of a sample up to which the last samples, fewer than a vector has lanes, are moved like the others.</summary>
    private const int LastNumbers = 32;

    /// <summary>The same of inputs, which may be more, with more memory: whose pages take longer to be had than few numbers to be moved.</summary>
    private const int ManyLastNumbers = 128;

    /// <summary>Samples that fill half a vector of 512 bits.</summary>
    private const int Half = 8;

    /// <summary>From samples to rows of numbers; behind the last sample rows are filled with 0 to a whole vector.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="source">Count × size numbers.</param>
    /// <param name="size">Numbers of a sample.</param>
    /// <param name="count">Samples.</param>
    /// <param name="target">Size rows.</param>
    /// <param name="row">Numbers of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather<T>(ReadOnlySpan<T> source, int size, int count, Span<T> target, int row)
        where T : unmanaged => Gather(source, size, count, target, row, Vector512.IsHardwareAccelerated);

    /// <summary>From samples to rows of numbers; behind the last sample rows are filled with 0 to a whole vector of those that will be read.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="source">Count × size numbers.</param>
    /// <param name="size">Numbers of a sample.</param>
    /// <param name="count">Samples.</param>
    /// <param name="target">Size rows.</param>
    /// <param name="row">Numbers of a row.</param>
    /// <param name="isWide">
    /// Whether rows will be read in vectors of 512 bits, and not of 256: a vector that was written in halves is not there before both have left the processor's buffer.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather<T>(ReadOnlySpan<T> source, int size, int count, Span<T> target, int row, bool isWide)
        where T : unmanaged
    {
        Require(source.Length, target.Length, size, count, row);
        int s = 0;
        if (typeof(T) == typeof(float) && SampleTransposition.IsSupported)
        {
            ref float from = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(source));
            ref float to = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(target));
            s = SampleTransposition.Gather(ref from, size, count, ref to, row, isWide);
            if (s == count)
            {
                return;
            }

            if (s + SampleTransposition.Lanes <= row && size <= ManyLastNumbers)
            {
                from = ref Unsafe.Add(ref from, s * size);
                to = ref Unsafe.Add(ref to, s);
                if (size <= LastNumbers)
                {
                    GatherLast(ref from, size, count - s, ref to, row);
                }
                else
                {
                    GatherLastOfMany(ref from, size, count - s, ref to, row);
                }

                return;
            }
        }

        GatherFrom(s, source, size, count, target, row);
    }

    /// <summary>From rows of numbers to samples.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="source">Size rows.</param>
    /// <param name="row">Numbers of a row.</param>
    /// <param name="target">Count × size numbers.</param>
    /// <param name="size">Numbers of a sample.</param>
    /// <param name="count">Samples.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scatter<T>(ReadOnlySpan<T> source, int row, Span<T> target, int size, int count)
        where T : unmanaged
    {
        Require(target.Length, source.Length, size, count, row);
        int s = 0;
        if (typeof(T) == typeof(float) && SampleTransposition.IsSupported)
        {
            ref float from = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(source));
            ref float to = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(target));
            s = SampleTransposition.Scatter(ref from, row, ref to, size, count, count != Half);
            if (s < count && s + SampleTransposition.Lanes <= row && size <= LastNumbers)
            {
                ScatterLast(ref Unsafe.Add(ref from, s), row, ref Unsafe.Add(ref to, s * size), size, count - s);
                return;
            }
        }

        ScatterFrom(s, source, row, target, size, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Require(int samples, int rows, int size, int count, int row)
    {
        if (count < 1 || count > row || samples < (long)count * size || rows < (long)size * row)
        {
            ThrowBeyond();
        }
    }

    private static void ThrowBeyond() => throw new ArgumentException("The sizes of a block of samples reach beyond its memory.");

    [MethodImpl(Compiled.ByItself)]
    private static void GatherFrom<T>(int first, ReadOnlySpan<T> source, int size, int count, Span<T> target, int row)
        where T : unmanaged
    {
        int padded = Math.Min(row, Whole(count, 64 / Unsafe.SizeOf<T>()));
        for (int k = 0; k < size; k++)
        {
            Span<T> numbers = target.Slice(k * row, padded);
            for (int i = first; i < count; i++)
            {
                numbers[i] = source[(i * size) + k];
            }

            numbers.Slice(count).Clear();
        }
    }

    [MethodImpl(Compiled.ByItself)]
    private static void ScatterFrom<T>(int first, ReadOnlySpan<T> source, int row, Span<T> target, int size, int count)
        where T : unmanaged
    {
        for (int i = first; i < count; i++)
        {
            for (int k = 0; k < size; k++)
            {
                target[(i * size) + k] = source[(k * row) + i];
            }
        }
    }

    /// <summary>Fewer samples than a vector has lanes, by way of memory for all, in which the others are 0.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherLast(ref float source, int size, int count, ref float target, nint row)
    {
        Span<float> samples = StackMemory.Aligned(stackalloc float[StackMemory.Room<float>(SampleTransposition.MostLanes * LastNumbers)], SampleTransposition.MostLanes * LastNumbers);
        GatherPart(samples, ref source, size, count, ref target, row);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherLastOfMany(ref float source, int size, int count, ref float target, nint row)
    {
        Span<float> samples = StackMemory.Aligned(stackalloc float[StackMemory.Room<float>(SampleTransposition.MostLanes * ManyLastNumbers)], SampleTransposition.MostLanes * ManyLastNumbers);
        GatherPart(samples, ref source, size, count, ref target, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GatherPart(Span<float> samples, ref float source, int size, int count, ref float target, nint row)
    {
        ref float from = ref MemoryMarshal.GetReference(samples);
        SampleTransposition.CopyPart(ref source, count * size, ref from, SampleTransposition.Lanes * size);
        SampleTransposition.Gather(ref from, size, SampleTransposition.Lanes, ref target, row, isWide: true);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterLast(ref float source, nint row, ref float target, int size, int count)
    {
        Span<float> samples = StackMemory.Aligned(stackalloc float[StackMemory.Room<float>(SampleTransposition.MostLanes * LastNumbers)], SampleTransposition.MostLanes * LastNumbers);
        ref float to = ref MemoryMarshal.GetReference(samples);
        SampleTransposition.Scatter(ref source, row, ref to, size, SampleTransposition.Lanes, isWide: true);
        samples.Slice(0, count * size).CopyTo(MemoryMarshal.CreateSpan(ref target, count * size));
    }
}
#endif
