using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NetGen.Samples.Tests.Support;

namespace NetGen.Samples.Tests.FashionMnist;

/// <summary>What <c>inspect.js</c> saw of a page; the names are those of the script.</summary>
internal sealed record Inspection(
    int Texts,
    double Contrast,
    string WeakestText,
    double Background,
    IReadOnlyList<string> Headings,
    int Images,
    int BrokenImages,
    int ImagesWithoutText,
    int Charts,
    int Points,
    IReadOnlyList<int> Confusion,
    int TablesWithoutCaption,
    int Requests,
    int Overflow)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Opens a copy of a page that has the script in it.</summary>
    public static Inspection Of(string page, ColorScheme scheme, int width)
    {
        using var reader = new StreamReader(typeof(Inspection).Assembly.GetManifestResourceStream("inspect.js")!);
        string copy = Path.Combine(Path.GetDirectoryName(page)!, $"inspected-{scheme}-{width}.html");
        File.WriteAllText(copy, File.ReadAllText(page) + $"<script>{reader.ReadToEnd()}</script>");

        string dom = Chromium.DumpDom(copy, scheme, width);
        Match found = Regex.Match(dom, """<pre id="inspection">(.*?)</pre>""", RegexOptions.Singleline);
        return found.Success
            ? JsonSerializer.Deserialize<Inspection>(WebUtility.HtmlDecode(found.Groups[1].Value), Json)!
            : throw new InvalidDataException($"The script did not run in the page:\n{dom}");
    }
}
