using NetGen.Optimizers;

namespace NetGen.Training;

internal sealed class SequentialSchedule(Schedule first, int milestone, Schedule next) : Schedule
{
    private readonly int _milestone = Hyperparameter.AtLeast(1, milestone, nameof(milestone));

    public override double LearningRate(double initial, long step) =>
        step < _milestone ? first.LearningRate(initial, step) : next.LearningRate(initial, step - _milestone);
}
