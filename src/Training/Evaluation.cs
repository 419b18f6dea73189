using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Training;

/// <summary>How good a network is on some samples.</summary>
public sealed class Evaluation
{
    private readonly string[] _names;
    private readonly double[] _values;

    internal Evaluation(int count, double loss, string[] names, double[] values)
    {
        Count = count;
        Loss = loss;
        _names = names;
        _values = values;
    }

    /// <summary>How many samples there were.</summary>
    public int Count { get; }

    /// <summary>E over all of them, penalty included; NaN where the network has no loss for such data.</summary>
    public double Loss { get; }

    /// <summary>The names of the metrics.</summary>
    public IReadOnlyList<string> MetricNames => _names;

    /// <summary>The value of a metric.</summary>
    /// <param name="metric">Its name, such as <c>accuracy</c>.</param>
    /// <exception cref="ArgumentException">It was not computed.</exception>
    public double this[string metric] => _values[MetricChoice.IndexOf(_names, metric, nameof(metric))];

    /// <summary>The loss and the metrics in one line.</summary>
    /// <returns>For example <c>loss 0.0712, accuracy 0.9667</c>.</returns>
    public override string ToString() => string.Join(
        ", ",
        _names.Prepend("loss").Zip(_values.Prepend(Loss), (name, value) => name + " " + value.ToString("0.0000", CultureInfo.InvariantCulture)));
}
