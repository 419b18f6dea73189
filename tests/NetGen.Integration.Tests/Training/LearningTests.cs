using System.Linq;
using NetGen.Data;
using NetGen.Optimizers;
using NetGen.Training;
using Xunit;

namespace NetGen.Integration.Tests.Training;

/// <summary>Networks learn what can be learned, with every optimizer.</summary>
public class LearningTests
{
    public static TheoryData<string> Optimizers => ["Sgd", "Momentum", "Adam", "AdamW", "RmsProp", "AdaGrad"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Clusters_are_told_apart(string name)
    {
        IOptimizer<float> optimizer = name switch
        {
            "Sgd" => new Sgd<float>(0.3),
            "Momentum" => new Sgd<float>(0.05, momentum: 0.9, nesterov: true),
            "Adam" => new Adam<float>(0.01),
            "AdamW" => new AdamW<float>(0.01),
            "RmsProp" => new RmsProp<float>(0.01),
            _ => new AdaGrad<float>(0.1),
        };
        var network = new ClusterNetwork();
        var trainer = new Trainer<float>(network, optimizer) { BatchSize = 16, Seed = 1, ValidationSplit = 0.2 };
        TrainingHistory history = trainer.Fit(TrainingSamples.Clusters(400, seed: 1), epochs: 20);

        Assert.Equal(20, history.EpochCount);
        Assert.True(history.Loss[^1] < history.Loss[0] / 4, $"{history.Loss[0]} → {history.Loss[^1]}");
        Assert.Equal(1, history["accuracy"][^1]);
        Assert.Equal(1, network.Evaluate(TrainingSamples.Clusters(1000, seed: 2))["accuracy"]);
    }

    [Fact]
    public void A_ring_is_found_and_the_curve_shows_it()
    {
        var network = new RingNetwork();
        new Trainer<float>(network, new Adam<float>(0.02)) { Seed = 1 }.Fit(TrainingSamples.Ring(1000, seed: 1), epochs: 40);
        Evaluation evaluation = network.Evaluate(TrainingSamples.Ring(1000, seed: 2));
        Assert.InRange(evaluation["accuracy"], 0.95, 1);
        Assert.InRange(evaluation["AUC"], 0.99, 1);
    }

    [Fact]
    public void A_line_is_found_exactly()
    {
        var network = new LineNetwork();
        var trainer = new Trainer<double>(network, new Sgd<double>(0.1, momentum: 0.9));
        trainer.Fit(TrainingSamples.Line(100, seed: 1), epochs: 200);
        double[] found = new double[LineNetwork.ParameterCount];
        LineNetwork.ToCanonical(network.Parameters, found);
        Assert.All(found.Zip([2, -3, 0.5, 1]), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        Assert.InRange(network.Evaluate(TrainingSamples.Line(50, seed: 2))["RMSE"], 0, 1e-9);
    }

    [Fact]
    public void Early_stopping_gives_back_the_parameters_of_the_best_epoch()
    {
        // Labels at random can be learned by heart, and nothing else: validation gets worse and worse.
        Dataset<float> data = TrainingSamples.Noise(60, 40, 10, seed: 1);
        Dataset<float> validation = TrainingSamples.Noise(60, 40, 10, seed: 2);
        var network = new LargeNetwork();
        var trainer = new Trainer<float>(network, new Adam<float>(0.01)) { ValidationData = validation, EarlyStopping = new EarlyStopping(patience: 4) };
        TrainingHistory history = trainer.Fit(data, epochs: 100);

        Assert.Equal(StopReason.EarlyStopping, history.StopReason);
        Assert.Equal(history.BestEpoch + 4, history.EpochCount);
        Assert.Equal(history.ValidationLoss.Min(), history.ValidationLoss[history.BestEpoch - 1]);
        Assert.Equal(history.ValidationLoss.Min(), network.Evaluate(validation).Loss);
    }
}
