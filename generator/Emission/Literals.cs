using System.Globalization;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>Numbers and texts as C# literals, the same in every culture and exact to the last bit.</summary>
internal static class Literals
{
    public static string Int(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>What follows a variable to multiply it by a number, if that changes it.</summary>
    public static string Times(int value) => value == 1 ? "" : $" * {Int(value)}";

    public static string Number(double value, Precision precision) => precision == Precision.Double ? Double(value) : Single((float)value);

    public static string Text(string value) => $"\"{PrintableText.Of(value.Replace("\\", "\\\\").Replace("\"", "\\\""))}\"";

    /// <summary>Text inside an XML documentation comment.</summary>
    public static string Xml(string value) => string.Concat(value.Select(c => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        _ when PrintableText.IsPlain(c) => c.ToString(),
        _ => "?",
    }));

    private static string Single(float value) =>
        float.IsNaN(value) ? "float.NaN"
        : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : RoundTrip(value) + "f";

    private static string Double(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
        {
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        }

        return text.All(c => char.IsDigit(c) || c == '-') ? text + ".0" : text;
    }

    /// <summary>The shortest text that reads back as the same number; .NET Framework's R alone does not promise that.</summary>
    private static string RoundTrip(float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return float.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G9", CultureInfo.InvariantCulture);
    }
}
