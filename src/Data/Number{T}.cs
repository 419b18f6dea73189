using System;
using System.Globalization;

namespace NetGen.Data;

/// <summary>What differs between the number types of data: float and double, and int for labels.</summary>
/// <remarks>Without generic mathematics, which .NET Standard lacks. The compiler of the runtime removes the boxes and the branches.</remarks>
internal static class Number<T>
    where T : unmanaged
{
    public static bool IsInteger => typeof(T) == typeof(int);

    public static double ToDouble(T value)
    {
        if (typeof(T) == typeof(float))
        {
            return (float)(object)value;
        }

        if (typeof(T) == typeof(double))
        {
            return (double)(object)value;
        }

        throw Unsupported();
    }

    /// <summary>The nearest number of the type; an integer must be one already.</summary>
    public static T FromDouble(double value)
    {
        if (typeof(T) == typeof(float))
        {
            return (T)(object)(float)value;
        }

        if (typeof(T) == typeof(double))
        {
            return (T)(object)value;
        }

        if (typeof(T) == typeof(int))
        {
            return (T)(object)(int)value;
        }

        throw Unsupported();
    }

    /// <summary>Reads a finite number; what is too large for the type is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out T value)
    {
#if NETSTANDARD2_0
        string characters = text.ToString();
#else
        ReadOnlySpan<char> characters = text;
#endif
        const NumberStyles Styles = NumberStyles.Float;
        if (typeof(T) == typeof(float))
        {
            // Not by way of double, which would round twice.
            bool isFloat = float.TryParse(characters, Styles, CultureInfo.InvariantCulture, out float single);
            value = (T)(object)single;
            return isFloat && !float.IsNaN(single) && !float.IsInfinity(single);
        }

        if (typeof(T) == typeof(double))
        {
            bool isDouble = double.TryParse(characters, Styles, CultureInfo.InvariantCulture, out double number);
            value = (T)(object)number;
            return isDouble && !double.IsNaN(number) && !double.IsInfinity(number);
        }

        throw Unsupported();
    }

    private static NotSupportedException Unsupported() => new($"Numbers of type {typeof(T).Name} are not supported; expected float or double.");
}
