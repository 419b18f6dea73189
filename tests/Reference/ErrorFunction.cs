using System;

namespace NetGen.Reference;

/// <summary>erf and its kin to the accuracy of double, by two textbook expansions.</summary>
public static class ErrorFunction
{
    /// <summary>Φ(z), the distribution function of the standard normal.</summary>
    public static double NormalDistribution(double z) => 0.5 * Complement(-z / Math.Sqrt(2));

    /// <summary>φ(z), the density of the standard normal.</summary>
    public static double NormalDensity(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);

    /// <summary>erf x = 2/√π ∫₀ˣ e^(−t²) dt.</summary>
    public static double Erf(double x) => Math.Abs(x) < 2 ? Series(x) : 1 - Complement(x);

    /// <summary>erfc x = 1 − erf x, without cancellation for large x.</summary>
    public static double Complement(double x) => x switch
    {
        < -2 => 2 - Fraction(-x),
        > 2 => Fraction(x),
        _ => 1 - Series(x),
    };

    /// <summary>erf x = 2/√π · e^(−x²) · Σₙ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)); all terms have one sign.</summary>
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; n < 100; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>erfc x = e^(−x²)/√π · 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))), for x &gt; 0, evaluated from the inside.</summary>
    private static double Fraction(double x)
    {
        double tail = x;
        for (int n = 200; n >= 1; n--)
        {
            tail = x + (0.5 * n / tail);
        }

        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / tail;
    }
}
