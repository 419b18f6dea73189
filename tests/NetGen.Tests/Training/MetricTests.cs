using System;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>Metrics on numbers that can be checked by hand, and against their definitions, written out, on random ones.</summary>
public class MetricTests
{
    private static readonly double[] Outputs =
    [
        0.7, 0.2, 0.1,    // right
        0.4, 0.4, 0.2,    // a tie, and the first counts
        0.1, 0.3, 0.6,    // the right one is third
        0.2, 0.5, 0.3,    // the right one is second
    ];

    private static readonly int[] Labels = [0, 0, 0, 2];

    [Fact]
    public void Accuracy() => Assert.Equal(0.5, Value(new Accuracy<double>()));

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.75)]
    [InlineData(3, 1)]
    [InlineData(9, 1)]
    public void TopK(int k, double expected)
    {
        var metric = new TopKAccuracy<double>(k);
        Assert.Equal(expected, Value(metric));
        Assert.Equal($"top-{k} accuracy", metric.Name);
    }

    [Fact]
    public void TopK_counts_an_equal_output_after_an_earlier_one()
    {
        var first = new TopKAccuracy<float>(1);
        first.Add(new Predictions<float>([0.5f, 0.5f, 0.5f, 0.5f], (int[])[0, 1], 2));
        Assert.Equal(0.5, first.Value);
    }

    [Fact]
    public void NaN_is_never_among_the_largest()
    {
        var metric = new TopKAccuracy<double>(2);
        metric.Add(new Predictions<double>([double.NaN, 0.5, 0.2], (int[])[0], 3));
        Assert.Equal(0, metric.Value);
    }

    [Fact]
    public void Confusion()
    {
        var metric = new ConfusionMatrix<double>();
        Assert.Equal(0.5, Value(metric));
        Assert.Equal(3, metric.ClassCount);
        Assert.Equal([2, 0, 1, 0, 0, 0, 0, 1, 0], from actual in Enumerable.Range(0, 3) from predicted in Enumerable.Range(0, 3) select metric[actual, predicted]);
        Assert.Equal("   0 1 2\n 0 2 0 1\n 1 0 0 0\n 2 0 1 0", metric.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => metric[3, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => metric[0, -1]);
        metric.Reset();
        Assert.Equal(0, metric[0, 0]);
    }

    [Fact]
    public void Targets_mean_the_same_as_labels()
    {
        double[] targets = [1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1];
        foreach (Func<Metric<double>> create in new Func<Metric<double>>[]
        {
            () => new Accuracy<double>(), () => new TopKAccuracy<double>(2), () => new ConfusionMatrix<double>(),
            () => new BinaryAccuracy<double>(), () => new MeanAbsoluteError<double>(), () => new RootMeanSquaredError<double>(),
        })
        {
            Metric<double> metric = create();
            metric.Add(new Predictions<double>(Outputs, targets, 3));
            Assert.Equal(Value(create()), metric.Value);
        }
    }

    [Fact]
    public void One_output_above_a_half_is_class_1()
    {
        double[] outputs = [0.9, 0.5, 0.1, 0.51];
        var predictions = new Predictions<double>(outputs, (double[])[1, 1, 0, 0], 1);
        var accuracy = new Accuracy<double>();
        accuracy.Add(predictions);
        Assert.Equal(0.5, accuracy.Value);

        var confusion = new ConfusionMatrix<double>();
        confusion.Add(predictions);
        Assert.Equal([1, 1, 1, 1], new[] { confusion[0, 0], confusion[0, 1], confusion[1, 0], confusion[1, 1] });
    }

    [Fact]
    public void Binary_accuracy_is_that_of_single_outputs()
    {
        var metric = new BinaryAccuracy<double>();
        metric.Add(new Predictions<double>([0.9, 0.2, 0.6, 0.4], (double[])[1, 1, 1, 0], 2));
        Assert.Equal(0.75, metric.Value);
    }

    [Fact]
    public void Errors()
    {
        var mae = new MeanAbsoluteError<float>();
        var rmse = new RootMeanSquaredError<float>();
        foreach (Metric<float> metric in new Metric<float>[] { mae, rmse })
        {
            metric.Add(new Predictions<float>([1, 2, 3, 4], (float[])[0, 2, 5, 8], 2));
        }

        Assert.Equal((1 + 0 + 2 + 4) / 4.0, mae.Value);
        Assert.Equal(Math.Sqrt((1 + 0 + 4 + 16) / 4.0), rmse.Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Area_under_the_curve_is_the_share_of_pairs_in_the_right_order(int outputSize)
    {
        Random random = new(3);
        for (int trial = 0; trial < 50; trial++)
        {
            // Few different scores, so that there are ties of every kind.
            int count = random.Next(2, 60);
            double[] scores = [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 2 + (trial / 3)) / 16.0)];
            int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(2))];
            double pairs = 0;
            double inOrder = 0;
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    if (labels[i] == 1 && labels[j] == 0)
                    {
                        pairs++;
                        inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    }
                }
            }

            double[] outputs = outputSize == 1 ? scores : [.. scores.SelectMany(score => new[] { 1 - score, score })];
            var metric = new Auc<double>();
            int half = count / 2;
            if (half > 0)
            {
                metric.Add(new Predictions<double>(outputs.AsSpan(0, half * outputSize), labels.AsSpan(0, half), outputSize));
            }

            metric.Add(new Predictions<double>(outputs.AsSpan(half * outputSize), labels.AsSpan(half), outputSize));
            Assert.Equal(inOrder / pairs, metric.Value, 1e-12);
        }
    }

    [Fact]
    public void Area_under_the_curve_of_one_class_or_of_NaN_is_none()
    {
        var metric = new Auc<double>();
        Assert.True(double.IsNaN(metric.Value));
        metric.Add(new Predictions<double>([0.1, 0.2], (int[])[1, 1], 1));
        Assert.True(double.IsNaN(metric.Value));
        metric.Reset();
        metric.Add(new Predictions<double>([0.1, 0.2, double.NaN], (int[])[1, 0, 1], 1));
        Assert.True(double.IsNaN(metric.Value));
    }

    [Fact]
    public void Every_metric_starts_anew_without_allocation()
    {
        foreach (Metric<double> metric in new Metric<double>[]
        {
            new Accuracy<double>(), new BinaryAccuracy<double>(), new MeanAbsoluteError<double>(), new RootMeanSquaredError<double>(), new ConfusionMatrix<double>(),
            new Auc<double>(), new TopKAccuracy<double>(1),
        })
        {
            double[] outputs = [0.1, 0.9, 0.7, 0.3, 0.2, 0.8];
            int[] labels = [1, 0, 0];
            metric.Add(new Predictions<double>(outputs, labels, 2));
            double first = metric.Value;
            Assert.InRange(first, 0, 1);

            metric.Reset();
            long before = GC.GetAllocatedBytesForCurrentThread();
            metric.Add(new Predictions<double>(outputs, labels, 2));
            double again = metric.Value;
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
            Assert.Equal(first, again);
        }
    }

    [Fact]
    public void What_a_metric_cannot_measure_is_refused()
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => Value(new Auc<double>()));
        Assert.Equal("AUC needs one output, or two; the network has 3.", error.Message);
        error = Assert.Throws<NotSupportedException>(() => new TopKAccuracy<double>().Add(new Predictions<double>([0.5], (int[])[1], 1)));
        Assert.Equal("Top-k accuracy needs an output for each class; the network has one output.", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopKAccuracy<double>(0));
        Assert.Throws<ArgumentException>(() => new Predictions<double>(new double[4], new double[2], 2).Count);
        Assert.Throws<ArgumentException>(() => new Predictions<double>(new double[3], new double[3], 2).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Predictions<double>(new double[4], (int[])[0, 2], 2).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Predictions<double>(new double[4], (int[])[0, 2], 0).Count);
    }

    private static double Value(Metric<double> metric)
    {
        // In two batches, as an evaluation does.
        metric.Add(new Predictions<double>(Outputs.AsSpan(0, 9), Labels.AsSpan(0, 3), 3));
        metric.Add(new Predictions<double>(Outputs.AsSpan(9), Labels.AsSpan(3), 3));
        return metric.Value;
    }
}
