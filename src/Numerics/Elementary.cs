using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>The functions of real numbers that activations and losses are made of.</summary>
/// <remarks>
/// <para>
/// Called by generated code. Every function takes every number, ±∞ and NaN included, and follows IEEE 754: a finite argument never gives NaN, NaN gives NaN
/// unless a function says otherwise, and results that are subnormal are rounded like all others.
/// </para>
/// <para>
/// On .NET 8 and later there is an overload for each vector type. A lane depends on no other lane, and all widths and the scalar functions give the same bits on one
/// machine. Elsewhere the scalar functions use the exp and log of the platform, and those of <see cref="float"/> compute in <see cref="double"/> and round once.
/// </para>
/// <para>
/// Errors are stated in units in the last place: of <see cref="float"/> the largest over all floats, of <see cref="double"/> a bound on what samples
/// show, both on machines with a fused multiply-add.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Elementary
{
    /// <summary>eˣ.</summary>
    /// <remarks>Error: 0.92 in float, 1.0 in double.</remarks>
    /// <param name="x">Any number.</param>
    /// <returns>eˣ.</returns>
    public static partial double Exp(double x);

    /// <inheritdoc cref="Exp(double)"/>
    public static partial float Exp(float x);

    /// <summary>eˣ − 1, to full relative accuracy near 0 as well.</summary>
    /// <remarks>Error: 1.65 in float, 1.5 in double.</remarks>
    /// <param name="x">Any number.</param>
    /// <returns>eˣ − 1.</returns>
    public static partial double Expm1(double x);

    /// <inheritdoc cref="Expm1(double)"/>
    public static partial float Expm1(float x);

    /// <summary>ln x.</summary>
    /// <remarks>Error: 0.94 in float, 0.9 in double.</remarks>
    /// <param name="x">Any number.</param>
    /// <returns>ln x; −∞ where x is ±0, NaN where x is negative.</returns>
    public static partial double Log(double x);

    /// <inheritdoc cref="Log(double)"/>
    public static partial float Log(float x);

    /// <summary>x·ln y, where a factor x of 0 counts for 0 whatever y is, NaN included.</summary>
    /// <param name="x">The factor.</param>
    /// <param name="y">The argument of the logarithm.</param>
    /// <returns>0 where x is 0, otherwise x·ln y.</returns>
    public static partial double XLogY(double x, double y);

    /// <inheritdoc cref="XLogY(double, double)"/>
    public static partial float XLogY(float x, float y);

    /// <summary>x / y, where a numerator of 0 counts for 0 whatever y is, NaN included: the derivative of <see cref="XLogY(double, double)"/> by y.</summary>
    /// <param name="x">The numerator.</param>
    /// <param name="y">The denominator.</param>
    /// <returns>0 where x is 0, otherwise x / y.</returns>
    public static partial double XOverY(double x, double y);

    /// <inheritdoc cref="XOverY(double, double)"/>
    public static partial float XOverY(float x, float y);

    /// <summary>The logistic function 1 / (1 + e⁻ᶻ), to full relative accuracy for z → −∞ as well, where it is eᶻ.</summary>
    /// <remarks>Error: 2.41 in float, 2.3 in double.</remarks>
    /// <param name="z">Any number.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static partial double Sigmoid(double z);

    /// <inheritdoc cref="Sigmoid(double)"/>
    public static partial float Sigmoid(float z);

    /// <summary>tanh z, to full relative accuracy near 0 as well.</summary>
    /// <remarks>Error: 5.45 in float (2.7 for |z| ≤ 1), 2.1 in double.</remarks>
    /// <param name="z">Any number.</param>
    /// <returns>A number from −1 to 1.</returns>
    public static partial double Tanh(double z);

    /// <inheritdoc cref="Tanh(double)"/>
    public static partial float Tanh(float z);

    /// <summary>ln(1 + eᶻ), to full relative accuracy for z → −∞ as well, where it is eᶻ.</summary>
    /// <remarks>Error: 1.78 in float, 1.6 in double.</remarks>
    /// <param name="z">Any number.</param>
    /// <returns>A number ≥ 0.</returns>
    public static partial double Softplus(double z);

    /// <inheritdoc cref="Softplus(double)"/>
    public static partial float Softplus(float z);

    /// <summary>The binary cross-entropy −t·ln y − (1 − t)·ln(1 − y) of y = sigmoid(z), from the logit z: max(z, 0) − z·t + ln(1 + e^−|z|).</summary>
    /// <remarks>
    /// max(z, 0) − z·t is formed as (1 − t)·z or −t·z, which loses nothing to cancellation. A factor of 0 counts for 0, whatever z is: the
    /// error of z = +∞ under t = 1 is 0.
    /// </remarks>
    /// <param name="z">The logit.</param>
    /// <param name="t">The target, usually from 0 to 1.</param>
    /// <returns>The error.</returns>
    public static partial double BinaryCrossEntropy(double z, double t);

    /// <inheritdoc cref="BinaryCrossEntropy(double, double)"/>
    public static partial float BinaryCrossEntropy(float z, float t);

    /// <summary>The density φ(z) = e^(−z²/2) / √(2π) of the standard normal distribution, to full relative accuracy in the tails.</summary>
    /// <remarks>Error: 1.21 in float, 1.3 in double.</remarks>
    /// <param name="z">Any number.</param>
    /// <returns>A number from 0 to 0.3989….</returns>
    public static partial double NormalDensity(double z);

    /// <inheritdoc cref="NormalDensity(double)"/>
    public static partial float NormalDensity(float z);

    /// <summary>The distribution function Φ(z) = ½·erfc(−z/√2) of the standard normal distribution, to full relative accuracy for z → −∞ as well.</summary>
    /// <remarks>Error: 3.92 in float, 3.3 in double.</remarks>
    /// <param name="z">Any number.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static partial double NormalCdf(double z);

    /// <inheritdoc cref="NormalCdf(double)"/>
    public static partial float NormalCdf(float z);
}
