using System;
using System.Collections.Generic;
using System.Threading;
using NetGen.Numerics;

namespace NetGen.Training;

/// <summary>Runs a network over samples, again and again, and lets metrics look at its outputs.</summary>
internal sealed class EvaluationPass<T>
    where T : unmanaged
{
    private readonly INetwork<T> _network;
    private readonly BatchSource<T> _batches;
    private readonly IReadOnlyList<Metric<T>> _metrics;
    private readonly T[] _outputs;

    public EvaluationPass(INetwork<T> network, BatchSource<T> batches, IReadOnlyList<Metric<T>> metrics)
    {
        _network = network;
        _batches = batches;
        _metrics = metrics;
        _outputs = new T[metrics.Count > 0 ? batches.BatchSize * network.OutputSize : 0];
    }

    public int SampleCount => _batches.SampleCount;

    /// <summary>E over all samples, or NaN where the network has no loss for such data. Afterwards the metrics have their values.</summary>
    public double Run(CancellationToken cancellationToken)
    {
        for (int i = 0; i < _metrics.Count; i++)
        {
            _metrics[i].Reset();
        }

        double loss = 0;
        for (int batch = 0; batch < _batches.BatchCount; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _batches.Load(batch);
            loss += Loss() * _batches.Count / _batches.SampleCount;
            if (_metrics.Count > 0)
            {
                Measure();
            }
        }

        return loss;
    }

    private double Loss() => (_batches.HasLabels, _network) switch
    {
        (true, IClassifier<T> classifier) => Real.ToDouble(classifier.Loss(_batches.Inputs, _batches.Labels)),
        (false, ITrainableNetwork<T> trainable) => Real.ToDouble(trainable.Loss(_batches.Inputs, _batches.Targets)),
        _ => double.NaN,
    };

    private void Measure()
    {
        Span<T> outputs = _outputs.AsSpan(0, _batches.Count * _network.OutputSize);
        _network.Forward(_batches.Inputs, outputs);
        Predictions<T> predictions = _batches.HasLabels
            ? new Predictions<T>(outputs, _batches.Labels, _network.OutputSize)
            : new Predictions<T>(outputs, _batches.Targets, _network.OutputSize);
        for (int i = 0; i < _metrics.Count; i++)
        {
            _metrics[i].Add(predictions);
        }
    }
}
