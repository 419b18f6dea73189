using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Optimizers;
using NetGen.Training;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>What a trainer does between the steps: schedules, progress, checkpoints, cancellation, losses that are not finite.</summary>
public class TrainerTests
{
    private static readonly Dataset<double> Ten = ScriptedNetwork.Samples(10);

    [Fact]
    public void A_schedule_counts_epochs()
    {
        (double[] rates, TrainingHistory history) = Rates(ScheduleUnit.Epoch);
        Assert.Equal([8.0, 8, 8, 4, 4, 4, 2, 2, 2], rates);
        Assert.Equal([8.0, 4, 2], history.LearningRate);
    }

    [Fact]
    public void Or_it_counts_steps()
    {
        (double[] rates, TrainingHistory history) = Rates(ScheduleUnit.Step);
        Assert.Equal([8.0, 4, 2, 1, 0.5, 0.25, 0.125, 0.0625, 0.03125], rates);
        Assert.Equal([2, 0.25, 0.03125], history.LearningRate);
    }

    private static (double[] Rates, TrainingHistory History) Rates(ScheduleUnit unit)
    {
        var network = new ScriptedNetwork();
        var optimizer = new Sgd<double>(8);
        var trainer = new Trainer<double>(network, optimizer) { BatchSize = 4, Schedule = Schedule.Exponential(0.5), ScheduleUnit = unit };
        TrainingHistory history = trainer.Fit(Ten, epochs: 3);
        Assert.Equal(8, optimizer.LearningRate);
        return ([.. network.LearningRates], history);
    }

    [Fact]
    public void Plain_SGD_is_the_training_step_of_the_network()
    {
        var network = new ScriptedNetwork();
        var optimizer = new Sgd<double>(0.5);
        new Trainer<double>(network, optimizer) { BatchSize = 5 }.Fit(Ten, epochs: 2);
        Assert.Equal([0.5, 0.5, 0.5, 0.5], network.LearningRates);
        Assert.Equal(4, optimizer.StepCount);
    }

    [Fact]
    public void Everything_else_goes_by_gradients()
    {
        foreach ((IOptimizer<double> optimizer, double? clipNorm, double? clipValue, double expected) in new (IOptimizer<double>, double?, double?, double)[]
        {
            (new Sgd<double>(1, momentum: 0.5), null, null, 1 + 1.5),
            (new Sgd<double>(1, weightDecay: 0.5), null, null, 1 + 0.5),
            (new Sgd<double>(1), 0.25, null, 0.5),
            (new Sgd<double>(1), null, 0.125, 0.25),
            (new Adam<double>(0.5, eps: 1e-12), null, null, 1),
        })
        {
            var network = new ScriptedNetwork();
            new Trainer<double>(network, optimizer) { BatchSize = 5, ClipNorm = clipNorm, ClipValue = clipValue }.Fit(Ten, epochs: 1);
            Assert.Empty(network.LearningRates);
            Assert.Equal(expected, network.Parameter, 1e-6);
            Assert.Equal(2, optimizer.StepCount);
        }
    }

    [Fact]
    public void Progress_is_reported_after_steps_and_epochs()
    {
        var network = new ScriptedNetwork { TrainingLoss = batch => batch, EvaluationLoss = batch => 10 + batch };
        var trainer = new Trainer<double>(network, new Sgd<double>(0.5)) { BatchSize = 4, ReportInterval = TimeSpan.Zero, ValidationData = ScriptedNetwork.Samples(2) };
        List<string> reports = [];
        trainer.Fit(Ten, epochs: 2, new Reports(progress =>
        {
            string position = FormattableString.Invariant($"{progress.Epoch}/{progress.Epochs} {progress.Step}/{progress.StepsPerEpoch}");
            reports.Add(FormattableString.Invariant(
                $"{position} {progress.IsEpochDone} {progress.Loss:0.##} {progress.LearningRate} {progress.History.EpochCount}"));
            Assert.True(progress.Elapsed > TimeSpan.Zero && progress.Remaining >= TimeSpan.Zero && progress.SamplesPerSecond > 0);
            Assert.Equal(progress is { Epoch: 2, Step: 3 }, progress.Remaining == TimeSpan.Zero);
            Assert.Matches(@"^epoch [12] of 2, step [123] of 3: loss [\d.]+, [\d,]+ samples/s, 0:00:\d\d left$", progress.ToString());
        }));
        Assert.Equal(
            [
                "1/2 1/3 False 0 0.5 0", "1/2 2/3 False 0.5 0.5 0", "1/2 3/3 True 0.8 0.5 1",
                "2/2 1/3 False 3 0.5 1", "2/2 2/3 False 3.5 0.5 1", "2/2 3/3 True 3.8 0.5 2",
            ],
            reports);
    }

    [Fact]
    public void Within_an_epoch_progress_waits_for_the_interval()
    {
        var trainer = new Trainer<double>(new ScriptedNetwork(), new Sgd<double>(0.5)) { BatchSize = 1, ReportInterval = TimeSpan.FromHours(1) };
        int reports = 0;
        trainer.Fit(Ten, epochs: 3, new Reports(progress => reports += progress.IsEpochDone ? 1 : 100));
        Assert.Equal(3, reports);
    }

    [Fact]
    public void Checkpoints_come_at_the_interval_and_at_the_end_of_every_epoch()
    {
        List<(int Epoch, int Step, double LossSum, double Parameter)> states = [];
        var network = new ScriptedNetwork { TrainingLoss = batch => batch };
        var trainer = new Trainer<double>(network, new Sgd<double>(1)) { BatchSize = 2, CheckpointInterval = 2 };
        trainer.Checkpoint = state => states.Add((state.Epoch, state.Step, state.LossSum, network.Parameter));
        trainer.Fit(Ten, epochs: 2);
        Assert.Equal([(0, 2, 2.0, 2.0), (0, 4, 12, 4), (1, 0, 0, 5), (1, 2, 22, 7), (1, 4, 52, 9), (2, 0, 0, 10)], states);
    }

    [Fact]
    public void Cancellation_ends_training_between_two_steps()
    {
        using var source = new CancellationTokenSource();
        var network = new ScriptedNetwork();
        network.TrainingLoss = batch =>
        {
            if (batch == 7)
            {
                source.Cancel();
            }

            return 1;
        };
        var optimizer = new Sgd<double>(1);
        var trainer = new Trainer<double>(network, optimizer) { BatchSize = 2, Schedule = Schedule.Exponential(1) };
        Assert.Throws<OperationCanceledException>(() => trainer.Fit(Ten, 10, cancellationToken: source.Token));
        Assert.Equal(8, network.Parameter);
        Assert.Equal(1, optimizer.LearningRate);
        TrainingState<double> state = trainer.Capture();
        Assert.Equal((1, 3), (state.Epoch, state.Step));
    }

    [Fact]
    public void An_evaluation_that_is_cancelled_is_made_again()
    {
        using var source = new CancellationTokenSource();
        var network = new ScriptedNetwork();
        network.EvaluationLoss = batch =>
        {
            if (batch == 4)    // the second of three batches after the second epoch
            {
                source.Cancel();
            }

            return 1;
        };
        var trainer = new Trainer<double>(network, new Sgd<double>(8)) { BatchSize = 5, ValidationData = ScriptedNetwork.Samples(600), Schedule = Schedule.Exponential(0.5) };
        Assert.Throws<OperationCanceledException>(() => trainer.Fit(Ten, 3, cancellationToken: source.Token));
        TrainingState<double> state = trainer.Capture();
        Assert.Equal((1, 2), (state.Epoch, state.Step));

        TrainingHistory history = trainer.Resume(state, Ten, 3);
        Assert.Equal([8.0, 8, 4, 4, 2, 2], network.LearningRates);
        Assert.Equal([8.0, 4, 2], history.LearningRate);
        Assert.Equal([1.0, 1, 1], history.Loss);
        Assert.Equal(3 + 2 + 3 + 3, network.EvaluatedBatches.Count);
    }

    [Fact]
    public void A_loss_that_is_not_finite_ends_training_with_an_exception()
    {
        var network = new ScriptedNetwork { TrainingLoss = batch => batch == 7 ? double.NaN : 1 };
        var trainer = new Trainer<double>(network, new Sgd<double>(1, momentum: 0.5)) { BatchSize = 2 };
        NotFiniteNumberException error = Assert.Throws<NotFiniteNumberException>(() => trainer.Fit(Ten, 10));
        Assert.Equal(double.NaN, error.OffendingNumber);
        Assert.StartsWith("The loss of ScriptedNetwork is NaN in epoch 2, step 3; expected a finite number.", error.Message, StringComparison.Ordinal);
        Assert.Equal(7, trainer.Optimizer.StepCount);
        Assert.Equal(StopReason.NonFiniteLoss, StopReasonOf(NonFiniteLoss.Stop));
        Assert.Equal(StopReason.Completed, StopReasonOf(NonFiniteLoss.Ignore));

        static StopReason StopReasonOf(NonFiniteLoss policy)
        {
            var network = new ScriptedNetwork { TrainingLoss = batch => batch == 7 ? double.PositiveInfinity : 1 };
            return new Trainer<double>(network, new Adam<double>()) { BatchSize = 2, NonFiniteLoss = policy }.Fit(Ten, 3).StopReason;
        }
    }

    [Theory]
    [InlineData(NonFiniteLoss.Throw)]
    [InlineData(NonFiniteLoss.Stop)]
    public void After_a_loss_that_is_not_finite_the_best_parameters_are_restored(NonFiniteLoss policy)
    {
        var network = new ScriptedNetwork { TrainingLoss = batch => batch == 3 ? double.NaN : 1, EvaluationLoss = epoch => epoch == 1 ? 0.5 : 1 };
        var trainer = new Trainer<double>(network, new Sgd<double>(1))
        {
            ValidationData = ScriptedNetwork.Samples(1), EarlyStopping = new EarlyStopping(5), NonFiniteLoss = policy,
        };
        Assert.Equal(policy == NonFiniteLoss.Throw, Record.Exception(() => trainer.Fit(ScriptedNetwork.Samples(1), 10)) is NotFiniteNumberException);
        Assert.Equal(2, network.Parameter);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var trainer = new Trainer<double>(new ScriptedNetwork(), new Sgd<double>(1));
        Refused("data has 2 inputs for each sample; expected 1, as ScriptedNetwork has.", new Dataset<double>(new double[4], 2, new double[2], 1));
        Refused("data has 3 targets for each sample; expected 1, as ScriptedNetwork has.", new Dataset<double>(new double[2], 1, new double[6], 3));
        Refused(
            "data has labels, which ScriptedNetwork cannot learn from; expected targets, or a network with Softmax and CrossEntropy.",
            new Dataset<double>(new double[2], 1, new int[2]));

        trainer.ValidationSplit = 0.01;
        Refused("ValidationSplit is 0.01, which is 0 of 10 samples; expected at least one sample to learn from and one to evaluate.", Ten);
        trainer.ValidationSplit = 0.99;
        Refused("ValidationSplit is 0.99, which is 10 of 10 samples", Ten);
        trainer.ValidationSplit = 0.5;
        trainer.Metrics = [new Accuracy<double>(), new Accuracy<double>()];
        Refused("There are two metrics of the name 'accuracy'; expected one.", Ten);
        trainer.ValidationData = new Dataset<double>(new double[2], 1, new double[4], 2);
        Refused("ValidationSplit and ValidationData are both set; expected one of them.", Ten);
        trainer.ValidationSplit = 0;
        Refused("ValidationData has 2 targets for each sample; expected 1, as ScriptedNetwork has.", Ten);
        trainer.ValidationData = null;
        trainer.ClipNorm = 1;
        trainer.ClipValue = 1;
        Refused("ClipNorm and ClipValue are both set; expected one of them.", Ten);

        void Refused(string message, Dataset<double> data) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => trainer.Fit(data, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var trainer = new Trainer<double>(new ScriptedNetwork(), new Sgd<double>(1));
        Refused("BatchSize is 0; expected at least 1.", () => trainer.BatchSize = 0);
        Refused("ValidationSplit is 1; expected at least 0 and below 1.", () => trainer.ValidationSplit = 1);
        Refused("ClipNorm is 0; expected a finite number above 0.", () => trainer.ClipNorm = 0);
        Refused("ClipValue is -1; expected a finite number above 0.", () => trainer.ClipValue = -1);
        Refused("CheckpointInterval is -1; expected at least 0.", () => trainer.CheckpointInterval = -1);
        Refused("epochs is 0; expected at least 1.", () => trainer.Fit(Ten, 0));
        Assert.Throws<ArgumentNullException>(() => new Trainer<double>(null!, new Sgd<double>(1)));
        Assert.Throws<ArgumentNullException>(() => new Trainer<double>(new ScriptedNetwork(), null!));
        Assert.StartsWith("Nothing was trained yet", Assert.Throws<InvalidOperationException>(trainer.Capture).Message, StringComparison.Ordinal);

        static void Refused(string message, Action call) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_a_line()
    {
        var progress = new TrainingProgress(3, 10, 120, 469, false, 0.42134, 0.1, 512_345.6, TimeSpan.FromHours(1), new TimeSpan(1, 2, 3, 4), new TrainingHistory([], 10));
        Assert.Equal("epoch 3 of 10, step 120 of 469: loss 0.4213, 512,346 samples/s, 26:03:04 left", progress.ToString());
    }

    /// <summary>Reports at once, on the same thread, which <see cref="Progress{T}"/> does not.</summary>
    private sealed class Reports(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
