using System;
using System.Linq;
using System.Xml.Linq;
using NetGen.Training;

namespace FashionMnist.Report;

/// <summary>How many pictures of one class were taken for another: a row for what they are, a column for what they were taken for.</summary>
internal static class ConfusionSection
{
    // The strongest tint, in percent: letters must stay legible on it.
    private const double StrongestTint = 45;

    private static readonly int[] Classes = [.. Enumerable.Range(0, FashionData.ClassNames.Length)];

    public static XElement Html(ConfusionMatrix<float> confusion)
    {
        var cells = from actual in Classes from predicted in Classes where actual != predicted select (Actual: actual, Predicted: predicted, Count: confusion[actual, predicted]);
        (int Actual, int Predicted, long Count) worst = cells.MaxBy(cell => cell.Count);
        return Tag.Section(
            "What it takes for what",
            new XElement("p", worst.Count == 0
                ? "Nothing was taken for anything else."
                : $"The most frequent mistake: {worst.Count:N0} times a picture of the class {FashionData.ClassNames[worst.Actual]} was taken for {FashionData.ClassNames[worst.Predicted]}."),
            Tag.Scrollable("Confusion matrix", Table(confusion, worst.Count)));
    }

    private static XElement Table(ConfusionMatrix<float> confusion, long most) => new(
        "table",
        new XAttribute("class", "confusion"),
        new XElement("caption", "Test pictures by what they are (rows) and what they were taken for (columns). On the diagonal, what is right."),
        new XElement(
            "thead",
            new XElement(
                "tr",
                new XElement("td", ""),
                Classes.Select(predicted => new XElement("th", new XAttribute("scope", "col"), new XElement("span", FashionData.ClassNames[predicted]))),
                new XElement("th", new XAttribute("scope", "col"), new XElement("span", "named right")))),
        new XElement("tbody", Classes.Select(actual => Row(confusion, actual, most))));

    private static XElement Row(ConfusionMatrix<float> confusion, int actual, long most)
    {
        long total = Classes.Sum(predicted => confusion[actual, predicted]);
        double share = total == 0 ? 0 : (double)confusion[actual, actual] / total;
        return new XElement(
            "tr",
            Tag.RowHeading(FashionData.ClassNames[actual]),
            Classes.Select(predicted => actual == predicted
                ? Cell("right", confusion[actual, predicted], share)
                : Cell("wrong", confusion[actual, predicted], most == 0 ? 0 : Math.Sqrt((double)confusion[actual, predicted] / most))),
            new XElement("td", total == 0 ? "–" : $"{share:0.0 %}"));
    }

    private static XElement Cell(string style, long count, double strength) => new(
        "td",
        new XAttribute("class", count == 0 ? "none" : style),
        new XAttribute("style", $"--tint: {strength * StrongestTint:0.#}%"),
        $"{count:N0}");
}
