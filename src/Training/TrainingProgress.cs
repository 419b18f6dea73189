using System;

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
}
