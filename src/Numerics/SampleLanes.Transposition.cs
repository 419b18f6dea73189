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
    /// <summary>Numbers of a sample up to which the last samples, fewer than 16, are moved like the others.</summary>
    private const int LastNumbers = 32;

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
            s = GatherWhole(ref from, size, count, ref to, row);
            if (s < count && s + 16 <= row && size <= LastNumbers)
            {
                GatherLast(ref Unsafe.Add(ref from, s * size), size, count - s, ref Unsafe.Add(ref to, s), row);
                return;
            }
        }

        int padded = Math.Min(row, Whole(count, 64 / Unsafe.SizeOf<T>()));
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
            s = ScatterWhole(ref from, row, ref to, size, count);
            if (s < count && s + 16 <= row && size <= LastNumbers)
            {
                ScatterLast(ref Unsafe.Add(ref from, s), row, ref Unsafe.Add(ref to, s * size), size, count - s);
                return;
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

    /// <summary>16 samples at a time.</summary>
    /// <returns>How many samples are done.</returns>
    private static int GatherWhole(ref float source, int size, int count, ref float target, nint row) =>
        size < 4 ? GatherFew(ref source, size, count, ref target, row) : GatherFours(ref source, size, count, ref target, row);

    /// <inheritdoc cref="GatherWhole"/>
    private static int ScatterWhole(ref float source, nint row, ref float target, int size, int count) =>
        size < 4 ? ScatterFew(ref source, row, ref target, size, count) : ScatterFours(ref source, row, ref target, size, count);

    /// <summary>16 samples of 1 to 3 numbers at a time: each row takes its numbers out of the vectors that hold the samples.</summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherFew(ref float source, int size, int count, ref float target, nint row)
    {
        // Number k of a sample stands at sample·size + k of the vectors one after another. The low five bits choose among two of them.
        Vector512<int> first = Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) * size;
        nint last1 = size > 1 ? 16 : 0;
        nint last2 = size > 2 ? 32 : 0;
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            Vector512<float> v0 = Vector512.LoadUnsafe(ref source);
            Vector512<float> v1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, last1));
            Vector512<float> v2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, last2));
            ref float to = ref Unsafe.Add(ref target, s);
            Vector512<int> index = first;
            for (int k = 0; k < size; k++)
            {
                Choose(v0, v1, v2, index, Vector512.LessThan(index, Vector512.Create(32))).StoreUnsafe(ref to);
                index += Vector512<int>.One;
                to = ref Unsafe.Add(ref to, row);
            }

            source = ref Unsafe.Add(ref source, 16 * size);
        }

        return (int)s;
    }

    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ScatterFew(ref float source, nint row, ref float target, int size, int count)
    {
        // Place p of the samples one after another belongs to number p % size of sample p / size. A reciprocal a little too large makes no difference here.
        Vector512<int> places = Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        Vector512<int> reciprocal = Vector512.Create((65536 / size) + 1);
        nint last1 = size > 1 ? row : 0;
        nint last2 = size > 2 ? 2 * row : 0;
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
                Choose(v0, v1, v2, index, isLower).StoreUnsafe(ref Unsafe.Add(ref to, s * size));
            }
        }

        return (int)s;
    }

    /// <summary>
    /// 16 samples at a time, and 4 of their numbers: a vector holds those of every fourth sample, so that transposing its fours leaves the samples in order. The last
    /// four numbers may overlap those before.
    /// </summary>
    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherFours(ref float source, nint size, int count, ref float target, nint row)
    {
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            for (nint k = 0; k < size; k += 4)
            {
                nint first = Math.Min(k, size - 4);
                ref float from = ref Unsafe.Add(ref source, (s * size) + first);
                Vector512<float> v0 = EveryFourth(ref from, size);
                Vector512<float> v1 = EveryFourth(ref Unsafe.Add(ref from, size), size);
                Vector512<float> v2 = EveryFourth(ref Unsafe.Add(ref from, 2 * size), size);
                Vector512<float> v3 = EveryFourth(ref Unsafe.Add(ref from, 3 * size), size);
                Transpose(ref v0, ref v1, ref v2, ref v3);
                ref float to = ref Unsafe.Add(ref target, (first * row) + s);
                v0.StoreUnsafe(ref to);
                v1.StoreUnsafe(ref Unsafe.Add(ref to, row));
                v2.StoreUnsafe(ref Unsafe.Add(ref to, 2 * row));
                v3.StoreUnsafe(ref Unsafe.Add(ref to, 3 * row));
            }
        }

        return (int)s;
    }

    /// <returns>How many samples are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ScatterFours(ref float source, nint row, ref float target, nint size, int count)
    {
        nint s = 0;
        for (; s + 16 <= count; s += 16)
        {
            for (nint k = 0; k < size; k += 4)
            {
                nint first = Math.Min(k, size - 4);
                ref float from = ref Unsafe.Add(ref source, (first * row) + s);
                Vector512<float> v0 = Vector512.LoadUnsafe(ref from);
                Vector512<float> v1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, row));
                Vector512<float> v2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, 2 * row));
                Vector512<float> v3 = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, 3 * row));
                Transpose(ref v0, ref v1, ref v2, ref v3);
                ref float to = ref Unsafe.Add(ref target, (s * size) + first);
                StoreEveryFourth(v0, ref to, size);
                StoreEveryFourth(v1, ref Unsafe.Add(ref to, size), size);
                StoreEveryFourth(v2, ref Unsafe.Add(ref to, 2 * size), size);
                StoreEveryFourth(v3, ref Unsafe.Add(ref to, 3 * size), size);
            }
        }

        return (int)s;
    }

    /// <summary>Fewer than 16 samples, by way of memory for 16, in which the others are 0.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherLast(ref float source, int size, int count, ref float target, nint row)
    {
        Span<float> samples = stackalloc float[16 * LastNumbers];
        ref float from = ref MemoryMarshal.GetReference(samples);
        MemoryMarshal.CreateSpan(ref source, count * size).CopyTo(samples);
        samples.Slice(count * size, (16 - count) * size).Clear();
        GatherWhole(ref from, size, 16, ref target, row);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterLast(ref float source, nint row, ref float target, int size, int count)
    {
        Span<float> samples = stackalloc float[16 * LastNumbers];
        ref float to = ref MemoryMarshal.GetReference(samples);
        ScatterWhole(ref source, row, ref to, size, 16);
        samples.Slice(0, count * size).CopyTo(MemoryMarshal.CreateSpan(ref target, count * size));
    }

    /// <summary>Four numbers of a sample, and of the fourth, the eighth and the twelfth after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> EveryFourth(ref float source, nint size) => Vector512.Create(
        Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 4 * size))),
        Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 8 * size)), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 12 * size))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreEveryFourth(Vector512<float> vector, ref float target, nint size)
    {
        vector.GetLower().GetLower().StoreUnsafe(ref target);
        vector.GetLower().GetUpper().StoreUnsafe(ref Unsafe.Add(ref target, 4 * size));
        vector.GetUpper().GetLower().StoreUnsafe(ref Unsafe.Add(ref target, 8 * size));
        vector.GetUpper().GetUpper().StoreUnsafe(ref Unsafe.Add(ref target, 12 * size));
    }

    /// <summary>Transposes the fours of lanes: number i of vector j becomes number j of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Vector512<float> v0, ref Vector512<float> v1, ref Vector512<float> v2, ref Vector512<float> v3)
    {
        Vector512<float> low01 = Avx512F.UnpackLow(v0, v1);
        Vector512<float> high01 = Avx512F.UnpackHigh(v0, v1);
        Vector512<float> low23 = Avx512F.UnpackLow(v2, v3);
        Vector512<float> high23 = Avx512F.UnpackHigh(v2, v3);
        v0 = Avx512F.UnpackLow(low01.AsDouble(), low23.AsDouble()).AsSingle();
        v1 = Avx512F.UnpackHigh(low01.AsDouble(), low23.AsDouble()).AsSingle();
        v2 = Avx512F.UnpackLow(high01.AsDouble(), high23.AsDouble()).AsSingle();
        v3 = Avx512F.UnpackHigh(high01.AsDouble(), high23.AsDouble()).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Choose(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<int> index, Vector512<int> isLower) =>
        Vector512.ConditionalSelect(isLower.AsSingle(), Avx512F.PermuteVar16x32x2(v0, index, v1), Avx512F.PermuteVar16x32(v2, index));
}
#endif
