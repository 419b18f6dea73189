using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace FashionMnist.Report;

/// <summary>One HTML file that needs no other and no network: style, curves and pictures are within it.</summary>
internal static class HtmlReport
{
    public static string Html(Findings findings)
    {
        TrainingResult result = findings.Result;
        string title = $"Fashion-MNIST, {result.NetworkName}";
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", title),
                new XElement("style", Style())),
            new XElement(
                "body",
                new XElement(
                    "main",
                    new XElement("h1", title),
                    new XElement("p", $"A network that learned from {findings.Data.Training.Count:N0} pictures of clothes, looked at on {findings.Data.Test.Count:N0} that it had never seen."),
                    Summary(findings),
                    CurvesSection.Html(result.History),
                    ConfusionSection.Html(result.Confusion),
                    MistakesSection.Html(findings),
                    WeightsSection.Html(result),
                    RunSection.Html(findings))));
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private static XElement Summary(Findings findings)
    {
        TrainingResult result = findings.Result;
        return new XElement(
            "dl",
            new XAttribute("class", "summary"),
            Figure("of the test pictures", $"{result.Accuracy:0.00 %}"),
            Figure("loss on them", $"{result.Test.Loss:0.0000}"),
            Figure("an epoch, the fastest", $"{result.EpochSeconds.Min():0.00} s"),
            Figure("parameters", $"{result.Network.ParameterCount:N0}"));

        static XElement Figure(string name, string value) => new("div", new XElement("dt", name), new XElement("dd", value));
    }

    private static string Style()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return "\n" + reader.ReadToEnd();
    }
}
