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
            for (; s + 16 <= count && size <= 4; s += 16)
            {
                Gather16(ref Unsafe.Add(ref from, s * size), size, ref Unsafe.Add(ref to, s), row);
            }
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
            for (; s + 16 <= count && size <= 4; s += 16)
            {
                Scatter16(ref Unsafe.Add(ref from, s), row, ref Unsafe.Add(ref to, s * size), size);
            }
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

    /// <summary>16 samples of up to 4 numbers: each row takes its numbers out of the vectors that hold the samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather16(ref float source, int size, ref float target, nint row)
    {
        Vector512<int> step = Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) * size;
        Vector512<float> v0 = Vector512.LoadUnsafe(ref source);
        if (size == 1)
        {
            v0.StoreUnsafe(ref target);
            return;
        }

        Vector512<float> v1 = Vector512.LoadUnsafe(ref source, 16);
        Vector512<float> v2 = size > 2 ? Vector512.LoadUnsafe(ref source, 32) : default;
        Vector512<float> v3 = size > 3 ? Vector512.LoadUnsafe(ref source, 48) : default;
        for (int k = 0; k < size; k++)
        {
            // The low five bits of an index choose among two vectors.
            Vector512<int> index = step + Vector512.Create(k);
            Vector512<float> lower = Avx512F.PermuteVar16x32x2(v0, index, v1);
            Vector512<float> upper = Avx512F.PermuteVar16x32x2(v2, index, v3);
            Vector512.ConditionalSelect(Vector512.LessThan(index, Vector512.Create(32)).AsSingle(), lower, upper).StoreUnsafe(ref Unsafe.Add(ref target, k * row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter16(ref float source, nint row, ref float target, int size)
    {
        Vector512<float> v0 = Vector512.LoadUnsafe(ref source);
        if (size == 1)
        {
            v0.StoreUnsafe(ref target);
            return;
        }

        Vector512<float> v1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, row));
        Vector512<float> v2 = size > 2 ? Vector512.LoadUnsafe(ref Unsafe.Add(ref source, 2 * row)) : default;
        Vector512<float> v3 = size > 3 ? Vector512.LoadUnsafe(ref Unsafe.Add(ref source, 3 * row)) : default;
        Vector512<int> place = Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        for (int k = 0; k < size; k++)
        {
            // Number k·16 + lane of the samples belongs to sample place / size: small enough to be exact in float.
            Vector512<int> number = place + Vector512.Create(k * 16);
            Vector512<int> sample = Vector512.ConvertToInt32((Vector512.ConvertToSingle(number) + Vector512.Create(0.5f)) / Vector512.Create((float)size));
            Vector512<int> of = number - (sample * size);
            Vector512<int> index = sample + ((of & Vector512.Create(1)) * 16);
            Vector512<float> lower = Avx512F.PermuteVar16x32x2(v0, index, v1);
            Vector512<float> upper = Avx512F.PermuteVar16x32x2(v2, index, v3);
            Vector512.ConditionalSelect(Vector512.LessThan(of, Vector512.Create(2)).AsSingle(), lower, upper).StoreUnsafe(ref target, (nuint)(k * 16));
        }
    }
}
#endif
