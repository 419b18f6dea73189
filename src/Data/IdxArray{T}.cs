using System;
using System.Collections.Generic;

namespace NetGen.Data;

/// <summary>The content of an IDX file.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class IdxArray<T>
    where T : unmanaged
{
    internal IdxArray(IReadOnlyList<int> shape, ReadOnlyMemory<T> values)
    {
        Shape = shape;
        Values = values;
    }

    /// <summary>Its sizes, at least one: N × 28 × 28 for pictures of MNIST, N for labels.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Its numbers in row-major order.</summary>
    public ReadOnlyMemory<T> Values { get; }
}
