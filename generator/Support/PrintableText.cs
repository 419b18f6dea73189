using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Support;

/// <summary>Text that stays on its line and in its direction, wherever it is shown.</summary>
internal static class PrintableText
{
    /// <summary>The text, with whatever breaks lines or has no picture of its own written as C# would: <c>\n</c>, <c>\u202E</c>.</summary>
    public static string Of(string text) => string.Concat(text.Select(c => c switch
    {
        '\n' => "\\n",
        _ when IsPlain(c) => c.ToString(),
        _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
    }));

    /// <summary>Neither a control or line-breaking character, nor one that changes the direction of the text around it.</summary>
    public static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
