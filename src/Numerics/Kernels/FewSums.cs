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
