using System;
using System.IO;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>A file from which training goes on after a crash, a power cut or a kill, with the same bits as if it had never stopped.</summary>
/// <remarks>
/// <code>
/// var trainer = new Trainer&lt;float&gt;(network, optimizer) { CheckpointFile = new CheckpointFile("run.safetensors") };
/// TrainingHistory history = trainer.Fit(data, epochs: 100);    // the same two lines start the run and continue it
/// </code>
/// The file holds the parameters, the state of the optimizer, the history, and the best parameters of early stopping. It is written when training starts, so that a
/// folder that takes no file is known at once, at the intervals below, when training is cancelled, and when it ends; each time as a whole, so that there is always a complete one.
/// Writing allocates; the steps between do not. The position of the schedule and the order of the samples follow from the epoch, the step and the seed. It is a safetensors file with the arrays <c>parameters</c> and
/// <c>best_parameters</c> in canonical order, which <see cref="NetGen.Persistence.Checkpoint"/> reads too.
/// </remarks>
public sealed class CheckpointFile
{
    private int _everyEpochs = 1;
    private int _everySteps;

    /// <summary>A file that is written at the end of every epoch.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="ArgumentNullException">The path is null.</exception>
    public CheckpointFile(string path)
    {
        Path = path ?? throw new ArgumentNullException(nameof(path));
        if (path.Length == 0)
        {
            throw new ArgumentException("path is empty; expected the name of a file.", nameof(path));
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>After how many epochs it is written, at least 1; 1 by default. The last epoch always counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number less than 1 is set.</exception>
    public int EveryEpochs
    {
        get => _everyEpochs;
        set => _everyEpochs = Hyperparameter.AtLeast(1, value, nameof(EveryEpochs));
    }

    /// <summary>After how many steps of an epoch it is written too; 0, the default, is at the end of epochs alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number is set.</exception>
    public int EverySteps
    {
        get => _everySteps;
        set => _everySteps = Hyperparameter.AtLeast(0, value, nameof(EverySteps));
    }

    /// <summary>Whether there is something to go on from.</summary>
    internal bool Exists => File.Exists(Path);
}
