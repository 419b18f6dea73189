using System;
using System.Globalization;
using System.Linq;

namespace NetGen.Training;

// Where training stands, as plain numbers, and back.
internal sealed partial class TrainingRun<T>
{
    public TrainingState<T> Capture() => new()
    {
        Epoch = EpochsDone,
        Step = _step,
        LossSum = _lossSum,
        LearningRate = _trainer.Schedule is null ? _optimizer.LearningRate : _initialLearningRate,
        Seed = _trainer.Seed,
        BatchSize = _trainer.BatchSize,
        SampleCount = _batches.SampleCount,
        Losses = [.. _history.Loss],
        LearningRates = [.. _history.LearningRate],
        ValidationLosses = [.. _history.ValidationLoss],
        MetricNames = [.. _history.MetricNames],
        Metrics = [.. _history.MetricNames.Select(name => _history[name].ToArray())],
        BestEpoch = _history.BestEpoch,
        BestParameters = _best?.ToCanonical() ?? [],
    };

    /// <exception cref="ArgumentException">The state belongs to other data or options.</exception>
    public void Restore(TrainingState<T> state)
    {
        // What decides the order of the samples, and what the history holds.
        Require("Seed", state.Seed, _trainer.Seed);
        Require("BatchSize", state.BatchSize, _trainer.BatchSize);
        Require("SampleCount", state.SampleCount, _batches.SampleCount);
        Require("MetricNames", string.Join(", ", state.MetricNames), string.Join(", ", _history.MetricNames));
        Require("number of Losses", state.Losses.Length, state.Epoch);
        Require("number of LearningRates", state.LearningRates.Length, state.Epoch);
        Require("number of ValidationLosses", state.ValidationLosses.Length, _validation is null ? 0 : state.Epoch);
        Require("number of Metrics", state.Metrics.Length, _metrics.Length);
        foreach (double[] values in state.Metrics)
        {
            Require("number of values of a metric", values.Length, state.Epoch);
        }

        RequireUpTo("Step", state.Step, _batches.BatchCount);
        RequireUpTo("BestEpoch", state.BestEpoch, state.Epoch);
        if (_best is not null)
        {
            Require("number of BestParameters", state.BestParameters.Length, state.BestEpoch == 0 ? 0 : _trainer.Network.ParameterCount);
        }

        _optimizer.LearningRate = state.LearningRate;
        _initialLearningRate = state.LearningRate;
        _step = state.Step;
        _lossSum = state.LossSum;
        _history.Restore(state.Losses, state.LearningRates, state.ValidationLosses, state.Metrics, state.BestEpoch);
        _best?.FromCanonical(state.BestParameters);
    }

    private static void Require<TValue>(string name, TValue actual, TValue expected)
        where TValue : IEquatable<TValue>
    {
        if (!actual.Equals(expected))
        {
            throw Unfit(name, actual, expected);
        }
    }

    private static void RequireUpTo(string name, int actual, int largest)
    {
        if ((uint)actual > (uint)largest)
        {
            throw Unfit(name, actual, "0 to " + largest.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static ArgumentException Unfit(string name, object actual, object expected) => new(
        string.Format(CultureInfo.InvariantCulture, "The {0} of the state is '{1}'; expected '{2}', as this training has.", name, actual, expected), "state");
}
