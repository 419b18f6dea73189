using NetGen.Optimizers;

namespace NetGen.Training;

internal sealed class ConstantSchedule(double factor, int totalIters) : Schedule
{
    private readonly double _factor = Hyperparameter.UpToOne(factor, nameof(factor));
    private readonly int _totalIters = Hyperparameter.AtLeast(0, totalIters, nameof(totalIters));

    public override double LearningRate(double initial, long step) => step < _totalIters ? initial * _factor : initial;
}
