using System;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>One step of training: gradients of a batch, clipping, and the optimizer; or, where nothing is clipped, all in one.</summary>
internal sealed class TrainingStep<T>
    where T : unmanaged
{
    private readonly ITrainableNetwork<T> _network;
    private readonly IOptimizer<T> _optimizer;
    private readonly double? _clipNorm;
    private readonly double? _clipValue;
    private readonly bool _isPlain;
    private readonly T[]? _gradients;

    public TrainingStep(Trainer<T> trainer)
    {
        if (trainer.ClipNorm is not null && trainer.ClipValue is not null)
        {
            throw new ArgumentException("ClipNorm and ClipValue are both set; expected one of them.", nameof(trainer));
        }

        _network = trainer.Network;
        _optimizer = trainer.Optimizer;
        _clipNorm = trainer.ClipNorm;
        _clipValue = trainer.ClipValue;
        _isPlain = _optimizer is Sgd<T> { IsPlain: true };
        _gradients = _clipNorm is null && _clipValue is null ? null : new T[_network.StorageLength];
    }

    /// <summary>Makes the step.</summary>
    /// <param name="batch">The batch that is loaded.</param>
    /// <param name="requireFinite">Whether a loss that is not finite keeps the parameters from being changed, where that is possible.</param>
    /// <returns>E before the step.</returns>
    public double Run(BatchSource<T> batch, bool requireFinite)
    {
        if (_gradients is null)
        {
            return Fused(batch);
        }

        double loss = Real.ToDouble(batch.HasLabels
            ? ((IClassifier<T>)_network).Backward(batch.Inputs, batch.Labels, _gradients)
            : _network.Backward(batch.Inputs, batch.Targets, _gradients));
        if (requireFinite && !Real.IsFinite(loss))
        {
            return loss;
        }

        if (_clipNorm is { } maxNorm)
        {
            GradientClipping.ByNorm<T>(_gradients, maxNorm);
        }
        else if (_clipValue is { } limit)
        {
            GradientClipping.ByValue<T>(_gradients, limit);
        }

        _optimizer.Step(_network.Parameters, _gradients);
        return loss;
    }

    /// <summary>Without clipping, which needs all gradients, the network takes the optimizer along.</summary>
    private double Fused(BatchSource<T> batch)
    {
        if (!_isPlain)
        {
            return Real.ToDouble(batch.HasLabels
                ? ((IClassifier<T>)_network).TrainStep(batch.Inputs, batch.Labels, _optimizer)
                : _network.TrainStep(batch.Inputs, batch.Targets, _optimizer));
        }

        T learningRate = Real.From<T>(_optimizer.LearningRate);
        _optimizer.StepCount++;
        return Real.ToDouble(batch.HasLabels
            ? ((IClassifier<T>)_network).TrainStep(batch.Inputs, batch.Labels, learningRate)
            : _network.TrainStep(batch.Inputs, batch.Targets, learningRate));
    }
}
