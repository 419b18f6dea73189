using System;
using System.IO;
using System.Linq;
using NetGen.Samples.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests.FashionMnist;

/// <summary>The report, in a browser.</summary>
public sealed class ReportTests(WrittenReport report) : IClassFixture<WrittenReport>
{
    /// <summary>WCAG 2, level AA.</summary>
    private const double LeastContrast = 4.5;

    [Theory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 600)]
    public void ItRenders(ColorScheme scheme, int width)
    {
        Inspection seen = Inspection.Of(report.Path, scheme, width);

        Assert.Equal(
            ["Fashion-MNIST, 784-128-10", "How it learned", "What it takes for what", "The most confident mistakes", "What the first layer looks for", "The run"],
            seen.Headings);
        Assert.Equal(2, seen.Charts);
        Assert.Equal(3 * WrittenReport.Epochs, seen.Points);
        Assert.Equal((0, 0, 0), (seen.BrokenImages, seen.ImagesWithoutText, seen.TablesWithoutCaption));
        Assert.Equal((0, 0), (seen.Requests, seen.Overflow));
        Assert.Equal(scheme == ColorScheme.Light, seen.Background > 0.5);
        Assert.InRange(seen.Texts, 100, int.MaxValue);
        Assert.True(seen.Contrast >= LeastContrast, $"'{seen.WeakestText}' has a contrast of {seen.Contrast}");
    }

    [Fact]
    public void ItShowsWhatTheNetworkMadeOfThePictures()
    {
        Inspection seen = Inspection.Of(report.Path, ColorScheme.Light, 1200);
        int[] right = [.. Enumerable.Range(0, 10).Select(i => seen.Confusion[i * 11])];

        // The squares are easy; what is labelled wrong is taken for what is shown. Two sheets of weights stand beside the mistakes.
        Assert.Equal(SyntheticData.TestCount, seen.Confusion.Sum());
        Assert.Equal(SyntheticData.TestCount - SyntheticData.WrongLabels, right.Sum());
        Assert.Equal(SyntheticData.WrongLabels + 2, seen.Images);
        Assert.Contains("93.00 % of the test pictures", report.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ItCanBeSeen()
    {
        byte[][] pictures = [.. Enum.GetValues<ColorScheme>().Select(scheme =>
        {
            string picture = Path.Combine(Path.GetDirectoryName(report.Path)!, $"{scheme}.png");
            Chromium.Screenshot(report.Path, scheme, 1200, picture);
            return File.ReadAllBytes(picture);
        })];

        // A page without anything on it is a file of some ten thousand bytes.
        Assert.All(pictures, picture => Assert.InRange(picture.Length, 60_000, int.MaxValue));
        Assert.NotEqual(pictures[0], pictures[1]);
    }

    [Fact]
    public void ARedirectedRunHasALineForEveryEpoch()
    {
        string output = report.Result.Output;

        Assert.Equal(WrittenReport.Epochs, output.Split('\n').Count(line => line.Contains($"/{WrittenReport.Epochs} ", StringComparison.Ordinal)));
        Assert.DoesNotContain('\x1B', output);
        Assert.DoesNotContain('\r', output);
    }
}
