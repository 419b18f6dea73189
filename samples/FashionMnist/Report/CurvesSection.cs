using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using NetGen.Training;

namespace FashionMnist.Report;

/// <summary>Loss and accuracy after every epoch, as curves and as numbers.</summary>
internal static class CurvesSection
{
    public static XElement Html(TrainingHistory history)
    {
        IReadOnlyList<double> accuracy = history["accuracy"];
        int last = history.EpochCount - 1;
        XElement loss = LineChart.Svg(
            $"The loss in {history.EpochCount} epochs: from {history.Loss[0]:0.000} to {history.Loss[last]:0.000} in training, from {history.ValidationLoss[0]:0.000} to {history.ValidationLoss[last]:0.000} on the test pictures.",
            "0.0##",
            new Series("training", "first", history.Loss),
            new Series("test", "second", history.ValidationLoss));
        XElement share = LineChart.Svg(
            $"The accuracy on the test pictures in {history.EpochCount} epochs: from {accuracy[0]:0.0 %} to {accuracy[last]:0.0 %}.",
            "0.#### %",
            new Series("test", "second", accuracy));

        return Tag.Section(
            "How it learned",
            new XElement(
                "div",
                new XAttribute("class", "charts"),
                Tag.Figure(loss, "Loss (cross-entropy). In training it is the mean of all batches, each before its step, and so lags behind."),
                Tag.Figure(share, "Accuracy: the share of the test pictures that are named right.")),
            new XElement(
                "details",
                new XElement("summary", "The numbers"),
                Tag.Scrollable(
                    "Loss and accuracy after every epoch",
                    Tag.Table(
                        "After every epoch",
                        ["epoch", "loss in training", "loss on the test pictures", "accuracy"],
                        Enumerable.Range(0, history.EpochCount).Select(
                            i => new[] { $"{i + 1}", $"{history.Loss[i]:0.0000}", $"{history.ValidationLoss[i]:0.0000}", $"{accuracy[i]:0.00 %}" })))));
    }
}
