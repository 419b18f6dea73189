using System;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>What a network made of some samples, and what it should have made of them: one batch, as metrics see it.</summary>
/// <typeparam name="T">The number type.</typeparam>
public readonly ref struct Predictions<T>
    where T : unmanaged
{
    /// <summary>Outputs beside their targets.</summary>
    /// <param name="outputs">N × <paramref name="outputSize"/> numbers.</param>
    /// <param name="targets">N × <paramref name="outputSize"/> numbers.</param>
    /// <param name="outputSize">The outputs of one sample, at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public Predictions(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int outputSize)
    {
        OutputSize = Hyperparameter.AtLeast(1, outputSize, nameof(outputSize));
        Count = Guard.Samples(outputs.Length, outputSize, nameof(outputs));
        Guard.Rows(targets.Length, Count, outputSize, nameof(targets));
        Outputs = outputs;
        Targets = targets;
        Labels = default;
    }

    /// <summary>Outputs beside their classes.</summary>
    /// <param name="outputs">N × <paramref name="outputSize"/> numbers.</param>
    /// <param name="labels">N class indices, 0 … <see cref="ClassCount"/> − 1.</param>
    /// <param name="outputSize">The outputs of one sample, at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    public Predictions(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int outputSize)
    {
        OutputSize = Hyperparameter.AtLeast(1, outputSize, nameof(outputSize));
        Count = Guard.Samples(outputs.Length, outputSize, nameof(outputs));
        Outputs = outputs;
        Targets = default;
        Labels = labels;
        Guard.Labels(labels, Count, ClassCount, nameof(labels));
    }

    /// <summary>N, the number of samples, at least 1.</summary>
    public int Count { get; }

    /// <summary>The outputs of one sample.</summary>
    public int OutputSize { get; }

    /// <summary>How many classes the outputs tell apart: as many as there are, but 2 where there is one.</summary>
    public int ClassCount => OutputSize == 1 ? 2 : OutputSize;

    /// <summary>The outputs, N × <see cref="OutputSize"/> numbers.</summary>
    public ReadOnlySpan<T> Outputs { get; }

    /// <summary>The targets, N × <see cref="OutputSize"/> numbers; empty where there are labels.</summary>
    public ReadOnlySpan<T> Targets { get; }

    /// <summary>The class indices, N of them; empty where there are targets.</summary>
    public ReadOnlySpan<int> Labels { get; }

    /// <summary>The outputs of a sample.</summary>
    /// <param name="sample">0 … N − 1.</param>
    /// <returns><see cref="OutputSize"/> numbers.</returns>
    public ReadOnlySpan<T> Output(int sample) => Outputs.Slice(sample * OutputSize, OutputSize);

    /// <summary>What an output should be. A label stands for 1 at its class and 0 elsewhere, or for itself where there is one output.</summary>
    /// <param name="sample">0 … N − 1.</param>
    /// <param name="output">0 … <see cref="OutputSize"/> − 1.</param>
    /// <returns>The target.</returns>
    public double Target(int sample, int output)
    {
        if (Labels.IsEmpty)
        {
            return Real.ToDouble(Targets[(sample * OutputSize) + output]);
        }

        return OutputSize == 1 ? Labels[sample] : Labels[sample] == output ? 1 : 0;
    }

    /// <summary>The class that a sample is taken for: the index of the largest output, the first of equals; or, of one output, 1 where it is above ½.</summary>
    /// <param name="sample">0 … N − 1.</param>
    /// <returns>0 … <see cref="ClassCount"/> − 1.</returns>
    public int PredictedClass(int sample) => ClassOf(Output(sample));

    /// <summary>The class of a sample: its label, or by its targets in the same way as by outputs.</summary>
    /// <param name="sample">0 … N − 1.</param>
    /// <returns>0 … <see cref="ClassCount"/> − 1.</returns>
    public int Class(int sample) => Labels.IsEmpty ? ClassOf(Targets.Slice(sample * OutputSize, OutputSize)) : Labels[sample];

    private static int ClassOf(ReadOnlySpan<T> row)
    {
        if (row.Length == 1)
        {
            return Real.ToDouble(row[0]) > 0.5 ? 1 : 0;
        }

        int largest = 0;
        for (int k = 1; k < row.Length; k++)
        {
            largest = Real.ToDouble(row[k]) > Real.ToDouble(row[largest]) ? k : largest;
        }

        return largest;
    }
}
