using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace NetGen.Integration.Tests.Support;

/// <summary>Between the number type of a network and the double of what it is held to.</summary>
internal static class Numbers
{
    public static T[] To<T>(IEnumerable<double> values)
        where T : unmanaged, INumberBase<T> => [.. values.Select(T.CreateTruncating)];

    public static double[] From<T>(ReadOnlySpan<T> values)
        where T : unmanaged, INumberBase<T>
    {
        double[] result = new double[values.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = double.CreateTruncating(values[i]);
        }

        return result;
    }

    /// <summary>Reproducible numbers in −limit … limit: multiples of limit/64, which are exact in either precision for a limit that is a power of two.</summary>
    public static double[] Draw(int seed, int count, double limit = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(-64, 65) * limit / 64)];
    }

    /// <summary>The index of the largest, the first of equals, of every row.</summary>
    public static int[] Largest(double[] values, int width) => [.. values.Chunk(width).Select(row => Array.IndexOf(row, row.Max()))];
}
