using System;
using NetGen.Numerics;

namespace NetGen.Training;

/// <summary>RMSE: the square root of the mean of (y − t)² over all outputs of all samples.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class RootMeanSquaredError<T> : Metric<T>
    where T : unmanaged
{
    private double _sum;
    private long _count;

    /// <inheritdoc/>
    public override string Name => "RMSE";

    /// <inheritdoc/>
    public override bool HigherIsBetter => false;

    /// <inheritdoc/>
    public override double Value => Math.Sqrt(_sum / _count);

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
                double error = Real.ToDouble(outputs[k]) - batch.Target(n, k);
                _sum += error * error;
            }
        }

        _count += batch.Outputs.Length;
    }
}
