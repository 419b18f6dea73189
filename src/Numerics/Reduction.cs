using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Many numbers in, one out.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Reduction
{
    /// <summary>The index of the largest number, the first of equals. A NaN never wins over an earlier number; where the first number is NaN, the answer is 0.</summary>
    /// <param name="values">At least one number.</param>
    /// <returns>An index.</returns>
    [MethodImpl(Compiled.InFull)]
    public static int IndexOfMax(ReadOnlySpan<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
            {
                best = i;
            }
        }

        return best;
    }

    /// <inheritdoc cref="IndexOfMax(ReadOnlySpan{double})"/>
    [MethodImpl(Compiled.InFull)]
    public static int IndexOfMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
            {
                best = i;
            }
        }

        return best;
    }
}
