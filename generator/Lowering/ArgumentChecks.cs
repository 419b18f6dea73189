using System;
using System.Linq;
using System.Numerics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>Checks that several attributes share.</summary>
internal static class ArgumentChecks
{
    public static bool Size(FindingList findings, FindingTarget target, int value)
    {
        if (value < 1)
        {
            findings.Error(FindingIds.SizeNotPositive, target, target.Argument!, value);
            return false;
        }

        return true;
    }

    public static void AtMost(FindingList findings, FindingTarget target, string what, BigInteger value, long limit)
    {
        if (value > limit)
        {
            findings.Error(FindingIds.TooLarge, target, what, value, limit);
        }
    }

    public static bool Defined<TEnum>(FindingList findings, FindingTarget target, TEnum value)
        where TEnum : struct, Enum
    {
        if (Enum.IsDefined(typeof(TEnum), value))
        {
            return true;
        }

        string names = string.Join(", ", Enum.GetNames(typeof(TEnum)));
        findings.Error(FindingIds.UndefinedValue, target, typeof(TEnum).Name, Convert.ToInt32(value), names);
        return false;
    }

    /// <summary>A factor of the penalty: at least 0, and twice of it, which the gradient takes, finite in the network's precision.</summary>
    public static void L2(FindingList findings, FindingTarget target, double value, Precision precision)
    {
        if (!(value >= 0 && IsFinite(2 * value, precision)))
        {
            findings.Error(FindingIds.L2OutOfRange, target, value);
        }
    }

    public static bool IsFinite(double value, Precision precision)
    {
        double rounded = precision == Precision.Double ? value : (float)value;
        return !double.IsNaN(rounded) && !double.IsInfinity(rounded);
    }

    /// <summary>Letters, digits and underscores, no digit first: what serves as a name in code, documentation and files alike.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => c == '_' || char.IsLetterOrDigit(c));
}
