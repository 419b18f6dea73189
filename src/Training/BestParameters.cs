using System;
using System.Collections.Generic;

namespace NetGen.Training;

/// <summary>Watches one number of every epoch for early stopping, and keeps the parameters of the best.</summary>
internal sealed class BestParameters<T>
    where T : unmanaged
{
    private readonly EarlyStopping _options;
    private readonly INetwork<T> _network;
    private readonly TrainingHistory _history;
    private readonly IReadOnlyList<double> _watched;
    private readonly bool _higherIsBetter;
    private readonly T[] _best;

    /// <exception cref="ArgumentException">The metric that is to be watched is not computed.</exception>
    public BestParameters(EarlyStopping options, INetwork<T> network, TrainingHistory history, Metric<T>[] metrics)
    {
        _options = options;
        _network = network;
        _history = history;
        _best = new T[network.StorageLength];
        if (options.Metric is { } name)
        {
            _watched = history[name];
            _higherIsBetter = Array.Find(metrics, metric => metric.Name == name)!.HigherIsBetter;
        }
        else
        {
            _watched = history.ValidationLoss;
        }
    }

    /// <summary>Whether there was no improvement for so long that training is to end.</summary>
    public bool ShouldStop => _history.EpochCount - _history.BestEpoch >= Math.Max(1, _options.Patience);

    /// <summary>Takes note of the epoch that was just added to the history.</summary>
    public void Update()
    {
        double value = _watched[_watched.Count - 1];
        if (IsImprovement(value))
        {
            _history.BestEpoch = _history.EpochCount;
            _network.Parameters.CopyTo(_best);
        }
    }

    /// <summary>Gives the network the best parameters back, if there were any.</summary>
    public void Restore()
    {
        if (_history.BestEpoch > 0)
        {
            _best.AsSpan().CopyTo(_network.Parameters);
        }
    }

    /// <summary>The best parameters in canonical order; empty where there were none.</summary>
    public T[] ToCanonical()
    {
        if (_history.BestEpoch == 0)
        {
            return [];
        }

        T[] canonical = new T[_network.ParameterCount];
        _network.ToCanonical(_best, canonical);
        return canonical;
    }

    public void FromCanonical(T[] canonical)
    {
        if (canonical.Length > 0)
        {
            _network.FromCanonical(canonical, _best);
        }
    }

    /// <summary>NaN never is one.</summary>
    private bool IsImprovement(double value)
    {
        if (_history.BestEpoch == 0)
        {
            return !double.IsNaN(value);
        }

        double best = _watched[_history.BestEpoch - 1];
        return (_higherIsBetter ? value - best : best - value) > _options.MinDelta;
    }
}
