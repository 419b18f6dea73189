using System;
using System.Globalization;

namespace NetGen.Training;

/// <summary>How far training has come.</summary>
public readonly struct TrainingProgress
{
    internal TrainingProgress(
        int epoch, int epochs, int step, int stepsPerEpoch, bool isEpochDone, double loss, double learningRate, double samplesPerSecond, TimeSpan elapsed, TimeSpan remaining,
        TrainingHistory history)
    {
        Epoch = epoch;
        Epochs = epochs;
        Step = step;
        StepsPerEpoch = stepsPerEpoch;
        IsEpochDone = isEpochDone;
        Loss = loss;
        LearningRate = learningRate;
        SamplesPerSecond = samplesPerSecond;
        Elapsed = elapsed;
        Remaining = remaining;
        History = history;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>How many epochs there are to be.</summary>
    public int Epochs { get; }

    /// <summary>How many steps of the epoch are done.</summary>
    public int Step { get; }

    /// <summary>How many steps an epoch has.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>Whether the epoch is done and stands in the <see cref="History"/>.</summary>
    public bool IsEpochDone { get; }

    /// <summary>The mean loss of the batches of the epoch so far.</summary>
    public double Loss { get; }

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate { get; }

    /// <summary>How many samples were learned from in a second since training was started or resumed, evaluation included.</summary>
    public double SamplesPerSecond { get; }

    /// <summary>The time since training was started or resumed.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The time that the remaining steps will take at this speed.</summary>
    public TimeSpan Remaining { get; }

    /// <summary>The epochs that are done, with their metrics. It grows while training goes on: what is reported later, on another thread, may find more in it.</summary>
    public TrainingHistory History { get; }

    /// <summary>All of it in a line, such as <c>epoch 3 of 10, step 120 of 469: loss 0.4213, 512,000 samples/s, 0:00:12 left</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "epoch {0} of {1}, step {2} of {3}: loss {4:0.####}, {5:#,0} samples/s, {6}:{7:mm\\:ss} left",
        Epoch, Epochs, Step, StepsPerEpoch, Loss, SamplesPerSecond, (long)Remaining.TotalHours, Remaining);
}
