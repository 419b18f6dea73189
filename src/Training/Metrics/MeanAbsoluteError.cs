using System;
using NetGen.Numerics;

namespace NetGen.Training;

/// <summary>MAE: the mean of |y − t| over all outputs of all samples.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class MeanAbsoluteError<T> : Metric<T>
    where T : unmanaged
{
    private double _sum;
    private long _count;

    /// <inheritdoc/>
    public override string Name => "MAE";

    /// <inheritdoc/>
    public override bool HigherIsBetter => false;

    /// <inheritdoc/>
    public override double Value => _sum / _count;

    /// <inheritdoc/>
    public override void Reset() => (_sum, _count) = (0, 0);

    /// <inheritdoc/>
    public override void Add(Predictions<T> batch)
    {
        for (int n = 0; n < batch.Count; n++)
        {
            ReadOnlySpan<T> outputs = batch.Output(n);
            for (int k = 0; k < outputs.Length; k++)
            {
                _sum += Math.Abs(Real.ToDouble(outputs[k]) - batch.Target(n, k));
            }
        }

        _count += batch.Outputs.Length;
    }
}
