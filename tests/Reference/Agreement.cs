using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Reference;

/// <summary>When two results count as equal: rule 6 of the public surface.</summary>
public static class Agreement
{
    /// <summary>tol of rule 6. Extreme: logits beyond ±80 or saturated units.</summary>
    public static double Tolerance(bool isDouble, bool isExtreme) => (isDouble, isExtreme) switch
    {
        (true, false) => 1e-9,
        (true, true) => 1e-7,
        (false, false) => 1e-4,
        (false, true) => 1e-3,
    };

    /// <summary>Null where max|a − b| ≤ tol · max(10⁻³, max|b|), otherwise what differs.</summary>
    public static string? Compare(string what, IReadOnlyList<double> actual, IReadOnlyList<double> expected, double tolerance)
    {
        if (actual.Count != expected.Count)
        {
            return $"{what}: {expected.Count} numbers expected, {actual.Count} came";
        }

        double bound = tolerance * Math.Max(1e-3, expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max());
        for (int i = 0; i < actual.Count; i++)
        {
            if (!IsWithin(actual[i], expected[i], bound))
            {
                return $"{what}[{i}]: {expected[i]:R} expected, {actual[i]:R} came, {Math.Abs(actual[i] - expected[i]):E1} apart, {bound:E1} allowed";
            }
        }

        return null;
    }

    /// <summary>Null where |a − b| ≤ tol · (1 + |b|), otherwise what differs.</summary>
    public static string? Compare(string what, double actual, double expected, double tolerance)
    {
        double bound = tolerance * (1 + Math.Abs(expected));
        return IsWithin(actual, expected, bound) ? null : $"{what}: {expected:R} expected, {actual:R} came, {bound:E1} allowed";
    }

    /// <summary>NaN and infinity agree with themselves alone.</summary>
    private static bool IsWithin(double actual, double expected, double bound) =>
        double.IsFinite(expected) ? Math.Abs(actual - expected) <= bound : actual.Equals(expected);
}
