using System;
using System.Globalization;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>The samples that are learned from, and those that are evaluated after every epoch.</summary>
internal sealed class TrainingData<T>
    where T : unmanaged
{
    private const int ValidationBatchSize = 256;

    /// <exception cref="ArgumentException">The data do not fit the network, or the options do not fit the data.</exception>
    public TrainingData(Trainer<T> trainer, Dataset<T> data)
    {
        DataChecks.FitForTraining(trainer.Network, data, nameof(data));
        int count = TrainingCount(trainer, data);
        int[]? order = trainer.Shuffle ? BatchSource<T>.Permutation(data.Count, trainer.Seed) : null;
        Training = Part(0, count, trainer.BatchSize);
        if (trainer.ValidationData is { } validation)
        {
            DataChecks.FitForTraining(trainer.Network, validation, nameof(trainer.ValidationData));
            Validation = new BatchSource<T>(validation, null, ValidationBatchSize);
        }
        else if (count < data.Count)
        {
            Validation = Part(count, data.Count - count, ValidationBatchSize);
        }

        BatchSource<T> Part(int start, int length, int batchSize) => order is null
            ? new BatchSource<T>(data.Slice(start, length), null, batchSize)
            : new BatchSource<T>(data, order.AsSpan(start, length).ToArray(), batchSize);
    }

    public BatchSource<T> Training { get; }

    public BatchSource<T>? Validation { get; }

    /// <summary>How many samples are learned from.</summary>
    /// <exception cref="ArgumentException">The validation part takes all samples or none.</exception>
    public static int TrainingCount(Trainer<T> trainer, Dataset<T> data)
    {
        if (trainer.ValidationSplit == 0)
        {
            return data.Count;
        }

        if (trainer.ValidationData is not null)
        {
            throw new ArgumentException("ValidationSplit and ValidationData are both set; expected one of them.", nameof(trainer));
        }

        int validation = (int)Math.Round(data.Count * trainer.ValidationSplit);
        if (validation == 0 || validation == data.Count)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture, "ValidationSplit is {0}, which is {1} of {2} samples; expected at least one sample to learn from and one to evaluate.",
                    trainer.ValidationSplit, validation, data.Count),
                nameof(data));
        }

        return data.Count - validation;
    }
}
