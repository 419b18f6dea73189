namespace NetGen.Training;

internal sealed class ChainedSchedule(Schedule first, Schedule second) : Schedule
{
    public override double LearningRate(double initial, long step) => second.LearningRate(first.LearningRate(initial, step), step);
}
