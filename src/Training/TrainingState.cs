namespace NetGen.Training;

/// <summary>
/// Where training stands between two steps: with the parameters of the network and the state of the optimizer, all that is needed to continue with the same bits.
/// </summary>
/// <remarks>Plain numbers, to be written to a file and read back. The order of the samples is no part of it, since the seed and the epoch decide it.</remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class TrainingState<T>
    where T : unmanaged
{
    /// <summary>How many epochs are done.</summary>
    public int Epoch { get; set; }

    /// <summary>How many steps of the next epoch are done.</summary>
    public int Step { get; set; }

    /// <summary>The sum over these steps of the loss times the number of samples.</summary>
    public double LossSum { get; set; }

    /// <summary>The learning rate from which the schedule starts; without a schedule, that of the next step.</summary>
    public double LearningRate { get; set; }

    /// <summary>The seed of the order of the samples.</summary>
    public ulong Seed { get; set; }

    /// <summary>The number of samples in a batch.</summary>
    public int BatchSize { get; set; }

    /// <summary>The number of samples that are learned from.</summary>
    public int SampleCount { get; set; }

    /// <summary>The history's mean loss of each epoch.</summary>
    public double[] Losses { get; set; } = [];

    /// <summary>The history's learning rate of each epoch.</summary>
    public double[] LearningRates { get; set; } = [];

    /// <summary>The history's loss of the validation part after each epoch, or empty.</summary>
    public double[] ValidationLosses { get; set; } = [];

    /// <summary>The names of the metrics.</summary>
    public string[] MetricNames { get; set; } = [];

    /// <summary>The history's values of each metric after each epoch.</summary>
    public double[][] Metrics { get; set; } = [];

    /// <summary>The epoch, from 1, after which the parameters were best; 0 where none was.</summary>
    public int BestEpoch { get; set; }

    /// <summary>The best parameters in canonical order; empty where none were.</summary>
    public T[] BestParameters { get; set; } = [];
}
