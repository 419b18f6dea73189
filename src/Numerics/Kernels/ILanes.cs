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

    /// <summary>Rows of a tile with two accumulators of two vectors each in a row.</summary>
    static abstract int SegmentRows { get; }

    /// <summary>Rows of a tile of dot products with four outputs each, whose accumulators stay in registers beside the operands.</summary>
    static abstract int DotRows { get; }

    static abstract TVector Load(ref T source, nint offset);

    static abstract void Store(TVector vector, ref T target, nint offset);

    /// <summary>The same number in all lanes.</summary>
    static abstract TVector Fill(T value);

    /// <summary>left·right + addend, fused where the machine has it.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract TVector Add(TVector left, TVector right);

    /// <summary>Stores the sums of four vectors, see <see cref="Lanes"/>.</summary>
    static abstract void StoreSums(TVector v0, TVector v1, TVector v2, TVector v3, ref T target);

    /// <summary>The sum of all lanes, see <see cref="Lanes"/>.</summary>
    static abstract T Sum(TVector vector);

    /// <summary>Hands finished sums to what stores them.</summary>
    static abstract void Finish<TFinish>(TFinish finish, TVector sum, ref T at)
        where TFinish : struct, IFinish<T>;
}
#endif
