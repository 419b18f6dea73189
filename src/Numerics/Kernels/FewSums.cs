#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics.Kernels;

/// <summary>Up to four sums, which are made at once and belong to neighbors in memory.</summary>
internal static class FewSums
{
    public const int Count = 4;

    /// <summary>From row to row of a target of two columns, behind each of which the next one stands.</summary>
    public const int Pair = 2;

    /// <summary>Adds the first sums to what stands in a row of the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector128<float> sums, Span<float> target, int targetRow, Vector128<float> first)
    {
        if (targetRow != Pair || target.Length < Pair)
        {
            Add(sums, target, first);
            return;
        }

        // Like one number: a store that reached into the next row would delay its load.
        ref double pair = ref Unsafe.As<float, double>(ref MemoryMarshal.GetReference(target));
        pair = (Vector128.CreateScalarUnsafe(pair).AsSingle() + (sums & first)).AsDouble().ToScalar();
    }

    /// <summary>Adds the first sums to what stands there, and 0 to what stands behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector128<float> sums, Span<float> target, Vector128<float> first)
    {
        sums &= first;
        if (target.Length >= Count)
        {
            ref float to = ref MemoryMarshal.GetReference(target);
            (Vector128.LoadUnsafe(ref to) + sums).StoreUnsafe(ref to);
            return;
        }

        for (int j = 0; j < target.Length; j++)
        {
            target[j] += sums[j];
        }
    }
}
#endif
