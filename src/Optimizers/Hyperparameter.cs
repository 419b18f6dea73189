using System;
using System.Globalization;
using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>Checks numbers that a user chooses. NaN passes none of the checks.</summary>
internal static class Hyperparameter
{
    /// <returns>The number, finite and at least 0.</returns>
    public static double NotNegative(double value, string name) =>
        value >= 0 && value <= double.MaxValue ? value : throw Wrong(value, name, "a finite number, at least 0");

    /// <returns>The number, finite.</returns>
    public static double Finite(double value, string name) =>
        Math.Abs(value) <= double.MaxValue ? value : throw Wrong(value, name, "a finite number");

    /// <returns>The number, finite and above 0.</returns>
    public static double Positive(double value, string name) =>
        value > 0 && value <= double.MaxValue ? value : throw Wrong(value, name, "a finite number above 0");

    /// <returns>The number, finite and above 0 in the number type of a network.</returns>
    public static double Positive<T>(double value, string name)
        where T : unmanaged =>
        Real.ToDouble(Real.From<T>(Positive(value, name))) > 0 ? value : throw Wrong(value, name, $"a number that is above 0 as a {typeof(T).Name}");

    /// <returns>The number, at least 0 and below 1.</returns>
    public static double Fraction(double value, string name) =>
        value >= 0 && value < 1 ? value : throw Wrong(value, name, "at least 0 and below 1");

    /// <returns>The number, from 0 to 1.</returns>
    public static double UpToOne(double value, string name) =>
        value >= 0 && value <= 1 ? value : throw Wrong(value, name, "0 to 1");

    /// <returns>The number, at least a lower limit.</returns>
    public static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw Wrong(value, name, "at least " + least.ToString(CultureInfo.InvariantCulture));

    public static ArgumentOutOfRangeException Wrong(double value, string name, string expected) =>
        new(name, $"{name} is {value.ToString(CultureInfo.InvariantCulture)}; expected {expected}.");
}
