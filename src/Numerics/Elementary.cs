using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The functions of real numbers that activations and losses are made of, one number at a time.</summary>
/// <remarks>
/// Called by generated code. Every function takes every number, ±∞ and NaN included, and follows IEEE 754: a finite argument never gives NaN, and NaN gives NaN
/// unless a function says otherwise. The <see cref="float"/> versions compute in <see cref="double"/> and round once.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Elementary
{
    /// <summary>eˣ.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>eˣ.</returns>
    public static double Exp(double x) => Math.Exp(x);

    /// <inheritdoc cref="Exp(double)"/>
    public static float Exp(float x) => (float)Math.Exp(x);

    /// <summary>eˣ − 1, to full relative accuracy near 0 as well.</summary>
    /// <remarks>
    /// (u − 1)·x / ln u for the rounded u = eˣ: the factor (u − 1)/ln u changes slowly, so that it does not matter that u is not quite eˣ. From W. Kahan;
    /// see N. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., § 1.14.1. Away from 0 nothing cancels.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>eˣ − 1.</returns>
    public static double Expm1(double x)
    {
        double u = Math.Exp(x);
        if (Math.Abs(x) > 0.6875)
        {
            return u - 1.0;
        }

        return u == 1.0 ? x : (u - 1.0) * x / Math.Log(u);
    }

    /// <inheritdoc cref="Expm1(double)"/>
    public static float Expm1(float x) => (float)Expm1((double)x);

    /// <summary>ln x.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>ln x; −∞ where x is ±0, NaN where x is negative.</returns>
    public static double Log(double x) => Math.Log(x);

    /// <inheritdoc cref="Log(double)"/>
    public static float Log(float x) => (float)Math.Log(x);

    /// <summary>x·ln y, where a factor x of 0 counts for 0 whatever y is, NaN included.</summary>
    /// <param name="x">The factor.</param>
    /// <param name="y">The argument of the logarithm.</param>
    /// <returns>0 where x is 0, otherwise x·ln y.</returns>
    public static double XLogY(double x, double y) => x == 0.0 ? 0.0 : x * Math.Log(y);

    /// <inheritdoc cref="XLogY(double, double)"/>
    public static float XLogY(float x, float y) => (float)XLogY((double)x, (double)y);

    /// <summary>x / y, where a numerator of 0 counts for 0 whatever y is, NaN included: the derivative of <see cref="XLogY(double, double)"/> by y.</summary>
    /// <param name="x">The numerator.</param>
    /// <param name="y">The denominator.</param>
    /// <returns>0 where x is 0, otherwise x / y.</returns>
    public static double XOverY(double x, double y) => x == 0.0 ? 0.0 : x / y;

    /// <inheritdoc cref="XOverY(double, double)"/>
    public static float XOverY(float x, float y) => x == 0.0f ? 0.0f : x / y;
}
