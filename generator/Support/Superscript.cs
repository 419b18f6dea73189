using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Support;

/// <summary>Numbers as they stand beside a symbol on paper: 12 is ¹².</summary>
internal static class Superscript
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static string Of(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']));
}
