using System;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>One step of training: gradients of a batch, clipping, and the optimizer; or all in one where the optimizer does nothing but what the network's TrainStep does.</summary>
internal sealed class TrainingStep<T>
    where T : unmanaged
{
    private readonly ITrainableNetwork<T> _network;
    private readonly IOptimizer<T> _optimizer;
    private readonly double? _clipNorm;
    private readonly double? _clipValue;
    private readonly bool _isFused;
    private readonly T[] _gradients;

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
        _isFused = _optimizer is Sgd<T> { IsPlain: true } && _clipNorm is null && _clipValue is null;
        _gradients = new T[_isFused ? 0 : _network.StorageLength];
    }

    /// <summary>Makes the step.</summary>
    /// <param name="batch">The batch that is loaded.</param>
    /// <param name="requireFinite">Whether a loss that is not finite keeps the parameters from being changed, where that is possible.</param>
    /// <returns>E before the step.</returns>
    public double Run(BatchSource<T> batch, bool requireFinite)
    {
        if (_isFused)
        {
            T learningRate = Real.From<T>(_optimizer.LearningRate);
            _optimizer.StepCount++;
            return Real.ToDouble(batch.HasLabels
                ? ((IClassifier<T>)_network).TrainStep(batch.Inputs, batch.Labels, learningRate)
                : _network.TrainStep(batch.Inputs, batch.Targets, learningRate));
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
}
