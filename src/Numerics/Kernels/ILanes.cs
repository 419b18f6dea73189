#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics.Kernels;

/// <summary>What a kernel needs of a vector type, so that it is written once for every width and both number types.</summary>
internal interface ILanes<TVector, T>
    where T : unmanaged
{
    /// <summary>Numbers in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Rows of a tile whose accumulators, two vectors each, stay in registers beside the operands.</summary>
    static abstract int TileRows { get; }

    static abstract TVector Load(ref T source, nint offset);

    static abstract void Store(TVector vector, ref T target, nint offset);

    /// <summary>The same number in all lanes.</summary>
    static abstract TVector Fill(T value);

    /// <summary>left·right + addend, fused where the machine has it.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);
}
#endif
