using System;
using System.Collections.Generic;
using System.Globalization;
using NetGen.Numerics;

namespace NetGen.Data;

/// <summary>Samples and what they should give: N inputs, one after another in flat memory, and N targets or N labels.</summary>
/// <remarks>Nothing is copied: the memory stays the caller's, and what is written to it later is seen here.</remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class Dataset<T>
    where T : unmanaged
{
    /// <summary>Samples with targets.</summary>
    /// <param name="inputs">N × <paramref name="inputSize"/> numbers, N ≥ 1.</param>
    /// <param name="inputSize">The numbers of one sample.</param>
    /// <param name="targets">N × <paramref name="targetSize"/> numbers.</param>
    /// <param name="targetSize">The numbers of one target.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1.</exception>
    public Dataset(ReadOnlyMemory<T> inputs, int inputSize, ReadOnlyMemory<T> targets, int targetSize)
    {
        CheckSize(inputSize, nameof(inputSize));
        CheckSize(targetSize, nameof(targetSize));
        Count = Guard.Samples(inputs.Length, inputSize, nameof(inputs));
        Guard.Rows(targets.Length, Count, targetSize, nameof(targets));
        Inputs = inputs;
        InputSize = inputSize;
        Targets = targets;
        TargetSize = targetSize;
    }

    /// <summary>Samples with labels.</summary>
    /// <param name="inputs">N × <paramref name="inputSize"/> numbers, N ≥ 1.</param>
    /// <param name="inputSize">The numbers of one sample.</param>
    /// <param name="labels">N class indices, from 0.</param>
    /// <param name="classNames">The names of the classes, or null.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1, a label is negative, or it is no index of <paramref name="classNames"/>.</exception>
    public Dataset(ReadOnlyMemory<T> inputs, int inputSize, ReadOnlyMemory<int> labels, IReadOnlyList<string>? classNames = null)
    {
        CheckSize(inputSize, nameof(inputSize));
        Count = Guard.Samples(inputs.Length, inputSize, nameof(inputs));
        Guard.Labels(labels.Span, Count, classNames?.Count ?? int.MaxValue, nameof(labels));
        Inputs = inputs;
        InputSize = inputSize;
        Labels = labels;
        HasLabels = true;
        ClassNames = classNames;
    }

    /// <summary>N, the number of samples, at least 1.</summary>
    public int Count { get; }

    /// <summary>The numbers of one sample.</summary>
    public int InputSize { get; }

    /// <summary>The numbers of one target; 0 where there are labels.</summary>
    public int TargetSize { get; }

    /// <summary>The samples, <see cref="Count"/> × <see cref="InputSize"/> numbers.</summary>
    public ReadOnlyMemory<T> Inputs { get; }

    /// <summary>The targets, <see cref="Count"/> × <see cref="TargetSize"/> numbers; empty where there are labels.</summary>
    public ReadOnlyMemory<T> Targets { get; }

    /// <summary>The class indices, <see cref="Count"/> of them; empty where there are targets.</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>Whether there are labels, and no targets.</summary>
    public bool HasLabels { get; }

    /// <summary>The names of the classes, in the order of the labels, or null where they have none.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>Some of the samples, in the same memory.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>The samples <paramref name="start"/> … <paramref name="start"/> + <paramref name="count"/> − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">They are not all here, or none is asked for.</exception>
    public Dataset<T> Slice(int start, int count)
    {
        if ((uint)start >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(start), string.Format(
                CultureInfo.InvariantCulture, "start is {0}; expected 0 to {1}.", start, Count - 1));
        }

        if (count < 1 || count > Count - start)
        {
            throw new ArgumentOutOfRangeException(nameof(count), string.Format(
                CultureInfo.InvariantCulture, "count is {0}; expected 1 to {1}.", count, Count - start));
        }

        ReadOnlyMemory<T> inputs = Inputs.Slice(start * InputSize, count * InputSize);
        return HasLabels
            ? new Dataset<T>(inputs, InputSize, Labels.Slice(start, count), ClassNames)
            : new Dataset<T>(inputs, InputSize, Targets.Slice(start * TargetSize, count * TargetSize), TargetSize);
    }

    private static void CheckSize(int size, string parameter)
    {
        if (size < 1)
        {
            throw new ArgumentOutOfRangeException(parameter, string.Format(
                CultureInfo.InvariantCulture, "{0} is {1}; expected at least 1.", parameter, size));
        }
    }
}
