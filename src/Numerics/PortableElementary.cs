using System;

namespace NetGen.Numerics;

/// <summary>The functions of <see cref="Elementary"/> in <see cref="double"/> from the platform's exp and log, where there are no vectors to compute them in.</summary>
internal static partial class PortableElementary
{
    public static double Exp(double x) => Math.Exp(x);

    /// <remarks>
    /// (u − 1)·x / ln u for the rounded u = eˣ: the factor (u − 1)/ln u changes slowly, so that it does not matter that u is not quite eˣ. From W. Kahan;
    /// see N. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., § 1.14.1. Away from 0 nothing cancels.
    /// </remarks>
    public static double Expm1(double x)
    {
        double u = Math.Exp(x);
        if (Math.Abs(x) > 0.6875)
        {
            return u - 1.0;
        }

        return u == 1.0 ? x : (u - 1.0) * x / Math.Log(u);
    }

    public static double Log(double x) => Math.Log(x);

    public static double XLogY(double x, double y) => x == 0.0 ? 0.0 : x * Math.Log(y);

    public static double XOverY(double x, double y) => x == 0.0 ? 0.0 : x / y;

    public static double Sigmoid(double z)
    {
        double e = Math.Exp(-Math.Abs(z));
        return (z < 0.0 ? e : 1.0) / (1.0 + e);
    }

    public static double Tanh(double z) => Math.Tanh(z);

    public static double Softplus(double z)
    {
        double tail = SoftplusTail(z);
        return z > 0.0 ? z + tail : tail;
    }

    /// <remarks>
    /// max(z, 0) − z·t is formed as (1 − t)·z or −t·z, which loses nothing to cancellation. A factor of 0 counts for 0, whatever z is: the
    /// error of z = +∞ under t = 1 is 0.
    /// </remarks>
    public static double BinaryCrossEntropy(double z, double t)
    {
        double factor = z > 0.0 ? 1.0 - t : -t;
        double tail = SoftplusTail(z);
        return factor == 0.0 ? tail : factor * z + tail;
    }

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
