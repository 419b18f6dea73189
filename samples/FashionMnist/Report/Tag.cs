using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace FashionMnist.Report;

/// <summary>Short ways to write elements that occur again and again.</summary>
internal static class Tag
{
    /// <summary>A part of the page under a heading.</summary>
    public static XElement Section(string heading, params object?[] content) => new("section", new XElement("h2", heading), content);

    /// <summary>A picture, or what else is looked at, with its caption.</summary>
    public static XElement Figure(object content, string caption) => new("figure", content, new XElement("figcaption", caption));

    public static XElement Image(string source, string description, int width, int height) => new(
        "img",
        new XAttribute("src", source),
        new XAttribute("alt", description),
        new XAttribute("width", width),
        new XAttribute("height", height));

    /// <summary>What is wider than the page on a small screen, and is then moved within it; by the keyboard, too.</summary>
    public static XElement Scrollable(string name, object content) => new(
        "div",
        new XAttribute("class", "scrollable"),
        new XAttribute("role", "region"),
        new XAttribute("aria-label", name),
        new XAttribute("tabindex", 0),
        content);

    /// <summary>A table of texts, with a caption, a row of headings, and the first cell of every row a heading as well.</summary>
    public static XElement Table(string caption, IEnumerable<string> headings, IEnumerable<IReadOnlyList<string>> rows) => new(
        "table",
        new XElement("caption", caption),
        new XElement("thead", new XElement("tr", headings.Select(ColumnHeading))),
        new XElement("tbody", rows.Select(row => new XElement("tr", RowHeading(row[0]), row.Skip(1).Select(cell => new XElement("td", cell))))));

    public static XElement ColumnHeading(string text) => new("th", new XAttribute("scope", "col"), text);

    public static XElement RowHeading(string text) => new("th", new XAttribute("scope", "row"), text);
}
