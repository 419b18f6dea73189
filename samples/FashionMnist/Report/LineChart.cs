using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace FashionMnist.Report;

/// <summary>Values after every epoch, as lines in an SVG picture. Colours and letters come from the style sheet, so that they suit a light and a dark page.</summary>
internal static class LineChart
{
    private const int Width = 460;
    private const int Height = 280;
    private const int Left = 52;
    private const int Right = 392;
    private const int Top = 12;
    private const int Bottom = 232;
    private const int LineHeight = 16;
    private const int MostMarks = 10;

    /// <param name="title">What is seen, for those who do not see it.</param>
    /// <param name="format">How values are written at the axis.</param>
    /// <param name="series">At least one, all of the same length of at least 1.</param>
    public static XElement Svg(string title, string format, params IReadOnlyList<Series> series)
    {
        int epochs = series[0].Values.Count;
        var y = new Axis([.. series.SelectMany(line => line.Values)], Bottom, Top);
        return new XElement(
            "svg",
            new XAttribute("viewBox", $"0 0 {Width} {Height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", title),
            y.Marks.Select(mark => new[]
            {
                Line("grid", Left, y.Place(mark), Right, y.Place(mark)),
                Text("end", Left - 8, y.Place(mark) + 4, mark.ToString(format)),
            }),
            EpochMarks(epochs).Select(epoch => Text("middle", X(epoch), Bottom + 20, $"{epoch}")),
            Text("middle", (Left + Right) / 2.0, Bottom + 40, "epoch"),
            series.Select(line => Curve(line, y)),
            Labels(series, y));

        double X(int epoch) => Place(epoch, epochs);

        XElement Curve(Series line, Axis axis) => new(
            "g",
            new XAttribute("class", line.Style),
            new XElement("polyline", new XAttribute("points", string.Join(' ', line.Values.Select((value, i) => $"{X(i + 1):0.#},{axis.Place(value):0.#}")))),
            line.Values.Select((value, i) => new XElement(
                "circle", new XAttribute("cx", $"{X(i + 1):0.#}"), new XAttribute("cy", $"{axis.Place(value):0.#}"), new XAttribute("r", epochs > 40 ? 0 : 2.5))));
    }

    /// <summary>The name of each line at its end; names that would lie on each other move apart.</summary>
    private static IEnumerable<XElement> Labels(IReadOnlyList<Series> series, Axis y)
    {
        double above = double.NegativeInfinity;
        foreach (Series line in series.OrderBy(line => y.Place(line.Values[^1])))
        {
            double place = Math.Max(y.Place(line.Values[^1]), above + LineHeight);
            above = place;
            XElement text = Text("start", Right + 8, place + 4, line.Name);
            text.Add(new XAttribute("class", line.Style));
            yield return text;
        }
    }

    private static double Place(int epoch, int epochs) => epochs == 1 ? (Left + Right) / 2.0 : Left + ((double)(epoch - 1) / (epochs - 1) * (Right - Left));

    /// <summary>Every epoch, or, if that were too many, every second, fifth, tenth, ….</summary>
    private static IEnumerable<int> EpochMarks(int epochs)
    {
        if (epochs <= MostMarks)
        {
            return Enumerable.Range(1, epochs);
        }

        var axis = new Axis([0, epochs], 0, 1);
        int step = Math.Max((int)axis.Step, 1);
        return Enumerable.Range(1, epochs / step).Select(i => i * step);
    }

    private static XElement Line(string style, double x1, double y1, double x2, double y2) => new(
        "line",
        new XAttribute("class", style),
        new XAttribute("x1", $"{x1:0.#}"),
        new XAttribute("y1", $"{y1:0.#}"),
        new XAttribute("x2", $"{x2:0.#}"),
        new XAttribute("y2", $"{y2:0.#}"));

    private static XElement Text(string anchor, double x, double y, string text) => new(
        "text",
        new XAttribute("x", $"{x:0.#}"),
        new XAttribute("y", $"{y:0.#}"),
        new XAttribute("text-anchor", anchor),
        text);
}
