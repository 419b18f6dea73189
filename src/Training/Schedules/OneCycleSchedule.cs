using System;
using NetGen.Optimizers;

namespace NetGen.Training;

internal sealed class OneCycleSchedule : Schedule
{
    private readonly Annealing _annealing;
    private readonly double _start;
    private readonly double _top;
    private readonly double _end;
    private readonly double _upTo;
    private readonly double _downTo;
    private readonly double _last;

    public OneCycleSchedule(
        double maxLearningRate, int totalSteps, double pctStart, Annealing annealing, double divFactor, double finalDivFactor, bool threePhase)
    {
        _annealing = annealing;
        _top = Hyperparameter.NotNegative(maxLearningRate, nameof(maxLearningRate));
        _start = _top / Hyperparameter.Positive(divFactor, nameof(divFactor));
        _end = _start / Hyperparameter.Positive(finalDivFactor, nameof(finalDivFactor));
        _last = Hyperparameter.AtLeast(1, totalSteps, nameof(totalSteps)) - 1;

        // The steps of the way up, and of the way back to the start, which is no way where there are two phases.
        _upTo = (Hyperparameter.UpToOne(pctStart, nameof(pctStart)) * totalSteps) - 1;
        _downTo = threePhase ? (2 * _upTo) : _upTo;
    }

    public override double LearningRate(double initial, long step)
    {
        if (step >= _last)
        {
            return _end;
        }

        return step < _upTo ? Between(_start, _top, step / _upTo)
            : step < _downTo ? Between(_top, _start, (step - _upTo) / (_downTo - _upTo))
            : Between(_downTo > _upTo ? _start : _top, _end, (step - _downTo) / (_last - _downTo));
    }

    private double Between(double from, double to, double share) => _annealing == Annealing.Linear
        ? from + ((to - from) * share)
        : to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * share)));
}
