using System;
using NetGen.Optimizers;

namespace NetGen.Training;

internal sealed class LinearSchedule(double startFactor, double endFactor, int totalIters) : Schedule
{
    private readonly double _startFactor = Hyperparameter.UpToOne(startFactor, nameof(startFactor));
    private readonly double _endFactor = Hyperparameter.UpToOne(endFactor, nameof(endFactor));
    private readonly int _totalIters = Hyperparameter.AtLeast(1, totalIters, nameof(totalIters));

    public override double LearningRate(double initial, long step) =>
        initial * (_startFactor + ((_endFactor - _startFactor) * Math.Min(step, _totalIters) / _totalIters));
}
