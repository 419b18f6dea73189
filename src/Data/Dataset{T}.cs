using System;
using System.Collections.Generic;
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
            throw new ArgumentOutOfRangeException(nameof(start), FormattableString.Invariant($"start is {start}; expected 0 to {Count - 1}."));
        }

        if (count < 1 || count > Count - start)
        {
            throw new ArgumentOutOfRangeException(nameof(count), FormattableString.Invariant($"count is {count}; expected 1 to {Count - start}."));
        }

        ReadOnlyMemory<T> inputs = Inputs.Slice(start * InputSize, count * InputSize);
        return HasLabels
            ? new Dataset<T>(inputs, InputSize, Labels.Slice(start, count), ClassNames)
            : new Dataset<T>(inputs, InputSize, Targets.Slice(start * TargetSize, count * TargetSize), TargetSize);
    }

    /// <summary>Draws samples at random and holds them out, for validation or a test.</summary>
    /// <remarks>Both parts are copies, each in a random order, so that a file sorted by class is no trap.</remarks>
    /// <param name="heldOut">The fraction to hold out, rounded to whole samples; at least one sample must be on each side.</param>
    /// <param name="seed">Any number; the same seed draws the same samples on every platform.</param>
    /// <returns>What remains, and what was held out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side would be empty.</exception>
    public (Dataset<T> Training, Dataset<T> HeldOut) Split(double heldOut, ulong seed)
    {
        double count = Math.Round(heldOut * Count);
        if (!(count >= 1 && count <= Count - 1))
        {
            throw new ArgumentOutOfRangeException(nameof(heldOut), FormattableString.Invariant(
                $"heldOut is {heldOut}; expected a fraction that leaves at least one of {Count} samples on each side."));
        }

        int[] order = new int[Count];
        var random = new Xoshiro256(seed);
        for (int i = 0; i < order.Length; i++)
        {
            // Fisher–Yates from the inside: i goes to a random place j, and what was there moves to the end.
            int j = (int)(random.NextDouble() * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }

        return (Gather(order.AsSpan((int)count)), Gather(order.AsSpan(0, (int)count)));
    }

    private Dataset<T> Gather(ReadOnlySpan<int> samples)
    {
        T[] inputs = Rows(Inputs.Span, InputSize, samples);
        return HasLabels
            ? new Dataset<T>(inputs, InputSize, Rows(Labels.Span, 1, samples), ClassNames)
            : new Dataset<T>(inputs, InputSize, Rows(Targets.Span, TargetSize, samples), TargetSize);
    }

    private static TValue[] Rows<TValue>(ReadOnlySpan<TValue> values, int size, ReadOnlySpan<int> samples)
    {
        TValue[] rows = new TValue[samples.Length * size];
        for (int i = 0; i < samples.Length; i++)
        {
            values.Slice(samples[i] * size, size).CopyTo(rows.AsSpan(i * size));
        }

        return rows;
    }

    private static void CheckSize(int size, string parameter)
    {
        if (size < 1)
        {
            throw new ArgumentOutOfRangeException(parameter, FormattableString.Invariant($"{parameter} is {size}; expected at least 1."));
        }
    }
}
