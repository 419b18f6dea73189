using System;
using NetGen.Numerics;

namespace NetGen.Training;

/// <summary>
/// AUC: the area under the ROC curve of a question with two answers, which is the probability that a sample of class 1 has a larger output than one of class 0, where equal
/// outputs count half.
/// </summary>
/// <remarks>
/// Computed exactly by the rank sum of H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947). The output is the only one, or the second of two. The value is
/// NaN where a class has no samples or an output is NaN. Memory for one number per sample is kept from one pass to the next.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class Auc<T> : Metric<T>
    where T : unmanaged
{
    private double[] _scores = [];
    private byte[] _classes = [];
    private int _count;

    /// <inheritdoc/>
    public override string Name => "AUC";

    /// <inheritdoc/>
    public override bool HigherIsBetter => true;

    /// <inheritdoc/>
    public override double Value
    {
        get
        {
            // NaN is sorted to the front.
            Array.Sort(_scores, _classes, 0, _count);
            if (_count == 0 || double.IsNaN(_scores[0]))
            {
                return double.NaN;
            }

            // Equal scores share the mean of their ranks, which count from 1.
            double positives = 0;
            double rankSum = 0;
            for (int start = 0, end; start < _count; start = end)
            {
                int positivesOfRank = 0;
                for (end = start; end < _count && _scores[end] == _scores[start]; end++)
                {
                    positivesOfRank += _classes[end];
                }

                positives += positivesOfRank;
                rankSum += positivesOfRank * (start + 1.0 + end) / 2;
            }

            return (rankSum - (positives * (positives + 1) / 2)) / (positives * (_count - positives));
        }
    }

    /// <inheritdoc/>
    public override void Reset() => _count = 0;

    /// <inheritdoc/>
    public override void Add(Predictions<T> batch)
    {
        if (batch.ClassCount != 2)
        {
            throw new NotSupportedException($"AUC needs one output, or two; the network has {batch.OutputSize}.");
        }

        if (_scores.Length < _count + batch.Count)
        {
            int capacity = Math.Max(2 * _scores.Length, _count + batch.Count);
            Array.Resize(ref _scores, capacity);
            Array.Resize(ref _classes, capacity);
        }

        for (int n = 0; n < batch.Count; n++)
        {
            _scores[_count] = Real.ToDouble(batch.Output(n)[batch.OutputSize - 1]);
            _classes[_count] = (byte)batch.Class(n);
            _count++;
        }
    }
}
