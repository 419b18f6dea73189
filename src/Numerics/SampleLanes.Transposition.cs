#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

// Samples stand one after another in the caller's memory, and number by number in a block.
public static partial class SampleLanes
{
    /// <summary>From samples to rows of numbers; behind the last sample rows are filled with 0 to a multiple of 64 bytes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="source">Count × size numbers.</param>
    /// <param name="size">Numbers of a sample.</param>
    /// <param name="count">Samples.</param>
    /// <param name="target">Size rows.</param>
    /// <param name="row">Numbers of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather<T>(ReadOnlySpan<T> source, int size, int count, Span<T> target, int row)
        where T : unmanaged
    {
        Require(source.Length, target.Length, size, count, row);
        int s = 0;
        if (typeof(T) == typeof(float) && Avx512F.IsSupported)
        {
            ref float from = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(source));
            ref float to = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(target));
            s = size <= 4 ? Gather16(ref from, size, count, ref to, row) : 0;
        }

        int padded = Math.Min(row, Whole<T>(count));
        for (int k = 0; k < size; k++)
        {
            Span<T> numbers = target.Slice(k * row, padded);
            for (int i = s; i < count; i++)
            {
                numbers[i] = source[(i * size) + k];
            }

            numbers.Slice(count).Clear();
        }
    }

    /// <summary>From rows of numbers to samples.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="source">Size rows.</param>
    /// <param name="row">Numbers of a row.</param>
    /// <param name="target">Count × size numbers.</param>
    /// <param name="size">Numbers of a sample.</param>
    /// <param name="count">Samples.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<T>(ReadOnlySpan<T> source, int row, Span<T> target, int size, int count)
        where T : unmanaged
    {
        Require(target.Length, source.Length, size, count, row);
        int s = 0;
        if (typeof(T) == typeof(float) && Avx512F.IsSupported)
        {
            ref float from = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(source));
            ref float to = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(target));
            s = size <= 4 ? Scatter16(ref from, row, ref to, size, count) : 0;
        }

        for (; s < count; s++)
        {
            for (int k = 0; k < size; k++)
            {
                target[(s * size) + k] = source[(k * row) + s];
            }
        }
    }

    private static void Require(int samples, int rows, int size, int count, int row)
    {
        if (count < 1 || count > row || samples < (long)count * size || rows < (long)size * row)
        {
            throw new ArgumentException("The sizes of a block of samples reach beyond its memory.");
        }
    }

    /// <summary>16 samples of up to 4 numbers at a time: each row takes its numbers out of the vectors that hold the samples.</summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Gather16(ref float source, int size, int count, ref float target, nint row)
    {
        // Number k of a sample stands at sample·size + k of the vectors one after another. The low five bits choose among two of them, the next one which two.
        Vector512<int> first = Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) * size;
        nint last1 = size > 1 ? 16 : 0;
        nint last2 = size > 2 ? 32 : 0;
        nint last3 = size > 3 ? 48 : 0;
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            Vector512<float> v0 = Vector512.LoadUnsafe(ref source);
            Vector512<float> v1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, last1));
            Vector512<float> v2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, last2));
            Vector512<float> v3 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, last3));
            ref float to = ref Unsafe.Add(ref target, s);
            Vector512<int> index = first;
            for (int k = 0; k < size; k++)
            {
                Choose(v0, v1, v2, v3, index, Vector512.LessThan(index, Vector512.Create(32))).StoreUnsafe(ref to);
                index += Vector512<int>.One;
                to = ref Unsafe.Add(ref to, row);
            }

            source = ref Unsafe.Add(ref source, 16 * size);
        }

        return (int)s;
    }

    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Scatter16(ref float source, nint row, ref float target, int size, int count)
    {
        // Place p of the samples one after another belongs to number p % size of sample p / size. A reciprocal a little too large makes no difference here.
        Vector512<int> places = Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        Vector512<int> reciprocal = Vector512.Create((65536 / size) + 1);
        nint last1 = size > 1 ? row : 0;
        nint last2 = size > 2 ? 2 * row : 0;
        nint last3 = size > 3 ? 3 * row : 0;
        nint s = 0;
        for (int k = 0; k < size; k++)
        {
            Vector512<int> place = places + Vector512.Create(k * 16);
            Vector512<int> sample = (place * reciprocal) >> 16;
            Vector512<int> number = place - (sample * size);
            Vector512<int> index = sample + ((number & Vector512<int>.One) << 4);
            Vector512<int> isLower = Vector512.LessThan(number, Vector512.Create(2));
            ref float to = ref Unsafe.Add(ref target, k * 16);
            for (s = 0; s + 16 <= count; s += 16)
            {
                ref float from = ref Unsafe.Add(ref source, s);
                Vector512<float> v0 = Vector512.LoadUnsafe(ref from);
                Vector512<float> v1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, last1));
                Vector512<float> v2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, last2));
                Vector512<float> v3 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, last3));
                Choose(v0, v1, v2, v3, index, isLower).StoreUnsafe(ref Unsafe.Add(ref to, s * size));
            }
        }

        return (int)s;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Choose(
        Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, Vector512<int> index, Vector512<int> isLower) =>
        Vector512.ConditionalSelect(isLower.AsSingle(), Avx512F.PermuteVar16x32x2(v0, index, v1), Avx512F.PermuteVar16x32x2(v2, index, v3));
}
#endif
