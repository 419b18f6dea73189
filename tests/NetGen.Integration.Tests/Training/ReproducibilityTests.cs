using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Optimizers;
using NetGen.Training;
using Xunit;

namespace NetGen.Integration.Tests.Training;

/// <summary>The same seed gives the same bits, and so does a training that was interrupted, wherever that was.</summary>
public class ReproducibilityTests
{
    private const int Epochs = 5;

    private static readonly Dataset<float> Data = TrainingSamples.Clusters(50, seed: 1);

    [Theory]
    [InlineData("Sgd")]
    [InlineData("Momentum")]
    [InlineData("AdamW")]
    public void The_same_seed_gives_the_same_bits(string optimizer)
    {
        var first = new Session(optimizer, seed: 3);
        var second = new Session(optimizer, seed: 3);
        var other = new Session(optimizer, seed: 4);
        CheckEqual(first.Parameters, first.Trainer.Fit(Data, Epochs), second.Parameters, second.Trainer.Fit(Data, Epochs));
        other.Trainer.Fit(Data, Epochs);
        Assert.NotEqual(first.Parameters(), other.Parameters());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1.0)]
    public void Any_number_of_cores_gives_the_same_bits(double? clipNorm)
    {
        Dataset<float> noise = TrainingSamples.Noise(700, 40, 10, seed: 1);
        int before = Parallelism.MaxDegreeOfParallelism;
        Assert.Equal(Run(1), Run(int.MaxValue));
        Assert.Equal(before, Parallelism.MaxDegreeOfParallelism);

        float[] Run(int cores)
        {
            var network = new LargeNetwork();
            new Trainer<float>(network, new Adam<float>()) { BatchSize = 120, MaxDegreeOfParallelism = cores, ClipNorm = clipNorm }.Fit(noise, 2);
            return network.Parameters.ToArray();
        }
    }

    [Theory]
    [InlineData("Sgd")]
    [InlineData("Momentum")]
    [InlineData("AdamW")]
    public void Training_that_is_resumed_at_any_step_ends_with_the_same_bits(string optimizer)
    {
        var whole = new Session(optimizer, seed: 3);
        List<Saved> checkpoints = [];
        whole.Trainer.CheckpointInterval = 1;
        whole.Trainer.Checkpoint = state => checkpoints.Add(new Saved(whole, state));
        TrainingHistory expected = whole.Trainer.Fit(Data, Epochs);
        Assert.Equal(Epochs * whole.Trainer.StepsPerEpoch(Data), checkpoints.Count);

        foreach (Saved checkpoint in checkpoints)
        {
            var resumed = new Session(optimizer, seed: 3);
            checkpoint.Restore(resumed);
            CheckEqual(whole.Parameters, expected, resumed.Parameters, resumed.Trainer.Resume(checkpoint.State, Data, Epochs));
        }
    }

    [Theory]
    [InlineData("Sgd")]
    [InlineData("AdamW")]
    public void Training_that_is_cancelled_can_go_on(string optimizer)
    {
        var whole = new Session(optimizer, seed: 3);
        TrainingHistory expected = whole.Trainer.Fit(Data, Epochs);

        var cancelled = new Session(optimizer, seed: 3);
        using var source = new CancellationTokenSource();
        cancelled.Trainer.CheckpointInterval = 1;
        cancelled.Trainer.Checkpoint = state =>
        {
            if (state is { Epoch: 2, Step: 3 })
            {
                source.Cancel();
            }
        };
        Assert.Throws<OperationCanceledException>(() => cancelled.Trainer.Fit(Data, Epochs, null, source.Token));
        Assert.All(cancelled.Parameters(), parameter => Assert.True(float.IsFinite(parameter)));
        CheckEqual(whole.Parameters, expected, cancelled.Parameters, cancelled.Trainer.Resume(cancelled.Trainer.Capture(), Data, Epochs));
    }

    [Fact]
    public void Training_can_be_continued_to_more_epochs()
    {
        // Early stopping would give the best parameters back at the end of the first part.
        var whole = new Session("AdamW", seed: 3) { Trainer = { EarlyStopping = null } };
        var parts = new Session("AdamW", seed: 3) { Trainer = { EarlyStopping = null } };
        TrainingHistory expected = whole.Trainer.Fit(Data, Epochs);
        parts.Trainer.Fit(Data, 2);
        CheckEqual(whole.Parameters, expected, parts.Parameters, parts.Trainer.Resume(parts.Trainer.Capture(), Data, Epochs));
    }

    [Fact]
    public void A_state_that_does_not_belong_here_is_refused()
    {
        var session = new Session("AdamW", seed: 3);
        session.Trainer.Fit(Data, 2);
        Refused("The Seed of the state is '9'; expected '3', as this training has.", state => state.Seed = 9);
        Refused("The BatchSize of the state is '7'; expected '8'", state => state.BatchSize = 7);
        Refused("The SampleCount of the state is '1'; expected '40'", state => state.SampleCount = 1);
        Refused("The MetricNames of the state is 'MAE'; expected 'accuracy'", state => state.MetricNames = ["MAE"]);
        Refused("The number of Losses of the state is '2'; expected '1'", state => state.Epoch = 1);
        Refused("The number of ValidationLosses of the state is '0'; expected '2'", state => state.ValidationLosses = []);
        Refused("The number of values of a metric of the state is '0'; expected '2'", state => state.Metrics = [[]]);
        Refused("The Step of the state is '6'; expected '0 to 5'", state => state.Step = 6);
        Refused("The BestEpoch of the state is '-1'; expected '0 to 2'", state => state.BestEpoch = -1);
        Refused($"The number of BestParameters of the state is '0'; expected '{ClusterNetwork.ParameterCount}'", state => state.BestParameters = []);

        void Refused(string message, Action<TrainingState<float>> damage)
        {
            TrainingState<float> state = session.Trainer.Capture();
            damage(state);
            float[] before = session.Parameters();
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => session.Trainer.Resume(state, Data, Epochs)).Message, StringComparison.Ordinal);
            Assert.Equal(before, session.Parameters());
        }
    }

    private static void CheckEqual(Func<float[]> expected, TrainingHistory expectedHistory, Func<float[]> actual, TrainingHistory history)
    {
        Assert.Equal(expected(), actual());
        Assert.Equal(expectedHistory.Loss, history.Loss);
        Assert.Equal(expectedHistory.ValidationLoss, history.ValidationLoss);
        Assert.Equal(expectedHistory.LearningRate, history.LearningRate);
        Assert.Equal(expectedHistory["accuracy"], history["accuracy"]);
        Assert.Equal(expectedHistory.BestEpoch, history.BestEpoch);
        Assert.Equal(expectedHistory.StopReason, history.StopReason);
    }

    /// <summary>A network and a trainer with every option that has a state.</summary>
    private sealed class Session
    {
        private readonly ClusterNetwork _network = new();

        public Session(string optimizer, ulong seed)
        {
            IOptimizer<float> chosen = optimizer switch
            {
                "Sgd" => new Sgd<float>(0.5),
                "Momentum" => new Sgd<float>(0.2, momentum: 0.9),
                _ => new AdamW<float>(0.05),
            };
            Trainer = new Trainer<float>(_network, chosen)
            {
                BatchSize = 8, Seed = seed, ValidationSplit = 0.2, Schedule = Schedule.WarmUp(4, Schedule.Cosine(11)), ScheduleUnit = ScheduleUnit.Step,
                EarlyStopping = new EarlyStopping(patience: 2, minDelta: 0.02),
            };
        }

        public Trainer<float> Trainer { get; }

        public ClusterNetwork Network => _network;

        public float[] Parameters() => _network.Parameters.ToArray();
    }

    /// <summary>What a checkpoint holds.</summary>
    private sealed class Saved(Session session, TrainingState<float> state)
    {
        private readonly float[] _parameters = session.Parameters();
        private readonly long _stepCount = session.Trainer.Optimizer.StepCount;
        private readonly float[][] _states =
            [.. Enumerable.Range(0, session.Trainer.Optimizer.StateCount).Select(i => session.Trainer.Optimizer.State(i).ToArray())];

        public TrainingState<float> State { get; } = state;

        public void Restore(Session target)
        {
            _parameters.CopyTo(target.Network.Parameters);
            IOptimizer<float> optimizer = target.Trainer.Optimizer;
            optimizer.Reset(_parameters.Length);
            optimizer.StepCount = _stepCount;
            for (int i = 0; i < _states.Length; i++)
            {
                _states[i].CopyTo(optimizer.State(i));
            }
        }
    }
}
