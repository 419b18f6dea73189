using System;
using NetGen.Numerics;

namespace NetGen.Data;

/// <summary>Between class indices and rows of targets that are 1 at the index and 0 elsewhere.</summary>
/// <remarks>CrossEntropy takes labels as they are; other losses want one-hot targets.</remarks>
public static class OneHot
{
    /// <summary>Writes one-hot rows.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="labels">N class indices, 0 … <paramref name="classes"/> − 1.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="targets">N × <paramref name="classes"/> numbers, overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    public static void Encode<T>(ReadOnlySpan<int> labels, int classes, Span<T> targets)
        where T : unmanaged
    {
        Guard.Labels(labels, labels.Length, classes, nameof(labels));
        Guard.Rows(targets.Length, labels.Length, classes, nameof(targets));
        targets.Clear();
        for (int i = 0; i < labels.Length; i++)
        {
            targets[i * classes + labels[i]] = Number<T>.FromDouble(1);
        }
    }

    /// <summary>The same samples with one-hot targets in place of labels.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="dataset">N samples with labels.</param>
    /// <param name="classes">The number of classes.</param>
    /// <returns>The same inputs, not copied, and N × <paramref name="classes"/> targets.</returns>
    /// <exception cref="ArgumentException">There are no labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    public static Dataset<T> Encode<T>(Dataset<T> dataset, int classes)
        where T : unmanaged
    {
        if (!dataset.HasLabels)
        {
            throw new ArgumentException("dataset has targets; expected labels.", nameof(dataset));
        }

        ReadOnlySpan<int> labels = dataset.Labels.Span;
        Guard.Labels(labels, labels.Length, classes, nameof(dataset));
        T[] targets = new T[labels.Length * classes];
        Encode<T>(labels, classes, targets);
        return new Dataset<T>(dataset.Inputs, dataset.InputSize, targets, classes);
    }

    /// <summary>The class of each row: the index of its largest number, the first of equals.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="rows">N × <paramref name="classes"/> numbers: one-hot targets, or outputs of a network.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="labels">N class indices, overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Decode<T>(ReadOnlySpan<T> rows, int classes, Span<int> labels)
        where T : unmanaged
    {
        Guard.Rows(rows.Length, labels.Length, classes, nameof(rows));
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<T> row = rows.Slice(i * classes, classes);
            int largest = 0;
            for (int k = 1; k < row.Length; k++)
            {
                if (Number<T>.ToDouble(row[k]) > Number<T>.ToDouble(row[largest]))
                {
                    largest = k;
                }
            }

            labels[i] = largest;
        }
    }
}
