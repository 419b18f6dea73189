using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using NetGen.Integration.Tests.Training;
using NetGen.Persistence;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;

namespace NetGen.Integration.Tests.Checkpoints;

/// <summary>A run that goes on from its file ends with the bits of one that was never stopped, wherever that was.</summary>
public sealed class CheckpointFileTests : IDisposable
{
    private const int Epochs = 3;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Optimizers => [.. CheckpointRun.Optimizers];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void From_every_file_that_was_ever_there(string optimizer)
    {
        string path = _folder["whole.safetensors"];
        List<byte[]> files = [];
        var whole = new CheckpointRun(path, optimizer);
        TrainingHistory expected = whole.Fit(Epochs, new Reports(_ => files.Add(File.ReadAllBytes(path))));
        Assert.Equal(Epochs * CheckpointRun.StepsPerEpoch, files.Count);
        Assert.Equal(files[^1], File.ReadAllBytes(path));

        foreach (byte[] file in files)
        {
            string resumedPath = _folder.Write("resumed.safetensors", file);
            var resumed = new CheckpointRun(resumedPath, optimizer);
            CheckEqual(expected, whole, resumed.Fit(Epochs), resumed);
            Assert.Equal(files[^1], File.ReadAllBytes(resumedPath));
        }
    }

    [Fact]
    public void Parameters_can_be_taken_from_it()
    {
        string path = _folder["run.safetensors"];
        var run = new CheckpointRun(path, "AdamW");
        run.Fit(Epochs);
        var other = new LargeNetwork();
        Checkpoint.Load(path).CopyTo("best_parameters", other, other.Parameters);
        Assert.Equal(run.Trainer.Network.Parameters, other.Parameters);
        Checkpoint.Load(path).CopyTo("parameters", other, other.Parameters);
        Assert.NotEqual(run.Trainer.Network.Parameters.ToArray(), other.Parameters.ToArray());
        Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path).CopyTo("parameters", new ClusterNetwork(), new float[ClusterNetwork.StorageLength]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(13)]
    public void From_where_it_was_cancelled(int steps)
    {
        var whole = new CheckpointRun(_folder["whole.safetensors"], "AdamW");
        TrainingHistory expected = whole.Fit(Epochs);

        // Epochs are too long to wait for their end: what was done is written when training is cancelled.
        string path = _folder["cancelled.safetensors"];
        var cancelled = new CheckpointRun(path, "AdamW") { Trainer = { CheckpointFile = new CheckpointFile(path) { EveryEpochs = 2 } } };
        using var source = new CancellationTokenSource();
        int reports = 0;
        Assert.Throws<OperationCanceledException>(() => cancelled.Fit(Epochs, new Reports(_ => CancelAfter(steps)), source.Token));
        Assert.Equal(steps, CheckpointRun.Steps(Checkpoint.Load(path)));

        var resumed = new CheckpointRun(path, "AdamW");
        CheckEqual(expected, whole, resumed.Fit(Epochs), resumed);

        void CancelAfter(int last)
        {
            if (++reports == last)
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void A_run_that_has_ended_gives_its_result_again_or_goes_on_to_more_epochs()
    {
        string path = _folder["run.safetensors"];
        var first = new CheckpointRun(path, "Momentum");
        TrainingHistory expected = first.Fit(Epochs);
        byte[] file = File.ReadAllBytes(path);

        int steps = 0;
        var again = new CheckpointRun(path, "Momentum");
        CheckEqual(expected, first, again.Fit(Epochs, new Reports(_ => steps++)), again);
        Assert.Equal(0, steps);
        Assert.Equal(file, File.ReadAllBytes(path));

        var longer = new CheckpointRun(path, "Momentum");
        var whole = new CheckpointRun(_folder["whole.safetensors"], "Momentum");
        CheckEqual(whole.Fit(Epochs + 2), whole, longer.Fit(Epochs + 2), longer);
    }

    [Fact]
    public void A_run_that_was_stopped_early_stays_stopped()
    {
        string path = _folder["run.safetensors"];
        CheckpointRun first = Impatient();
        TrainingHistory expected = first.Fit(100);
        Assert.Equal(StopReason.EarlyStopping, expected.StopReason);

        CheckpointRun again = Impatient();
        CheckEqual(expected, first, again.Fit(100), again);

        CheckpointRun Impatient() => new(path, "AdamW") { Trainer = { EarlyStopping = new EarlyStopping(patience: 2) } };
    }

    [Fact]
    public void The_file_holds_parameters_in_canonical_order()
    {
        string path = _folder["run.safetensors"];
        var run = new CheckpointRun(path, "AdamW") { Trainer = { EarlyStopping = null } };
        run.Fit(Epochs);
        Checkpoint checkpoint = Checkpoint.Load(path);

        float[] canonical = new float[run.Trainer.Network.ParameterCount];
        run.Trainer.Network.ToCanonical(run.Trainer.Network.Parameters, canonical);
        Assert.Equal(canonical, checkpoint.Get<float>("parameters"));
        Assert.Equal(
            [
                "best_parameters", "first_learning_rate", "history.learning_rate", "history.loss", "history.metric.0", "history.validation_loss", "learning_rate", "loss_sum",
                "optimizer.exp_avg", "optimizer.exp_avg_sq", "optimizer.max_exp_avg_sq", "parameters", "schedule",
            ],
            checkpoint.Names.Order(StringComparer.Ordinal));
    }

    private static void CheckEqual(TrainingHistory expected, CheckpointRun expectedRun, TrainingHistory history, CheckpointRun run)
    {
        Assert.Equal(expectedRun.Numbers(), run.Numbers());
        Assert.Equal(expected.Loss, history.Loss);
        Assert.Equal(expected.ValidationLoss, history.ValidationLoss);
        Assert.Equal(expected.LearningRate, history.LearningRate);
        Assert.Equal(expected["accuracy"], history["accuracy"]);
        Assert.Equal(expected.BestEpoch, history.BestEpoch);
        Assert.Equal(expected.StopReason, history.StopReason);
    }
}
