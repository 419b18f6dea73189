using System;
using System.Linq;
using NetGen.Optimizers;
using NetGen.Training;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>One step an epoch, so that the parameter counts the epochs and shows which of them the parameters are from.</summary>
public class EarlyStoppingTests
{
    [Fact]
    public void Training_ends_after_the_patience_and_the_best_parameters_are_restored()
    {
        (TrainingHistory history, ScriptedNetwork network) = Train(new EarlyStopping(patience: 3), 5, 4, 3, 3, 3.5, 3, 1, 1);
        Assert.Equal(6, history.EpochCount);
        Assert.Equal(3, history.BestEpoch);
        Assert.Equal(StopReason.EarlyStopping, history.StopReason);
        Assert.Equal([5.0, 4, 3, 3, 3.5, 3], history.ValidationLoss);
        Assert.Equal(3, network.Parameter);
    }

    [Fact]
    public void An_improvement_starts_the_patience_anew()
    {
        (TrainingHistory history, ScriptedNetwork network) = Train(new EarlyStopping(patience: 2), 5, 6, 4, 6, 3, 6, 6, 1);
        Assert.Equal(7, history.EpochCount);
        Assert.Equal(5, network.Parameter);
    }

    [Fact]
    public void The_best_parameters_are_restored_when_all_epochs_are_done()
    {
        (TrainingHistory history, ScriptedNetwork network) = Train(new EarlyStopping(patience: 9), 5, 2, 3, 4);
        Assert.Equal(StopReason.Completed, history.StopReason);
        Assert.Equal(2, history.BestEpoch);
        Assert.Equal(2, network.Parameter);
    }

    [Fact]
    public void Less_than_the_least_change_is_no_improvement()
    {
        (TrainingHistory history, ScriptedNetwork network) = Train(new EarlyStopping(patience: 2, minDelta: 0.5), 5, 4.6, 4.5, 1, 1);
        Assert.Equal(3, history.EpochCount);
        Assert.Equal(1, network.Parameter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_patience_the_first_epoch_that_is_no_better_is_the_last(int patience)
    {
        (TrainingHistory history, _) = Train(new EarlyStopping(patience), 5, 4, 4, 1);
        Assert.Equal(3, history.EpochCount);
    }

    [Fact]
    public void NaN_is_never_best()
    {
        (TrainingHistory history, ScriptedNetwork network) = Train(new EarlyStopping(patience: 3), double.NaN, 4, double.NaN, double.NaN, double.NaN, 1);
        Assert.Equal(2, history.BestEpoch);
        Assert.Equal(5, history.EpochCount);
        Assert.Equal(2, network.Parameter);
    }

    [Fact]
    public void Where_no_epoch_was_best_the_parameters_stay()
    {
        (TrainingHistory history, ScriptedNetwork network) = Train(new EarlyStopping(patience: 2), double.NaN, double.NaN, double.NaN);
        Assert.Equal(0, history.BestEpoch);
        Assert.Equal(2, history.EpochCount);
        Assert.Equal(2, network.Parameter);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 2)]
    public void A_metric_can_be_watched_whichever_way_is_better(bool higherIsBetter, int expected)
    {
        var network = new ScriptedNetwork();
        var trainer = new Trainer<double>(network, new Sgd<double>(1))
        {
            ValidationData = ScriptedNetwork.Samples(1),
            Metrics = [new Scripted(higherIsBetter, 0.5, 0.4, 0.9, 0.6)],
            EarlyStopping = new EarlyStopping(patience: 5, metric: "scripted"),
        };
        TrainingHistory history = trainer.Fit(ScriptedNetwork.Samples(1), epochs: 4);
        Assert.Equal([0.5, 0.4, 0.9, 0.6], history["scripted"]);
        Assert.Equal(expected, history.BestEpoch);
        Assert.Equal(expected, network.Parameter);
    }

    [Fact]
    public void What_cannot_be_watched_is_refused()
    {
        var trainer = new Trainer<double>(new ScriptedNetwork(), new Sgd<double>(1)) { EarlyStopping = new EarlyStopping(3) };
        Refused("EarlyStopping needs a validation part; expected ValidationSplit or ValidationData to be set.");

        trainer.ValidationSplit = 0.5;
        trainer.EarlyStopping = new EarlyStopping(3, metric: "accuracy");
        Refused("There is no metric 'accuracy'; the metrics are: 'MAE', 'RMSE'.");

        Assert.StartsWith("patience is -1; expected at least 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(-1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("minDelta is NaN", Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(1, double.NaN)).Message, StringComparison.Ordinal);

        void Refused(string message) => Assert.StartsWith(
            message, Assert.Throws<ArgumentException>(() => trainer.Fit(ScriptedNetwork.Samples(4), 1)).Message, StringComparison.Ordinal);
    }

    private static (TrainingHistory History, ScriptedNetwork Network) Train(EarlyStopping earlyStopping, params double[] losses)
    {
        var network = new ScriptedNetwork { EvaluationLoss = epoch => losses[epoch] };
        var trainer = new Trainer<double>(network, new Sgd<double>(1)) { ValidationData = ScriptedNetwork.Samples(1), EarlyStopping = earlyStopping };
        return (trainer.Fit(ScriptedNetwork.Samples(1), losses.Length), network);
    }

    /// <summary>A metric with given values, one for each epoch.</summary>
    private sealed class Scripted(bool higherIsBetter, params double[] values) : Metric<double>
    {
        private int _epoch = -1;

        public override string Name => "scripted";

        public override bool HigherIsBetter => higherIsBetter;

        public override double Value => values[_epoch];

        public override void Reset() => _epoch++;

        public override void Add(Predictions<double> batch) => Assert.Equal(1, batch.Count);
    }
}
