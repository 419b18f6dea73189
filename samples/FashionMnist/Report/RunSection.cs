using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using FashionMnist.PyTorch;

namespace FashionMnist.Report;

/// <summary>How to do the same again, and how long it took; beside PyTorch, if that was asked for.</summary>
internal static class RunSection
{
    public static XElement Html(Findings findings)
    {
        (Options options, _, TrainingResult result, PyTorchRun? pyTorch) = findings;
        return Tag.Section(
            "The run",
            Tag.Scrollable("Settings of the run", Tag.Table("How it was trained", ["setting", "value"],
            [
                ["network", $"{result.NetworkName}, Relu, Softmax with cross-entropy"],
                ["weights at first", $"He for Relu, Glorot for Softmax, drawn by seed {options.Seed}"],
                ["inputs", "each pixel with mean 0 and standard deviation 1 in the training part"],
                ["optimizer", $"gradient descent with momentum {Training.Momentum}"],
                ["learning rate", $"{Training.LearningRate}, falling linearly to 0"],
                ["batch", $"{Training.BatchSize} pictures"],
                ["epochs", $"{options.Epochs}"],
            ])),
            Tag.Scrollable("Time of an epoch", Tag.Table(
                "Time of an epoch on one core, evaluation of the test pictures included",
                ["", "fastest epoch", "average", "test pictures named right"],
                Times(result, pyTorch))));
    }

    private static IEnumerable<IReadOnlyList<string>> Times(TrainingResult result, PyTorchRun? pyTorch)
    {
        yield return Row("NetGen", result.EpochSeconds, result.Accuracy);
        if (pyTorch is not null)
        {
            yield return Row("PyTorch", pyTorch.EpochSeconds, pyTorch.Accuracy);
        }

        static string[] Row(string name, IReadOnlyList<double> seconds, double accuracy) =>
            [name, $"{seconds.Min():0.00} s", $"{seconds.Average():0.00} s", $"{accuracy:0.00 %}"];
    }
}
