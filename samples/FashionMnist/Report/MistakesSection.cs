using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace FashionMnist.Report;

/// <summary>The pictures on which the network was most sure and yet wrong.</summary>
internal static class MistakesSection
{
    private const int Shown = 24;
    private const int Scale = 4;

    public static XElement Html(Findings findings)
    {
        IReadOnlyList<Mistake> mistakes = Mistake.All(findings.Data.Test, findings.Result.Probabilities);
        return Tag.Section(
            "The most confident mistakes",
            new XElement("p", mistakes.Count == 0
                ? "There are none."
                : $"{mistakes.Count:N0} of {findings.Data.Test.Count:N0} test pictures were named wrong. These are the {Math.Min(Shown, mistakes.Count)} of them of which the network was most sure."),
            mistakes.Count == 0 ? null : new XElement("ul", new XAttribute("class", "pictures"), mistakes.Take(Shown).Select(mistake => new XElement("li", Figure(findings, mistake)))));
    }

    private static XElement Figure(Findings findings, Mistake mistake)
    {
        const int Side = FashionData.Side;
        string actual = FashionData.ClassNames[mistake.Actual];
        string predicted = FashionData.ClassNames[mistake.Predicted];
        ReadOnlySpan<float> pixels = findings.Data.Test.Inputs.Span.Slice(mistake.Picture * Side * Side, Side * Side);
        byte[] levels = Array.ConvertAll(pixels.ToArray(), pixel => (byte)Math.Clamp(pixel, 0, 255));
        return new XElement(
            "figure",
            Tag.Image(Png.DataUri(PngColor.Grey, levels, Side), $"Test picture {mistake.Picture}, of the class {actual}", Scale * Side, Scale * Side),
            new XElement("figcaption", new XElement("b", predicted), $" {mistake.Confidence:0.0 %}", new XElement("br"), $"is: {actual}"));
    }
}
