using System;

namespace NetGen.Numerics;

// The standard normal distribution.
internal static partial class PortableElementary
{
    private const double OneOverSqrtTwoPi = 0.398942280401432677939946;

    // Beyond it φ and the lower tail of Φ are less than half of the smallest double.
    private const double NormalReach = 40.0;

    public static double NormalDensity(double z) => OneOverSqrtTwoPi * ExpOfMinusHalfSquare(Math.Abs(z));

    /// <remarks>
    /// Rational approximations on three intervals of |z|, with the coefficients of ANORM: W. J. Cody, Rational Chebyshev Approximations for the Error Function,
    /// Math. Comp. 23 (1969) 631–637, and Algorithm 715, ACM TOMS 19 (1993) 22–32.
    /// </remarks>
    public static double NormalCdf(double z)
    {
        double y = Math.Abs(z);
        if (y <= 0.66291)
        {
            return 0.5 + z * CentralRatio(y * y);
        }

        double tail = y > 5.656854248 ? FarRatio(y) : MiddleRatio(y);
        tail *= ExpOfMinusHalfSquare(y);
        return z < 0.0 ? tail : 1.0 - tail;
    }

    /// <summary>e^(−y²/2) for y ≥ 0.</summary>
    /// <remarks>
    /// Rounding y² alone would cost hundreds of units in the last place in the tails. What it took comes back by way of y's leading bits, whose square is
    /// exact, and to first order in the exponent.
    /// </remarks>
    private static double ExpOfMinusHalfSquare(double y)
    {
        if (y > NormalReach)
        {
            return 0.0;
        }

        const double Split = 1 << 20;
        double head = Math.Floor(y * Split) / Split;
        double square = y * y;
        double lost = (head * head - square) + (y - head) * (y + head);
        double e = Math.Exp(-0.5 * square);
        return e - 0.5 * lost * e;
    }

    /// <summary>(Φ(z) − ½)/z for |z| ≤ 0.66291, from z².</summary>
    private static double CentralRatio(double square)
    {
        double p = 6.5682337918207449113e-2;
        p = p * square + 2.2352520354606839287;
        p = p * square + 1.6102823106855587881e2;
        p = p * square + 1.0676894854603709582e3;
        p = p * square + 1.8154981253343561249e4;

        double q = square + 4.7202581904688241870e1;
        q = q * square + 9.7609855173777669322e2;
        q = q * square + 1.0260932208618978205e4;
        q = q * square + 4.5507789335026729956e4;
        return p / q;
    }

    /// <summary>Φ(−y)·e^(y²/2) for 0.66291 ≤ y ≤ √32.</summary>
    private static double MiddleRatio(double y)
    {
        double p = 1.0765576773720192317e-8;
        p = p * y + 3.9894151208813466764e-1;
        p = p * y + 8.8831497943883759412;
        p = p * y + 9.3506656132177855979e1;
        p = p * y + 5.9727027639480026226e2;
        p = p * y + 2.4945375852903726711e3;
        p = p * y + 6.8481904505362823326e3;
        p = p * y + 1.1602651437647350124e4;
        p = p * y + 9.8427148383839780218e3;

        double q = y + 2.2266688044328115691e1;
        q = q * y + 2.3538790178262499861e2;
        q = q * y + 1.5193775994075548050e3;
        q = q * y + 6.4855582982667607550e3;
        q = q * y + 1.8615571640885098091e4;
        q = q * y + 3.4900952721145977266e4;
        q = q * y + 3.8912003286093271411e4;
        q = q * y + 1.9685429676859990727e4;
        return p / q;
    }

    /// <summary>Φ(−y)·e^(y²/2) for y ≥ √32: 1/(y·√(2π)) and its correction in powers of 1/y².</summary>
    private static double FarRatio(double y)
    {
        double x = 1.0 / (y * y);

        double p = 2.307344176494017303e-2;
        p = p * x + 2.1589853405795699e-1;
        p = p * x + 1.274011611602473639e-1;
        p = p * x + 2.2235277870649807e-2;
        p = p * x + 1.421619193227893466e-3;
        p = p * x + 2.9112874951168792e-5;

        double q = x + 1.28426009614491121;
        q = q * x + 4.68238212480865118e-1;
        q = q * x + 6.59881378689285515e-2;
        q = q * x + 3.78239633202758244e-3;
        q = q * x + 7.29751555083966205e-5;
        return (OneOverSqrtTwoPi - x * (p / q)) / y;
    }
}
