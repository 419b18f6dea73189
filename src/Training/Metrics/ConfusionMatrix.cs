using System;
using System.Globalization;
using System.Linq;
using System.Text;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>How many samples of one class were taken for another. Its value is the share of those on the diagonal, which is the accuracy.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class ConfusionMatrix<T> : Metric<T>
    where T : unmanaged
{
    private long[] _counts = [];
    private long _right;
    private long _count;

    /// <inheritdoc/>
    public override string Name => "confusion matrix";

    /// <inheritdoc/>
    public override bool HigherIsBetter => true;

    /// <inheritdoc/>
    public override double Value => (double)_right / _count;

    /// <summary>The number of classes; 0 before the first sample.</summary>
    public int ClassCount { get; private set; }

    /// <summary>How many samples of a class were taken for a class.</summary>
    /// <param name="actual">The class that they are of, the row: 0 … <see cref="ClassCount"/> − 1.</param>
    /// <param name="predicted">The class that they were taken for, the column.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted] => _counts[(Checked(actual, nameof(actual)) * ClassCount) + Checked(predicted, nameof(predicted))];

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Clear(_counts, 0, _counts.Length);
        (_right, _count) = (0, 0);
    }

    /// <inheritdoc/>
    public override void Add(Predictions<T> batch)
    {
        if (_count == 0 && ClassCount != batch.ClassCount)
        {
            ClassCount = batch.ClassCount;
            _counts = new long[checked(ClassCount * ClassCount)];
        }

        for (int n = 0; n < batch.Count; n++)
        {
            (int actual, int predicted) = (batch.Class(n), batch.PredictedClass(n));
            _counts[(actual * ClassCount) + predicted]++;
            _right += actual == predicted ? 1 : 0;
        }

        _count += batch.Count;
    }

    /// <summary>A table: a row for each class, and in it how many of its samples were taken for which.</summary>
    /// <returns>Lines of columns that are as wide as the largest number.</returns>
    public override string ToString()
    {
        int width = 1 + Math.Max(Text(_counts.Length == 0 ? 0 : _counts.Max()).Length, Text(ClassCount).Length);
        StringBuilder table = new StringBuilder().Append(' ', width);
        for (int predicted = 0; predicted < ClassCount; predicted++)
        {
            table.Append(Text(predicted).PadLeft(width));
        }

        for (int actual = 0; actual < ClassCount; actual++)
        {
            table.Append('\n').Append(Text(actual).PadLeft(width));
            for (int predicted = 0; predicted < ClassCount; predicted++)
            {
                table.Append(Text(this[actual, predicted]).PadLeft(width));
            }
        }

        return table.ToString();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private int Checked(int index, string name) => (uint)index < (uint)ClassCount
        ? index
        : throw Hyperparameter.Wrong(index, name, $"one of {ClassCount} classes, from 0");
}
