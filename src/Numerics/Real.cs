using System;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Between double and the number type of a network, which generic code does not know.</summary>
/// <remarks>The compiler of a number type keeps only its branch.</remarks>
internal static class Real
{
    /// <summary>The number of type T that is nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T From<T>(double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            float single = (float)value;
            return Unsafe.As<float, T>(ref single);
        }

        if (typeof(T) == typeof(double))
        {
            return Unsafe.As<double, T>(ref value);
        }

        throw NotSupported<T>();
    }

    /// <summary>The same number as a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Unsafe.As<T, float>(ref value);
        }

        if (typeof(T) == typeof(double))
        {
            return Unsafe.As<T, double>(ref value);
        }

        throw NotSupported<T>();
    }

    /// <summary>Whether it is neither NaN nor infinite.</summary>
    public static bool IsFinite(double value) => Math.Abs(value) <= double.MaxValue;

    public static NotSupportedException NotSupported<T>() => new($"{typeof(T)} is no number type of a network; expected float or double.");
}
