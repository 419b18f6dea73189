using System;
using System.Linq;
using NetGen.Data;
using NetGen.Training;
using Xunit;

namespace NetGen.Integration.Tests.Training;

/// <summary>Evaluate agrees with the members of the network itself.</summary>
public class EvaluationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(700)]
    public void Labels(int count)
    {
        var network = new ClusterNetwork();
        Dataset<float> data = TrainingSamples.Noise(count, 2, 4, seed: 3);
        var confusion = new ConfusionMatrix<float>();
        Evaluation evaluation = network.Evaluate(data, new Accuracy<float>(), new TopKAccuracy<float>(2), confusion);

        int[] predicted = new int[count];
        network.Predict(data.Inputs.Span, predicted);
        int[] labels = data.Labels.ToArray();
        double accuracy = predicted.Zip(labels).Count(pair => pair.First == pair.Second) / (double)count;
        Assert.Equal(count, evaluation.Count);
        Assert.Equal(network.Loss(data.Inputs.Span, data.Labels.Span), evaluation.Loss, 1e-5);
        Assert.Equal(accuracy, evaluation["accuracy"]);
        Assert.Equal(accuracy, evaluation["confusion matrix"]);
        Assert.InRange(evaluation["top-2 accuracy"], accuracy, 1);
        for (int actual = 0; actual < 4; actual++)
        {
            for (int taken = 0; taken < 4; taken++)
            {
                Assert.Equal(predicted.Zip(labels).Count(pair => pair == (taken, actual)), confusion[actual, taken]);
            }
        }
    }

    [Fact]
    public void Targets()
    {
        var network = new LineNetwork();
        Dataset<double> data = TrainingSamples.Line(300, seed: 1);
        double[] outputs = new double[300];
        network.Forward(data.Inputs.Span, outputs);
        double[] errors = [.. outputs.Zip(data.Targets.ToArray(), (output, target) => output - target)];
        Evaluation evaluation = network.Evaluate(data);
        Assert.Equal(["MAE", "RMSE"], evaluation.MetricNames);
        Assert.Equal(errors.Average(Math.Abs), evaluation["MAE"], 1e-12);
        Assert.Equal(Math.Sqrt(errors.Average(error => error * error)), evaluation["RMSE"], 1e-12);
        Assert.Equal(errors.Average(error => error * error), evaluation.Loss, 1e-12);
        Assert.Equal(FormattableString.Invariant($"loss {evaluation.Loss:0.0000}, MAE {evaluation["MAE"]:0.0000}, RMSE {evaluation["RMSE"]:0.0000}"), evaluation.ToString());
    }

    [Fact]
    public void The_loss_of_a_network_decides_what_is_computed()
    {
        Dataset<float> ring = TrainingSamples.Ring(10, seed: 1);
        Assert.Equal(["accuracy"], new ClusterNetwork().Evaluate(TrainingSamples.Noise(10, 2, 4, seed: 1)).MetricNames);
        Assert.Equal(["accuracy", "AUC"], new RingNetwork().Evaluate(ring).MetricNames);
        Assert.Equal(["binary accuracy"], new QuestionsNetwork().Evaluate(new Dataset<float>(ring.Inputs, 2, new float[30], 3)).MetricNames);
        Assert.Equal(["MAE", "RMSE"], new FeatureNetwork().Evaluate(new Dataset<float>(ring.Inputs, 2, new float[20], 2)).MetricNames);
    }

    [Fact]
    public void Without_a_loss_there_are_metrics_all_the_same()
    {
        var network = new FeatureNetwork();
        Dataset<float> data = TrainingSamples.Noise(40, 2, 2, seed: 1);
        Evaluation evaluation = network.Evaluate(data);
        Assert.Equal(double.NaN, evaluation.Loss);
        Assert.InRange(evaluation["accuracy"], 0, 1);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var network = new ClusterNetwork();
        Refused("data has 3 inputs for each sample; expected 2, as ClusterNetwork has.", () => network.Evaluate(TrainingSamples.Noise(4, 3, 4, seed: 1)));
        Refused("data.Labels[1] is 4; expected 0 to 3.", () => network.Evaluate(new Dataset<float>(new float[4], 2, (int[])[0, 4])));
        Refused("There is no metric 'AUC'; the metrics are: 'accuracy'.", () => _ = network.Evaluate(TrainingSamples.Noise(4, 2, 4, seed: 1))["AUC"]);
        Refused("There are two metrics of the name 'AUC'", () => network.Evaluate(TrainingSamples.Noise(4, 2, 4, seed: 1), new Auc<float>(), new Auc<float>()));

        static void Refused(string message, Action call) => Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
    }
}
