using System;

namespace NetGen.Numerics.Kernels;

/// <summary>Loops over rows of numbers, for targets without intrinsics: what lanes of vectors are for the others.</summary>
internal interface ILoops<T>
    where T : unmanaged
{
    /// <summary>sums[j] += factor·row[j].</summary>
    void AddScaled(Span<T> sums, T factor, ReadOnlySpan<T> row);

    /// <summary>sums[j] += row[j].</summary>
    void Add(Span<T> sums, ReadOnlySpan<T> row);

    /// <summary>start + Σ left[j]·right[j].</summary>
    T Dot(T start, ReadOnlySpan<T> left, ReadOnlySpan<T> right);

    /// <summary>start + Σ row[j].</summary>
    T Sum(T start, ReadOnlySpan<T> row);
}
