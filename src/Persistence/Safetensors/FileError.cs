using System;
using System.IO;
using System.Linq;

namespace NetGen.Persistence.Safetensors;

/// <summary>What is wrong with a file. The file, and the tensor in question, are named.</summary>
internal static class FileError
{
    private const int LongestName = 100;

    public static InvalidDataException Of(string file, FormattableString what, Exception? inner = null) =>
        new($"{file}: {FormattableString.Invariant(what)}.", inner);

    public static InvalidDataException Of(string file, string tensor, FormattableString what) =>
        new($"{file}: tensor {Quote(tensor)}: {FormattableString.Invariant(what)}.");

    /// <summary>A text from the file, fit for a message however hostile the file is.</summary>
    public static string Quote(string text, int longest = LongestName)
    {
        string start = text.Length > longest ? text.Substring(0, longest) + "…" : text;
        return "'" + new string(start.Select(character => char.IsControl(character) ? '?' : character).ToArray()) + "'";
    }
}
