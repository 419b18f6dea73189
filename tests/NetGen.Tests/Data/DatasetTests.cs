using System;
using System.Linq;
using System.Runtime.InteropServices;
using NetGen.Data;
using Xunit;

namespace NetGen.Tests.Data;

public class DatasetTests
{
    private static readonly float[] Inputs = [0, 1, 10, 11, 20, 21, 30, 31, 40, 41];

    [Fact]
    public void Nothing_is_copied()
    {
        float[] targets = [0, 1, 2, 3, 4];
        var dataset = new Dataset<float>(Inputs, 2, targets, 1);

        Assert.Equal((5, 2, 1, false), (dataset.Count, dataset.InputSize, dataset.TargetSize, dataset.HasLabels));
        Assert.True(MemoryMarshal.TryGetArray(dataset.Inputs, out ArraySegment<float> inputs));
        Assert.Same(Inputs, inputs.Array);

        Dataset<float> slice = dataset.Slice(3, 2);
        Assert.True(MemoryMarshal.TryGetArray(slice.Targets, out ArraySegment<float> sliced));
        Assert.Same(targets, sliced.Array);
        Assert.Equal([30, 31, 40, 41], slice.Inputs.ToArray());
        Assert.Equal([3, 4], slice.Targets.ToArray());
    }

    [Fact]
    public void Labels_stand_in_place_of_targets()
    {
        var dataset = new Dataset<float>(Inputs, 2, new[] { 0, 1, 2, 1, 0 }, ["a", "b", "c"]);

        Assert.True(dataset.HasLabels);
        Assert.Equal((5, 0, 0), (dataset.Count, dataset.TargetSize, dataset.Targets.Length));
        Assert.Equal([1, 2, 1], dataset.Slice(1, 3).Labels.ToArray());
        Assert.Equal(["a", "b", "c"], dataset.Slice(1, 3).ClassNames!);
    }

    [Fact]
    public void What_does_not_fit_is_an_error()
    {
        Throws("inputs holds 10 numbers; expected N × 3, for at least one sample.", () => new Dataset<float>(Inputs, 3, new int[3]));
        Throws("inputs holds 0 numbers; expected N × 2, for at least one sample.", () => new Dataset<float>(default, 2, new int[0]));
        Throws("targets holds 9 numbers; expected 5 × 2 = 10.", () => new Dataset<float>(Inputs, 2, new float[9], 2));
        Throws("labels holds 4 numbers; expected 5, one for each sample.", () => new Dataset<float>(Inputs, 2, new int[4]));
        Throws("labels[2] is 3; expected 0 to 2.", () => new Dataset<float>(Inputs, 2, new[] { 0, 1, 3, 1, 0 }, ["a", "b", "c"]));
        Throws("labels[0] is -1; expected 0 to 2147483646.", () => new Dataset<float>(Inputs, 2, new[] { -1, 1, 3, 1, 0 }));
        Throws("inputSize is 0; expected at least 1.", () => new Dataset<float>(Inputs, 0, new int[5]));
        Throws("targetSize is 0; expected at least 1.", () => new Dataset<float>(Inputs, 2, default, 0));

        var dataset = new Dataset<float>(Inputs, 2, new int[5]);
        Throws("start is 5; expected 0 to 4.", () => dataset.Slice(5, 1));
        Throws("start is -1; expected 0 to 4.", () => dataset.Slice(-1, 1));
        Throws("count is 3; expected 1 to 2.", () => dataset.Slice(3, 3));
        Throws("count is 0; expected 1 to 2.", () => dataset.Slice(3, 0));
        Throws("heldOut is 0.05; expected a fraction that leaves at least one of 5 samples on each side.", () => dataset.Split(0.05, 1));
        Throws("heldOut is 1; expected a fraction that leaves at least one of 5 samples on each side.", () => dataset.Split(1, 1));
        Throws("heldOut is NaN; expected a fraction that leaves at least one of 5 samples on each side.", () => dataset.Split(double.NaN, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_split_has_every_sample_once_and_with_its_target(bool hasLabels)
    {
        const int Count = 1000;
        double[] inputs = [.. Enumerable.Range(0, 2 * Count).Select(i => (double)i)];
        var dataset = hasLabels
            ? new Dataset<double>(inputs, 2, Enumerable.Range(0, Count).ToArray())
            : new Dataset<double>(inputs, 2, inputs, 2);

        (Dataset<double> training, Dataset<double> heldOut) = dataset.Split(0.2, seed: 7);

        Assert.Equal((800, 200), (training.Count, heldOut.Count));
        double[] all = [.. training.Inputs.ToArray(), .. heldOut.Inputs.ToArray()];
        Assert.Equal(inputs, all.Order());
        if (hasLabels)
        {
            int[] labels = [.. training.Labels.ToArray(), .. heldOut.Labels.ToArray()];
            Assert.Equal(all, labels.SelectMany(label => new double[] { 2 * label, 2 * label + 1 }));
        }
        else
        {
            double[] targets = [.. training.Targets.ToArray(), .. heldOut.Targets.ToArray()];
            Assert.Equal(all, targets);
        }

        // Neither the first nor the last ones, but about as many of each quarter: 50 ± 5 standard deviations.
        Assert.All(Enumerable.Range(0, 4), quarter => Assert.InRange(heldOut.Inputs.ToArray().Count(i => (int)i % 2 == 0 && (int)i / 500 == quarter), 20, 80));
    }

    [Fact]
    public void The_same_seed_splits_in_the_same_way()
    {
        var dataset = new Dataset<float>(Inputs, 2, new[] { 0, 1, 2, 3, 4 });

        Assert.Equal(dataset.Split(0.4, 1).Training.Labels.ToArray(), dataset.Split(0.4, 1).Training.Labels.ToArray());
        Assert.Contains(Enumerable.Range(2, 9), seed =>
            !dataset.Split(0.4, (ulong)seed).Training.Labels.Span.SequenceEqual(dataset.Split(0.4, 1).Training.Labels.Span));
    }

    private static void Throws(string message, Func<object> act)
    {
        var error = Assert.ThrowsAny<ArgumentException>(act);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
