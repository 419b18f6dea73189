namespace NetGen.Training;

/// <summary>The share of the samples whose class is found: the largest output, or, of one output, whether it is above ½.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class Accuracy<T> : Metric<T>
    where T : unmanaged
{
    private long _right;
    private long _count;

    /// <inheritdoc/>
    public override string Name => "accuracy";

    /// <inheritdoc/>
    public override bool HigherIsBetter => true;

    /// <inheritdoc/>
    public override double Value => (double)_right / _count;

    /// <inheritdoc/>
    public override void Reset() => (_right, _count) = (0, 0);

    /// <inheritdoc/>
    public override void Add(Predictions<T> batch)
    {
        for (int n = 0; n < batch.Count; n++)
        {
            _right += batch.PredictedClass(n) == batch.Class(n) ? 1 : 0;
        }

        _count += batch.Count;
    }
}
