using System;
using System.Collections.Generic;

namespace NetGen.Training;

/// <summary>What came of every epoch, from the first on.</summary>
public sealed class TrainingHistory
{
    private const int LargestCapacity = 4096;

    private readonly string[] _metricNames;
    private readonly List<double> _loss;
    private readonly List<double> _validationLoss;
    private readonly List<double> _learningRate;
    private readonly List<double>[] _metrics;

    internal TrainingHistory(string[] metricNames, int epochs)
    {
        // Room for all epochs at once, so that none of them allocates; beyond any reasonable number, growth does no harm.
        int capacity = Math.Min(epochs, LargestCapacity);
        _metricNames = metricNames;
        _loss = new List<double>(capacity);
        _validationLoss = new List<double>(capacity);
        _learningRate = new List<double>(capacity);
        _metrics = new List<double>[metricNames.Length];
        for (int i = 0; i < _metrics.Length; i++)
        {
            _metrics[i] = new List<double>(capacity);
        }
    }

    /// <summary>How many epochs are done.</summary>
    public int EpochCount => _loss.Count;

    /// <summary>The mean loss of the batches of each epoch, each before its step, penalty included.</summary>
    public IReadOnlyList<double> Loss => _loss;

    /// <summary>The loss of the validation part after each epoch, penalty included; empty where there is no such part.</summary>
    public IReadOnlyList<double> ValidationLoss => _validationLoss;

    /// <summary>The learning rate of the last step of each epoch.</summary>
    public IReadOnlyList<double> LearningRate => _learningRate;

    /// <summary>The names of the metrics that were computed on the validation part.</summary>
    public IReadOnlyList<string> MetricNames => _metricNames;

    /// <summary>The values of a metric on the validation part after each epoch.</summary>
    /// <param name="metric">Its name, such as <c>accuracy</c>.</param>
    /// <exception cref="ArgumentException">It was not computed.</exception>
    public IReadOnlyList<double> this[string metric] => _metrics[MetricChoice.IndexOf(_metricNames, metric, nameof(metric))];

    /// <summary>The epoch, from 1, after which the parameters were best, where early stopping watched them; 0 where none was.</summary>
    public int BestEpoch { get; internal set; }

    /// <summary>Why training ended.</summary>
    public StopReason StopReason { get; internal set; }

    internal void Add(double loss, double learningRate)
    {
        _loss.Add(loss);
        _learningRate.Add(learningRate);
    }

    internal void AddValidation(double loss) => _validationLoss.Add(loss);

    internal void AddMetric(int index, double value) => _metrics[index].Add(value);

    internal void Restore(double[] loss, double[] learningRate, double[] validationLoss, double[][] metrics, int bestEpoch)
    {
        _loss.AddRange(loss);
        _learningRate.AddRange(learningRate);
        _validationLoss.AddRange(validationLoss);
        for (int i = 0; i < metrics.Length; i++)
        {
            _metrics[i].AddRange(metrics[i]);
        }

        BestEpoch = bestEpoch;
    }
}
