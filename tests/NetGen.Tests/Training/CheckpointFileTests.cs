using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Data;
using NetGen.Optimizers;
using NetGen.Persistence;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>When a trainer writes its file, and what happens when it cannot.</summary>
public sealed class CheckpointFileTests : IDisposable
{
    private static readonly Dataset<double> Ten = ScriptedNetwork.Samples(10);

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public CheckpointFileTests() => _path = _folder["run.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_written_at_the_start_at_the_intervals_and_at_the_end()
    {
        Assert.Equal(
            ["0.0 0", "0.0 0", "1.0 2", "1.0 2", "2.0 4", "2.0 4", "3.0 6"],
            Files(new CheckpointFile(_path)));
        Assert.Equal(
            ["0.0 0", "0.0 0", "0.0 0", "0.0 0", "2.0 4", "2.0 4", "3.0 6"],
            Files(new CheckpointFile(_path) { EveryEpochs = 2 }));
        Assert.Equal(
            ["0.0 0", "0.1 1", "1.0 2", "1.1 3", "2.0 4", "2.1 5", "3.0 6"],
            Files(new CheckpointFile(_path) { EverySteps = 1 }));
        Assert.Equal(
            ["0.0 0", "0.1 1", "1.0 2", "1.1 3", "2.0 4", "2.1 5", "3.0 6"],
            Files(new CheckpointFile(_path) { EverySteps = 1, EveryEpochs = 3 }));
        Assert.Equal(
            ["0.0 0", "0.0 0", "1.0 2", "1.0 2", "2.0 4", "2.0 4", "3.0 6"],
            Files(new CheckpointFile(_path) { EverySteps = 2, EveryEpochs = 3 }));
        Assert.Equal(
            ["0.0 0", "0.0 0", "0.0 0", "0.0 0", "0.0 0", "0.0 0", "3.0 6"],
            Files(new CheckpointFile(_path) { EverySteps = 3, EveryEpochs = 4 }));
    }

    [Fact]
    public void It_is_written_where_training_stops_early()
    {
        var network = new ScriptedNetwork { EvaluationLoss = batch => batch };
        var trainer = new Trainer<double>(network, new Sgd<double>(1))
        {
            BatchSize = 5, ValidationData = Ten, EarlyStopping = new EarlyStopping(patience: 2), CheckpointFile = new CheckpointFile(_path) { EveryEpochs = 100 },
        };
        TrainingHistory history = trainer.Fit(Ten, 50);
        Assert.Equal(StopReason.EarlyStopping, history.StopReason);
        Assert.Equal(2, network.Parameter);

        // The last parameters, with which training would go on, and the best.
        Assert.Equal("3.0 6", Content());
        Assert.Equal([2.0], Checkpoint.Load(_path).Get<double>("best_parameters"));
    }

    [Fact]
    public void A_loss_that_is_not_finite_is_not_written()
    {
        var network = new ScriptedNetwork { TrainingLoss = batch => batch == 5 ? double.NaN : 1 };
        Assert.Throws<NotFiniteNumberException>(() => NewTrainer(network).Fit(Ten, 10));
        Assert.Equal("2.0 4", Content());

        network = new ScriptedNetwork { TrainingLoss = batch => batch == 1 ? double.NaN : 1 };
        Trainer<double> trainer = NewTrainer(network);
        trainer.NonFiniteLoss = NonFiniteLoss.Stop;
        Assert.Equal(2, trainer.Fit(Ten, 10).EpochCount);
        Assert.Equal("2.0 4", Content());
    }

    [Fact]
    public void A_learning_rate_that_was_set_by_hand_goes_on()
    {
        var trainer = NewTrainer(new ScriptedNetwork());
        trainer.Fit(Ten, 2, new Reports(progress => trainer.Optimizer.LearningRate = 8));
        var network = new ScriptedNetwork();
        TrainingHistory history = NewTrainer(network).Fit(Ten, 3);
        Assert.Equal([8.0, 8], network.LearningRates);
        Assert.Equal([1.0, 8, 8], history.LearningRate);

        // Both the one that training started from and the one that it had in the end.
        Assert.Equal(4, trainer.Fit(Ten, 4).EpochCount);
        Assert.Equal(5, NewTrainer(new ScriptedNetwork()).Fit(Ten, 5).EpochCount);
    }

    [Fact]
    public void An_optimizer_of_the_users_own_is_known_by_its_name_and_its_state()
    {
        Trainer<double> trainer = Own(new MeanOptimizer());
        trainer.Fit(Ten, 2);
        Assert.Contains("optimizer.mean", Checkpoint.Load(_path).Names);

        Trainer<double> resumed = Own(new MeanOptimizer());
        resumed.Fit(Ten, 3);
        Assert.Equal(6, resumed.Optimizer.StepCount);
        Assert.Equal([-6.0], resumed.Optimizer.State(0).ToArray());

        var error = Assert.Throws<InvalidDataException>(() => NewTrainer(new ScriptedNetwork()).Fit(Ten, 3));
        Assert.Contains("expected Optimizer 'Sgd(momentum: 0, dampening: 0, weightDecay: 0, nesterov: False)', found 'MeanOptimizer(mean)'", error.Message, StringComparison.Ordinal);

        Trainer<double> Own(IOptimizer<double> optimizer) =>
            new(new ScriptedNetwork(), optimizer) { BatchSize = 5, CheckpointFile = new CheckpointFile(_path) };
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_an_error_before_the_first_step()
    {
        var network = new ScriptedNetwork();
        string missing = Path.Combine(_folder["missing"], "run.safetensors");
        Trainer<double> trainer = NewTrainer(network);
        trainer.CheckpointFile = new CheckpointFile(missing);
        Assert.StartsWith($"{missing} could not be written: ", Assert.Throws<IOException>(() => trainer.Fit(Ten, 2)).Message, StringComparison.Ordinal);
        Assert.Empty(network.Batches);

        string folder = Directory.CreateDirectory(_folder["folder"]).FullName;
        trainer.CheckpointFile = new CheckpointFile(folder);
        Assert.StartsWith($"{folder} could not be written: ", Assert.Throws<IOException>(() => trainer.Fit(Ten, 2)).Message, StringComparison.Ordinal);
        Assert.Empty(network.Batches);
    }

    [Fact]
    public void A_read_only_folder_is_an_error_before_the_first_step_and_keeps_its_file()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        NewTrainer(new ScriptedNetwork()).Fit(Ten, 2);
        File.SetUnixFileMode(_path, File.GetUnixFileMode(_path) | UnixFileMode.OtherRead);
        byte[] file = File.ReadAllBytes(_path);
        var network = new ScriptedNetwork();
        IOException error = ReadOnlyFolder.Run(_folder.Path, () => Assert.Throws<IOException>(() => NewTrainer(network).Fit(Ten, 3)));

        Assert.StartsWith($"{_path} could not be written: Access to the path", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("The file that was there is untouched.", error.Message, StringComparison.Ordinal);
        Assert.Equal(file, File.ReadAllBytes(_path));
        Assert.Empty(network.Batches);
    }

    [Fact]
    public void What_was_learned_before_a_write_failed_is_not_lost()
    {
        string folder = Directory.CreateDirectory(_folder["gone"]).FullName;
        var network = new ScriptedNetwork();
        network.TrainingLoss = batch =>
        {
            if (batch == 3)
            {
                Directory.Delete(folder, recursive: true);
            }

            return batch;
        };
        Trainer<double> trainer = NewTrainer(network);
        trainer.CheckpointFile = new CheckpointFile(Path.Combine(folder, "run.safetensors"));
        Assert.Throws<IOException>(() => trainer.Fit(Ten, 3));
        Assert.Equal(4, network.Parameter);

        trainer.CheckpointFile = new CheckpointFile(_path);
        TrainingHistory history = trainer.Resume(trainer.Capture(), Ten, 3);
        Assert.Equal(6, network.Parameter);
        Assert.Equal([0.5, 2.5, 4.5], history.Loss);
        Assert.Equal("3.0 6", Content());
    }

    [Fact]
    public void Wrong_options_are_errors()
    {
        Assert.Throws<ArgumentNullException>(() => new CheckpointFile(null!));
        Assert.StartsWith("path is empty; expected the name of a file.", Assert.Throws<ArgumentException>(() => new CheckpointFile("")).Message, StringComparison.Ordinal);
        Assert.StartsWith("EveryEpochs is 0; expected at least 1.", Assert.Throws<ArgumentOutOfRangeException>(() => new CheckpointFile("a") { EveryEpochs = 0 }).Message, StringComparison.Ordinal);
        Assert.StartsWith("EverySteps is -1; expected at least 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new CheckpointFile("a") { EverySteps = -1 }).Message, StringComparison.Ordinal);
    }

    /// <summary>What the file holds before each of six steps, two of which are an epoch, and in the end.</summary>
    private List<string> Files(CheckpointFile file)
    {
        File.Delete(_path);
        List<string> files = [];
        var network = new ScriptedNetwork();
        network.TrainingLoss = _ =>
        {
            files.Add(Content());
            return 1;
        };
        Trainer<double> trainer = NewTrainer(network);
        trainer.CheckpointFile = file;
        trainer.Fit(Ten, 3);
        files.Add(Content());
        return files;
    }

    /// <summary>The epoch, the step, and the parameter, which counts the steps.</summary>
    private string Content()
    {
        Checkpoint checkpoint = Checkpoint.Load(_path);
        return FormattableString.Invariant($"{(int)checkpoint.Progress["epoch"]!}.{(int)checkpoint.Progress["step"]!} {checkpoint.Get<double>("parameters").Single()}");
    }

    private Trainer<double> NewTrainer(ScriptedNetwork network) => new(network, new Sgd<double>(1)) { BatchSize = 5, CheckpointFile = new CheckpointFile(_path) };

    private sealed class Reports(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }

    /// <summary>An optimizer as a user writes one: it sums up the gradients.</summary>
    private sealed class MeanOptimizer : IOptimizer<double>
    {
        private double[] _sums = [];

        public double LearningRate { get; set; } = 1;

        public long StepCount { get; set; }

        public int StateCount => 1;

        public string StateName(int index) => "mean";

        public Span<double> State(int index) => _sums;

        public void Reset(int length)
        {
            _sums = new double[length];
            StepCount = 0;
        }

        public void BeginStep(int length)
        {
            if (_sums.Length == 0)
            {
                _sums = new double[length];
            }

            StepCount++;
        }

        public void Update(int offset, Span<double> parameters, ReadOnlySpan<double> gradients)
        {
            for (int i = 0; i < parameters.Length; i++)
            {
                _sums[offset + i] += gradients[i];
                parameters[i] -= LearningRate * _sums[offset + i] / StepCount;
            }
        }

        public void Step(Span<double> parameters, ReadOnlySpan<double> gradients)
        {
            BeginStep(parameters.Length);
            Update(0, parameters, gradients);
        }
    }
}
