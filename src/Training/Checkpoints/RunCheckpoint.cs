using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using NetGen.Optimizers;
using NetGen.Persistence;
using NetGen.Persistence.Safetensors;

namespace NetGen.Training;

/// <summary>A run as its file holds it: where it stands, what belongs to that, and by which it is told from other runs.</summary>
internal sealed class RunCheckpoint<T>
    where T : unmanaged
{
    /// <summary>What else decides the bits of the run.</summary>
    public JsonObject Settings { get; set; } = [];

    /// <summary>How many epochs the run was to have.</summary>
    public int Epochs { get; set; }

    /// <summary>The learning rate that the optimizer had before the first step.</summary>
    public double FirstLearningRate { get; set; }

    /// <summary>The learning rates of the schedule at some steps of these epochs; empty without a schedule.</summary>
    public double[] Schedule { get; set; } = [];

    public TrainingState<T> State { get; set; } = new();

    /// <summary>The parameters in canonical order.</summary>
    public T[] Parameters { get; set; } = [];

    public long OptimizerSteps { get; set; }

    /// <summary>The states of the optimizer in canonical order, or none where it has not begun.</summary>
    public T[][] OptimizerStates { get; set; } = [];

    /// <summary>Takes the parameters and the optimizer's state as they are.</summary>
    public static RunCheckpoint<T> Capture(ITrainableNetwork<T> network, IOptimizer<T> optimizer, TrainingState<T> state)
    {
        // No state is there before the first step.
        bool hasBegun = Enumerable.Range(0, optimizer.StateCount).All(i => !optimizer.State(i).IsEmpty);
        return new RunCheckpoint<T>
        {
            State = state,
            Parameters = Canonical(network.Parameters),
            OptimizerSteps = optimizer.StepCount,
            OptimizerStates = [.. Enumerable.Range(0, hasBegun ? optimizer.StateCount : 0).Select(i => Canonical(optimizer.State(i)))],
        };

        T[] Canonical(ReadOnlySpan<T> stored)
        {
            T[] canonical = new T[network.ParameterCount];
            network.ToCanonical(stored, canonical);
            return canonical;
        }
    }

    /// <summary>Gives the network its parameters and the optimizer its state back; they have the right lengths.</summary>
    public void Restore(ITrainableNetwork<T> network, IOptimizer<T> optimizer)
    {
        network.FromCanonical(Parameters, network.Parameters);
        optimizer.Reset(network.StorageLength);
        optimizer.StepCount = OptimizerSteps;
        for (int i = 0; i < OptimizerStates.Length; i++)
        {
            network.FromCanonical(OptimizerStates[i], optimizer.State(i));
        }
    }

    public void Save(string path, IOptimizer<T> optimizer)
    {
        var file = new Checkpoint { NetworkFingerprint = (string?)Settings["Network"] };
        file.Progress["epoch"] = State.Epoch;
        file.Progress["step"] = State.Step;
        file.Progress["epochs"] = Epochs;
        file.Progress["best_epoch"] = State.BestEpoch;
        file.Progress["optimizer_steps"] = OptimizerSteps;
        file.Progress["settings"] = Settings.DeepClone();
        file.Add<T>("parameters", Parameters);
        file.Add<T>("best_parameters", State.BestParameters);
        for (int i = 0; i < OptimizerStates.Length; i++)
        {
            file.Add<T>("optimizer." + optimizer.StateName(i), OptimizerStates[i]);
        }

        // Not in the JSON, which has neither NaN nor infinity.
        file.Add<double>("loss_sum", [State.LossSum]);
        file.Add<double>("learning_rate", [State.LearningRate]);
        file.Add<double>("first_learning_rate", [FirstLearningRate]);
        file.Add<double>("schedule", Schedule);
        file.Add<double>("history.loss", State.Losses);
        file.Add<double>("history.learning_rate", State.LearningRates);
        file.Add<double>("history.validation_loss", State.ValidationLosses);
        for (int i = 0; i < State.Metrics.Length; i++)
        {
            file.Add<double>(MetricKey(i), State.Metrics[i]);
        }

        file.Save(path);
    }

    /// <summary>Loads a file and checks that it belongs to a run, as far as the run itself does not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="trainer">The trainer.</param>
    /// <param name="metrics">The names of the metrics.</param>
    /// <exception cref="InvalidDataException">It is damaged, or of another run.</exception>
    public static RunCheckpoint<T> Load(string path, JsonObject settings, Trainer<T> trainer, IReadOnlyList<string> metrics)
    {
        Checkpoint file = Checkpoint.Load(path);
        JsonObject found = file.Progress["settings"] as JsonObject
            ?? throw FileError.Of(path, $"is a checkpoint, but not of a Trainer; expected settings in its metadata");
        string[] differences = [.. RunSettings.Differences(found, settings)];
        if (differences.Length > 0)
        {
            throw AnotherRun(path, differences);
        }

        int stateCount = trainer.Optimizer.StateCount;
        long optimizerSteps = Whole(file, path, "optimizer_steps", long.MaxValue);
        bool hasBegun = optimizerSteps > 0 || Enumerable.Range(0, stateCount).Any(i => file.Names.Contains(StateKey(i)));
        var checkpoint = new RunCheckpoint<T>
        {
            Settings = found,
            Epochs = (int)Whole(file, path, "epochs", int.MaxValue),
            FirstLearningRate = Number(file, "first_learning_rate"),
            Schedule = file.Get<double>("schedule"),
            OptimizerSteps = optimizerSteps,
            Parameters = Numbers("parameters"),
            OptimizerStates = [.. Enumerable.Range(0, hasBegun ? stateCount : 0).Select(i => Numbers(StateKey(i)))],
            State = new TrainingState<T>
            {
                Epoch = (int)Whole(file, path, "epoch", int.MaxValue),
                Step = (int)Whole(file, path, "step", int.MaxValue),
                LossSum = Number(file, "loss_sum"),
                LearningRate = Number(file, "learning_rate"),
                Losses = file.Get<double>("history.loss"),
                LearningRates = file.Get<double>("history.learning_rate"),
                ValidationLosses = file.Get<double>("history.validation_loss"),
                MetricNames = [.. metrics],
                Metrics = [.. metrics.Select((_, i) => file.Get<double>(MetricKey(i)))],
                BestEpoch = (int)Whole(file, path, "best_epoch", int.MaxValue),
                BestParameters = file.Get<T>("best_parameters"),
            },
        };
        return checkpoint;

        string StateKey(int index) => "optimizer." + trainer.Optimizer.StateName(index);

        T[] Numbers(string name)
        {
            T[] numbers = new T[trainer.Network.ParameterCount];
            file.CopyTo<T>(name, numbers);
            return numbers;
        }
    }

    public static InvalidDataException AnotherRun(string path, params string[] differences) =>
        FileError.Of(path, $"holds another run: {string.Join("; ", differences)}. Remove the file to start anew");

    private static string MetricKey(int index) => FormattableString.Invariant($"history.metric.{index}");

    private static double Number(Checkpoint file, string name)
    {
        double[] number = new double[1];
        file.CopyTo<double>(name, number);
        return number[0];
    }

    private static long Whole(Checkpoint file, string path, string name, long largest) =>
        file.Progress[name] is JsonValue value && value.TryGetValue(out long number) && number >= 0 && number <= largest
            ? number
            : throw FileError.Of(path, $"has no whole number from 0 to {largest} as {name} in its metadata");
}
