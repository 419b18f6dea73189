using System;

namespace NetGen.Numerics;

// The logistic family. All of it starts from e^−|z|, which cannot overflow.
public static partial class Elementary
{
    /// <summary>The logistic function 1 / (1 + e⁻ᶻ), to full relative accuracy for z → −∞ as well, where it is eᶻ.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static double Sigmoid(double z)
    {
        double e = Math.Exp(-Math.Abs(z));
        return (z < 0.0 ? e : 1.0) / (1.0 + e);
    }

    /// <inheritdoc cref="Sigmoid(double)"/>
    public static float Sigmoid(float z) => (float)Sigmoid((double)z);

    /// <summary>tanh z, to full relative accuracy near 0 as well.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>A number from −1 to 1.</returns>
    public static double Tanh(double z) => Math.Tanh(z);

    /// <inheritdoc cref="Tanh(double)"/>
    public static float Tanh(float z) => (float)Math.Tanh(z);

    /// <summary>ln(1 + eᶻ), to full relative accuracy for z → −∞ as well, where it is eᶻ.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>A number ≥ 0.</returns>
    public static double Softplus(double z)
    {
        double tail = SoftplusTail(z);
        return z > 0.0 ? z + tail : tail;
    }

    /// <inheritdoc cref="Softplus(double)"/>
    public static float Softplus(float z) => (float)Softplus((double)z);

    /// <summary>The binary cross-entropy −t·ln y − (1 − t)·ln(1 − y) of y = sigmoid(z), from the logit z: max(z, 0) − z·t + ln(1 + e^−|z|).</summary>
    /// <remarks>
    /// max(z, 0) − z·t is formed as (1 − t)·z or −t·z, which loses nothing to cancellation. A factor of 0 counts for 0, whatever z is: the
    /// error of z = +∞ under t = 1 is 0.
    /// </remarks>
    /// <param name="z">The logit.</param>
    /// <param name="t">The target, usually from 0 to 1.</param>
    /// <returns>The error.</returns>
    public static double BinaryCrossEntropy(double z, double t)
    {
        double factor = z > 0.0 ? 1.0 - t : -t;
        double tail = SoftplusTail(z);
        return factor == 0.0 ? tail : factor * z + tail;
    }

    /// <inheritdoc cref="BinaryCrossEntropy(double, double)"/>
    public static float BinaryCrossEntropy(float z, float t) => (float)BinaryCrossEntropy((double)z, (double)t);

    /// <summary>ln(1 + e^−|z|).</summary>
    /// <remarks>
    /// With x = e^−|z| and u the rounded 1 + x, ln(1 + x) = ln u + (x − (u − 1))/u to first order in what the rounding took, which u − 1 gives exactly.
    /// The correction is that of s_log1p.c in fdlibm, Sun Microsystems 1993.
    /// </remarks>
    private static double SoftplusTail(double z)
    {
        double x = Math.Exp(-Math.Abs(z));
        double u = 1.0 + x;
        return Math.Log(u) + (x - (u - 1.0)) / u;
    }
}
