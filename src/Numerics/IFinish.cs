using System.ComponentModel;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

/// <summary>What a product does with its finished sums: it stores them, and whatever depends on them.</summary>
/// <remarks>
/// Implemented by structs, in the library and in generated code, so that the kernels are compiled for each of them and the calls are inlined. A vector and a
/// number mean the same. <c>at</c> is the place of the first sum in the target; other operands may be reached at a distance from it.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFinish<T>
    where T : unmanaged
{
    /// <summary>Takes one sum.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="at">Its place in the target.</param>
    void Finish(T sum, ref T at);
#if NET8_0_OR_GREATER

    /// <summary>Takes neighboring sums: one by one, unless the finish has a better way. What was compiled against .NET Standard has none.</summary>
    /// <param name="sum">The sums.</param>
    /// <param name="at">The place of the first of them in the target.</param>
    void Finish(Vector128<T> sum, ref T at)
    {
        for (int i = 0; i < Vector128<T>.Count; i++)
        {
            Finish(sum[i], ref Unsafe.Add(ref at, i));
        }
    }

    /// <inheritdoc cref="Finish(Vector128{T}, ref T)"/>
    void Finish(Vector256<T> sum, ref T at)
    {
        for (int i = 0; i < Vector256<T>.Count; i++)
        {
            Finish(sum[i], ref Unsafe.Add(ref at, i));
        }
    }

    /// <inheritdoc cref="Finish(Vector128{T}, ref T)"/>
    void Finish(Vector512<T> sum, ref T at)
    {
        for (int i = 0; i < Vector512<T>.Count; i++)
        {
            Finish(sum[i], ref Unsafe.Add(ref at, i));
        }
    }
#endif
}
