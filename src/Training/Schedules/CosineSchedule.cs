using System;
using NetGen.Optimizers;

namespace NetGen.Training;

internal sealed class CosineSchedule(int tMax, double etaMin) : Schedule
{
    private readonly int _tMax = Hyperparameter.AtLeast(1, tMax, nameof(tMax));
    private readonly double _etaMin = Hyperparameter.NotNegative(etaMin, nameof(etaMin));

    public override double LearningRate(double initial, long step) =>
        _etaMin + ((initial - _etaMin) * (1 + Math.Cos(Math.PI * step / _tMax)) / 2);
}
