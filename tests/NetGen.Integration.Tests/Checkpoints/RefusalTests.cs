using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using NetGen.Data;
using NetGen.Integration.Tests.Training;
using NetGen.Optimizers;
using NetGen.Persistence;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;

namespace NetGen.Integration.Tests.Checkpoints;

/// <summary>The file of another run, or one that is damaged, is refused before anything changes, and the message says what is wrong.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly Dataset<float> Data = TrainingSamples.Clusters(60, seed: 1);

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly byte[] _file;

    public RefusalTests()
    {
        _path = _folder["run.safetensors"];
        NewTrainer().Fit(Data, 2);
        _file = File.ReadAllBytes(_path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_differs_is_named()
    {
        Refused("expected BatchSize '16', found '8'", NewTrainer(trainer => trainer.BatchSize = 16));
        Refused("expected Seed '9', found '3'", NewTrainer(trainer => trainer.Seed = 9));
        Refused("expected Shuffle 'False', found 'True'", NewTrainer(trainer => trainer.Shuffle = false));
        Refused("expected Metrics 'MAE', found 'accuracy'", NewTrainer(trainer => trainer.Metrics = [new MeanAbsoluteError<float>()]));
        Refused("expected ClipNorm 'none', found '1.5'; expected ClipValue '0.5', found 'none'", NewTrainer(trainer => (trainer.ClipNorm, trainer.ClipValue) = (null, 0.5)));
        Refused("expected EarlyStopping 'minDelta: 0.25, metric: accuracy', found 'minDelta: 0, metric: loss'", NewTrainer(trainer => trainer.EarlyStopping = new(9, 0.25, "accuracy")));
        Refused("expected EarlyStopping 'none', found 'minDelta: 0, metric: loss'", NewTrainer(trainer => trainer.EarlyStopping = null));
        Refused("expected Schedule 'none', found 'by Epoch'", NewTrainer(trainer => trainer.Schedule = null));
        Refused("expected Schedule 'by Step', found 'by Epoch'", NewTrainer(trainer => trainer.ScheduleUnit = ScheduleUnit.Step));
        Refused("expected the learning rate of epoch 2 of the Schedule to be 0.005, found 0.009", NewTrainer(trainer => trainer.Schedule = Schedule.Exponential(0.5)));
        Refused("expected LearningRate 0.02, found 0.01", NewTrainer(optimizer: new Adam<float>(0.02)));
        Refused(
            "expected Optimizer 'Adam(beta1: 0.8, beta2: 0.999, eps: 1E-08, weightDecay: 0, amsgrad: False)', found 'Adam(beta1: 0.9,",
            NewTrainer(optimizer: new Adam<float>(0.01, beta1: 0.8)));
        Refused("expected Optimizer 'AdamW(beta1: 0.9,", NewTrainer(optimizer: new AdamW<float>(0.01)));
        Refused("expected Optimizer 'Sgd(momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: False)', found 'Adam(", NewTrainer(optimizer: new Sgd<float>(0.01, momentum: 0.9)));
        Refused("expected Optimizer 'RmsProp(alpha: 0.99,", NewTrainer(optimizer: new RmsProp<float>()));
        Refused("expected Optimizer 'AdaGrad(learningRateDecay: 0,", NewTrainer(optimizer: new AdaGrad<float>()));
        Refused("expected number of samples '56', found '48'; expected number of validation samples '14', found '12'", NewTrainer(), TrainingSamples.Clusters(70, seed: 1));
        Refused("expected number of validation samples '9', found '12'", NewTrainer(trainer =>
        {
            trainer.ValidationSplit = 0;
            trainer.ValidationData = Data.Slice(0, 9);
        }), Data.Slice(0, 48));
        Refused("expected Network 'Dense W[2,12] b[12] Tanh; ", NewTrainer(network: new OtherClusterNetwork()));
        Refused("expected BatchSize '16', found '8'; expected Seed '9', found '3'", NewTrainer(trainer => (trainer.BatchSize, trainer.Seed) = (16, 9)));
    }

    [Fact]
    public void What_decides_only_when_a_run_ends_may_change()
    {
        Trainer<float> trainer = NewTrainer(trainer => trainer.EarlyStopping = new EarlyStopping(100));
        trainer.ReportInterval = TimeSpan.Zero;
        Assert.Equal(4, trainer.Fit(Data, 4).EpochCount);
    }

    [Fact]
    public void Other_files_are_refused()
    {
        var network = new ClusterNetwork();
        NetworkFile.Save(network, _path);
        Refused("is no checkpoint; expected netgen.checkpoint in its metadata.", NewTrainer(), exact: true);

        var checkpoint = new Checkpoint();
        checkpoint.Add<float>("parameters", network.Parameters);
        checkpoint.Save(_path);
        Refused("is a checkpoint, but not of a Trainer; expected settings in its metadata.", NewTrainer(), exact: true);

        File.WriteAllText(_path, "no safetensors file");
        Refused("is no safetensors file: the header claims ", NewTrainer(), exact: true);
    }

    [Fact]
    public void Damaged_files_are_refused()
    {
        Damaged("has no whole number from 0 to 2147483647 as epoch in its metadata.", file => file.Progress["epoch"] = -1);
        Damaged("has no whole number from 0 to 2147483647 as step in its metadata.", file => file.Progress.Remove("step"));
        Damaged("has no whole number from 0 to 9223372036854775807 as optimizer_steps in its metadata.", file => file.Progress["optimizer_steps"] = "many");
        Damaged("contradicts itself: The number of Losses of the state is '2'; expected '3', as this training has", file => file.Progress["epoch"] = 3);
        Damaged("contradicts itself: The Step of the state is '7'; expected '0 to 6'", file => file.Progress["step"] = 7);
        Damaged("contradicts itself: The BestEpoch of the state is '3'; expected '0 to 2'", file => file.Progress["best_epoch"] = 3);
        Damaged("contradicts itself: The number of BestParameters of the state is '116'; expected '0'", file => file.Progress["best_epoch"] = 0);
        Damaged("holds another run: expected Seed '3', found none. Remove", file => file.Progress["settings"]!.AsObject().Remove("Seed"));
        Damaged("has 0 learning rates of a schedule; expected 256.", file => file.Add<double>("schedule", []));
        Damaged("holds another run: expected the learning rate of epoch 1 of the Schedule to be 0.01, found NaN.", file => file.Add<double>("schedule", [.. Enumerable.Repeat(double.NaN, 256)]));
        Damaged("tensor 'parameters': is F32 [1]; expected F32 [116].", file => file.Add<float>("parameters", [1]));
        Damaged("tensor 'optimizer.exp_avg': is F64 [116]; expected F32 [116].", file => file.Add<double>("optimizer.exp_avg", new double[116]));
        Damaged("tensor 'history.loss': is missing; found ", file => file.Add<double>("history.loss.", []), "history.loss");
    }

    [Fact]
    public void Whatever_a_file_holds_it_is_taken_or_refused()
    {
        var random = new Random(20260101);
        int refused = 0;
        for (int i = 0; i < 1_000; i++)
        {
            byte[] mutated = [.. _file];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                // Most of them in the header, where there is most to break.
                mutated[random.Next(4) == 0 ? random.Next(mutated.Length) : random.Next(3_000)] ^= (byte)(1 << random.Next(8));
            }

            if (random.Next(5) == 0)
            {
                mutated = mutated[..random.Next(mutated.Length)];
            }

            File.WriteAllBytes(_path, mutated);
            Trainer<float> trainer = NewTrainer();
            float[] before = Numbers(trainer);
            try
            {
                trainer.Fit(Data, 2);
            }
            catch (InvalidDataException)
            {
                refused++;
                Assert.Equal(before, Numbers(trainer));
                Assert.Equal(mutated, File.ReadAllBytes(_path));
            }
        }

        Assert.InRange(refused, 500, 999);
    }

    private void Damaged(string message, Action<Checkpoint> damage, string? without = null)
    {
        // A checkpoint takes no array twice: it is copied without those that the damage adds.
        var damaged = new Checkpoint();
        Checkpoint original = Checkpoint.Load(new MemoryStream(_file));
        foreach ((string name, JsonNode? value) in original.Progress)
        {
            damaged.Progress[name] = value?.DeepClone();
        }

        damage(damaged);
        foreach (string name in original.Names.Where(name => !damaged.Names.Contains(name) && name != without))
        {
            if (name.Contains("parameters", StringComparison.Ordinal) || name.StartsWith("optimizer.", StringComparison.Ordinal))
            {
                damaged.Add<float>(name, original.Get<float>(name));
            }
            else
            {
                damaged.Add<double>(name, original.Get<double>(name));
            }
        }

        damaged.Save(_path);
        Refused(message, NewTrainer(), exact: true);
    }

    private void Refused(string message, Trainer<float> trainer, Dataset<float>? data = null, bool exact = false)
    {
        float[] before = Numbers(trainer);
        byte[] file = File.ReadAllBytes(_path);

        var error = Assert.Throws<InvalidDataException>(() => trainer.Fit(data ?? Data, 5));
        Assert.StartsWith($"{_path}: {(exact ? "" : "holds another run: ")}{message}", error.Message, StringComparison.Ordinal);
        if (!exact)
        {
            Assert.EndsWith(". Remove the file to start anew.", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Numbers(trainer));
        Assert.Equal(file, File.ReadAllBytes(_path));
        Assert.Throws<InvalidOperationException>(() => trainer.Capture());
    }

    private static float[] Numbers(Trainer<float> trainer) =>
    [
        .. trainer.Network.Parameters, (float)trainer.Optimizer.LearningRate, trainer.Optimizer.StepCount,
        .. Enumerable.Range(0, trainer.Optimizer.StateCount).SelectMany(i => trainer.Optimizer.State(i).ToArray()),
    ];

    private Trainer<float> NewTrainer(Action<Trainer<float>>? change = null, IOptimizer<float>? optimizer = null, ITrainableNetwork<float>? network = null)
    {
        var trainer = new Trainer<float>(network ?? new ClusterNetwork(), optimizer ?? new Adam<float>(0.01))
        {
            BatchSize = 8, Seed = 3, ValidationSplit = 0.2, ClipNorm = 1.5, Schedule = Schedule.Exponential(0.9), EarlyStopping = new EarlyStopping(9),
            CheckpointFile = new CheckpointFile(_path),
        };
        change?.Invoke(trainer);
        return trainer;
    }
}
