using System;
using NetGen.Optimizers;

namespace NetGen.Training;

internal sealed class StepSchedule(int stepSize, double gamma) : Schedule
{
    private readonly int _stepSize = Hyperparameter.AtLeast(1, stepSize, nameof(stepSize));
    private readonly double _gamma = Hyperparameter.NotNegative(gamma, nameof(gamma));

    public override double LearningRate(double initial, long step) => initial * Math.Pow(_gamma, step / _stepSize);
}
