using System;

namespace NetGen.Reference;

/// <summary>∂f/∂x by (f(x + h) − f(x − h)) / 2h, one coordinate after another.</summary>
public static class CentralDifferences
{
    /// <summary>The error is of order h²·f‴ plus 10⁻¹⁶·f/h: about 10⁻¹⁰ of f at this h.</summary>
    public const double Step = 1e-5;

    public static double[] Gradient(Func<double[], double> f, double[] at)
    {
        double[] gradient = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            gradient[i] = Partial(f, at, i);
        }

        return gradient;
    }

    public static double Partial(Func<double[], double> f, double[] at, int index)
    {
        double[] x = [.. at];
        x[index] = at[index] + Step;
        double above = f(x);
        x[index] = at[index] - Step;
        return (above - f(x)) / (2 * Step);
    }
}
