using NetGen.Numerics;

namespace NetGen.Training;

/// <summary>The share of the outputs that lie on the same side of ½ as their targets: for outputs that answer a question each.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class BinaryAccuracy<T> : Metric<T>
    where T : unmanaged
{
    private long _right;
    private long _count;

    /// <inheritdoc/>
    public override string Name => "binary accuracy";

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
            for (int k = 0; k < batch.OutputSize; k++)
            {
                _right += Real.ToDouble(batch.Output(n)[k]) > 0.5 == batch.Target(n, k) > 0.5 ? 1 : 0;
            }
        }

        _count += batch.Outputs.Length;
    }
}
