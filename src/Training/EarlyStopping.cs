using System;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>Ends training when it no longer helps on the validation part. However training ends, the network gets the best parameters back.</summary>
public sealed class EarlyStopping
{
    /// <summary>Says when to stop.</summary>
    /// <param name="patience">After how many epochs in a row without an improvement, at least 0; 0 is the same as 1.</param>
    /// <param name="minDelta">By how much more than this a value must be better than the best before, at least 0.</param>
    /// <param name="metric">The name of the metric that is watched, such as <c>accuracy</c>; null is the loss of the validation part.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public EarlyStopping(int patience, double minDelta = 0, string? metric = null)
    {
        Patience = Hyperparameter.AtLeast(0, patience, nameof(patience));
        MinDelta = Hyperparameter.NotNegative(minDelta, nameof(minDelta));
        Metric = metric;
    }

    /// <summary>After how many epochs in a row without an improvement training ends.</summary>
    public int Patience { get; }

    /// <summary>What an improvement has to exceed.</summary>
    public double MinDelta { get; }

    /// <summary>The name of the metric that is watched; null is the loss of the validation part.</summary>
    public string? Metric { get; }
}
