using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using NetGen.Persistence.Safetensors;

namespace NetGen.Training;

// The file of a run: when it is written, and how a run goes on from it.
internal sealed partial class TrainingRun<T>
{
    private const int SchedulePoints = 256;

    // Schedules are computed with functions of which other machines have other last bits.
    private const double ScheduleTolerance = 1e-9;

    private double _firstLearningRate;
    private (int Epoch, int Step)? _written;

    /// <summary>Goes on from the trainer's file, if it is there. All of it is checked before anything changes.</summary>
    /// <exception cref="System.IO.InvalidDataException">The file is damaged, or of another run.</exception>
    public void RestoreFile()
    {
        if (_trainer.CheckpointFile is not { Exists: true } file)
        {
            return;
        }

        RunCheckpoint<T> checkpoint = RunCheckpoint<T>.Load(file.Path, Settings(), _trainer, _history.MetricNames);
        checkpoint.State.Seed = _trainer.Seed;
        checkpoint.State.BatchSize = _trainer.BatchSize;
        checkpoint.State.SampleCount = _batches.SampleCount;
        CheckLearningRates(checkpoint, file.Path);
        try
        {
            Restore(checkpoint.State);
        }
        catch (ArgumentException error)
        {
            throw FileError.Of(file.Path, $"contradicts itself: {error.Message.TrimEnd('.')}", error);
        }

        checkpoint.Restore(_trainer.Network, _optimizer);
        _firstLearningRate = checkpoint.FirstLearningRate;
    }

    private void BeginFile()
    {
        // A folder that takes no file shows now, and not after the first epoch.
        if (EpochsDone < _epochs && _best is not { ShouldStop: true })
        {
            WriteFile();
        }
    }

    private void EndFile()
    {
        // What led to a loss that is not finite is not worth keeping.
        if (_history.StopReason != StopReason.NonFiniteLoss && _written is not null)
        {
            WriteFile();
        }
    }

    private void WriteFile()
    {
        if (_trainer.CheckpointFile is not { } file || _written == (EpochsDone, _step))
        {
            return;
        }

        RunCheckpoint<T> checkpoint = RunCheckpoint<T>.Capture(_trainer.Network, _optimizer, Capture());
        checkpoint.Settings = Settings();
        checkpoint.Epochs = _epochs;
        checkpoint.FirstLearningRate = _firstLearningRate;
        checkpoint.Schedule = ScheduledLearningRates(_epochs);
        checkpoint.Save(file.Path, _optimizer);
        _written = (EpochsDone, _step);
    }

    private JsonObject Settings() => RunSettings.Of(_trainer, _batches.SampleCount, _validation?.SampleCount ?? 0, _history.MetricNames);

    /// <summary>What the schedule does in so many epochs, at evenly spaced steps; nothing where there is none.</summary>
    private double[] ScheduledLearningRates(int epochs) => _trainer.Schedule is { } schedule
        ? [.. Enumerable.Range(0, SchedulePoints).Select(point => schedule.LearningRate(_initialLearningRate, SchedulePoint(epochs, point)))]
        : [];

    /// <summary>The epoch or the step, whichever the schedule counts.</summary>
    private long SchedulePoint(int epochs, int point)
    {
        long end = _trainer.ScheduleUnit == ScheduleUnit.Epoch ? epochs : (long)epochs * _batches.BatchCount;
        return (long)((double)end * point / SchedulePoints);
    }

    /// <summary>The optimizer has the learning rate from which the run started, or that which it had in the end; and the schedule is the same.</summary>
    private void CheckLearningRates(RunCheckpoint<T> checkpoint, string path)
    {
        double initial = _optimizer.LearningRate;
        if (initial != checkpoint.FirstLearningRate && initial != checkpoint.State.LearningRate)
        {
            throw RunCheckpoint<T>.AnotherRun(path, RunSettings.Difference("LearningRate", Text(initial), Text(checkpoint.FirstLearningRate)));
        }

        double[] expected = ScheduledLearningRates(checkpoint.Epochs);
        if (expected.Length != checkpoint.Schedule.Length)
        {
            throw FileError.Of(path, $"has {checkpoint.Schedule.Length} learning rates of a schedule; expected {expected.Length}");
        }

        for (int i = 0; i < expected.Length; i++)
        {
            double found = checkpoint.Schedule[i];
            if (!(Math.Abs(found - expected[i]) <= ScheduleTolerance * Math.Abs(expected[i])))
            {
                string at = $"the learning rate of {_trainer.ScheduleUnit.ToString().ToLowerInvariant()} {Text(SchedulePoint(checkpoint.Epochs, i) + 1)} of the Schedule to be";
                throw RunCheckpoint<T>.AnotherRun(path, RunSettings.Difference(at, Text(expected[i]), Text(found)));
            }
        }
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
