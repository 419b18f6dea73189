using System;
using System.Linq;

namespace NetGen.Integration.Tests.Documents;

/// <summary>The few products in which the documents' equations are written, for row vectors and row-major matrices.</summary>
internal static class Algebra
{
    /// <summary>x·W.</summary>
    public static double[] Times(double[] x, double[] w)
    {
        int units = w.Length / x.Length;
        return [.. Enumerable.Range(0, units).Select(j => x.Select((xi, i) => xi * w[(i * units) + j]).Sum())];
    }

    /// <summary>d·Wᵀ.</summary>
    public static double[] TimesTransposed(double[] d, double[] w) =>
        [.. w.Chunk(d.Length).Select(row => row.Zip(d, (wij, dj) => wij * dj).Sum())];

    /// <summary>xᵀ·d, row-major.</summary>
    public static double[] Outer(double[] x, double[] d) => [.. x.SelectMany(xi => d.Select(dj => xi * dj))];

    public static double[] Plus(this double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    public static double[] Plus(this double[] a, double b) => [.. a.Select(x => x + b)];

    public static double[] Minus(this double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    /// <summary>Element by element, ⊙.</summary>
    public static double[] Hadamard(this double[] a, double[] b) => [.. a.Zip(b, (x, y) => x * y)];

    public static double[] Times(this double[] a, double factor) => [.. a.Select(x => x * factor)];

    public static double[] Map(this double[] a, Func<double, double> f) => [.. a.Select(f)];

    /// <summary>softmax as the documents print it: e^xᵢ / Σ e^xⱼ.</summary>
    public static double[] Softmax(double[] x) => [.. x.Select(xi => Math.Exp(xi) / x.Sum(Math.Exp))];

    /// <summary>The sum of rows, all of one length.</summary>
    public static double[] Sum(params double[][] rows) => rows.Aggregate(Plus);
}
