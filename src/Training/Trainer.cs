using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using NetGen.Data;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>Trains a network on data: mini-batches in a new order every epoch, a validation part, schedules, clipping, early stopping.</summary>
/// <remarks>
/// <code>
/// var trainer = new Trainer&lt;float&gt;(network, new Adam&lt;float&gt;(1e-3)) { BatchSize = 128, ValidationSplit = 0.1 };
/// TrainingHistory history = trainer.Fit(data, epochs: 10);
/// </code>
/// The same options, parameters and data give the same bits. Once training runs, a step allocates nothing. The options are read when training starts; a trainer is used
/// by one thread at a time.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class Trainer<T>
    where T : unmanaged
{
    private int _maxDegreeOfParallelism = Environment.ProcessorCount;
    private int _batchSize = 32;
    private double _validationSplit;
    private double? _clipNorm;
    private double? _clipValue;
    private int _checkpointInterval;
    private TrainingRun<T>? _run;

    /// <summary>A trainer with default options.</summary>
    /// <param name="network">The network; training continues from its parameters.</param>
    /// <param name="optimizer">The optimizer; training continues from its state.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Trainer(ITrainableNetwork<T> network, IOptimizer<T> optimizer)
    {
        Network = network ?? throw new ArgumentNullException(nameof(network));
        Optimizer = optimizer ?? throw new ArgumentNullException(nameof(optimizer));
    }

    /// <summary>The network.</summary>
    public ITrainableNetwork<T> Network { get; }

    /// <summary>The optimizer.</summary>
    public IOptimizer<T> Optimizer { get; }

    /// <summary>How many samples a step learns from, at least 1; 32 by default. The last step of an epoch takes what is left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number less than 1 is set.</exception>
    public int BatchSize
    {
        get => _batchSize;
        set => _batchSize = Hyperparameter.AtLeast(1, value, nameof(BatchSize));
    }

    /// <summary>
    /// The most cores that training uses: all of the machine, unless it is set. Any number gives the same bits; small networks stay on one. See
    /// <see cref="Parallelism"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number less than 1 is set.</exception>
    public int MaxDegreeOfParallelism
    {
        get => _maxDegreeOfParallelism;
        set => _maxDegreeOfParallelism = Hyperparameter.AtLeast(1, value, nameof(MaxDegreeOfParallelism));
    }

    /// <summary>Decides the order of the samples and the validation part.</summary>
    public ulong Seed { get; set; }

    /// <summary>Whether the samples have a new order in every epoch, which is the default; otherwise they keep that of the data.</summary>
    public bool Shuffle { get; set; } = true;

    /// <summary>
    /// The share of the samples that is not learned from but evaluated after every epoch, at least 0 and below 1. They are drawn at random; without
    /// <see cref="Shuffle"/> they are the last ones.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number is set.</exception>
    public double ValidationSplit
    {
        get => _validationSplit;
        set => _validationSplit = Hyperparameter.Fraction(value, nameof(ValidationSplit));
    }

    /// <summary>Data that are evaluated after every epoch, instead of a <see cref="ValidationSplit"/>.</summary>
    public Dataset<T>? ValidationData { get; set; }

    /// <summary>What is computed on the validation part after every epoch; null, the default, is what suits the network's loss, and an empty list the loss alone.</summary>
    public IReadOnlyList<Metric<T>>? Metrics { get; set; }

    /// <summary>
    /// How the learning rate changes, starting from the optimizer's; null leaves it alone. However training ends, the optimizer then has that learning rate back.
    /// </summary>
    public Schedule? Schedule { get; set; }

    /// <summary>What the schedule counts: epochs, by default, or steps.</summary>
    public ScheduleUnit ScheduleUnit { get; set; }

    /// <summary>The largest norm of the gradients of a step, above 0; null does not limit it. See <see cref="GradientClipping.ByNorm"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number is set.</exception>
    public double? ClipNorm
    {
        get => _clipNorm;
        set => _clipNorm = value is { } limit ? Hyperparameter.Positive(limit, nameof(ClipNorm)) : null;
    }

    /// <summary>The largest absolute value of a gradient, above 0; null does not limit it. See <see cref="GradientClipping.ByValue"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number is set.</exception>
    public double? ClipValue
    {
        get => _clipValue;
        set => _clipValue = value is { } limit ? Hyperparameter.Positive(limit, nameof(ClipValue)) : null;
    }

    /// <summary>When to stop before all epochs are done; null is never.</summary>
    public EarlyStopping? EarlyStopping { get; set; }

    /// <summary>What happens when a loss is NaN or infinite: by default, an exception.</summary>
    public NonFiniteLoss NonFiniteLoss { get; set; }

    /// <summary>The least time between two reports of progress within an epoch; 100 ms by default. The end of an epoch is always reported.</summary>
    public TimeSpan ReportInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Called between two steps, at the end of every epoch and every <see cref="CheckpointInterval"/> steps, with what <see cref="Capture"/> returns there; null is
    /// not called. A run that is to survive a crash needs no more than a <see cref="CheckpointFile"/>.
    /// </summary>
    public Action<TrainingState<T>>? Checkpoint { get; set; }

    /// <summary>After how many steps of an epoch <see cref="Checkpoint"/> is called; 0, the default, is at the end of an epoch alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number is set.</exception>
    public int CheckpointInterval
    {
        get => _checkpointInterval;
        set => _checkpointInterval = Hyperparameter.AtLeast(0, value, nameof(CheckpointInterval));
    }

    /// <summary>
    /// The file that keeps training safe: <see cref="Fit"/> goes on from it where it is there, and writes it while it runs. Null, the default, is none.
    /// <see cref="Resume"/> writes it too, but does not read it.
    /// </summary>
    public CheckpointFile? CheckpointFile { get; set; }

    /// <summary>How many steps an epoch takes.</summary>
    /// <param name="data">The data that <see cref="Fit"/> is to get.</param>
    /// <returns>At least 1.</returns>
    /// <exception cref="ArgumentException">The validation part takes all samples or none.</exception>
    public int StepsPerEpoch(Dataset<T> data)
    {
        int samples = TrainingData<T>.TrainingCount(this, data);
        return (samples + BatchSize - 1) / BatchSize;
    }

    /// <summary>Trains from the first epoch on; or from where the <see cref="CheckpointFile"/> stands, if it is there, to the same bits as if training had never stopped.</summary>
    /// <param name="data">What to learn from.</param>
    /// <param name="epochs">How many times altogether, at least 1.</param>
    /// <param name="progress">What is told how far training has come, or null.</param>
    /// <param name="cancellationToken">Ends training between two steps. The network can be used as it is, and <see cref="Capture"/> allows to continue.</param>
    /// <returns>What came of every epoch.</returns>
    /// <exception cref="ArgumentException">The data do not fit the network, or options do not fit each other or the data.</exception>
    /// <exception cref="NotFiniteNumberException">A loss is NaN or infinite, and <see cref="NonFiniteLoss"/> says to throw.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    /// <exception cref="InvalidDataException">
    /// The <see cref="CheckpointFile"/> is damaged, or of another network, optimizer, number of samples, or other options; the message names what differs, and nothing was changed.
    /// </exception>
    /// <exception cref="IOException">
    /// The <see cref="CheckpointFile"/> cannot be read or written. What was there before is untouched, and <see cref="Capture"/> allows to continue.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The <see cref="CheckpointFile"/> may not be read.</exception>
    public TrainingHistory Fit(Dataset<T> data, int epochs, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Hyperparameter.AtLeast(1, epochs, nameof(epochs));
        var run = new TrainingRun<T>(this, data, epochs);
        run.RestoreFile();
        _run = run;
        return run.Run(progress, cancellationToken);
    }

    /// <summary>
    /// Continues training where its state was captured, to the same bits as if it had never been interrupted. The network must have the parameters, and the optimizer the state,
    /// that they had then; the data and the options must be the same.
    /// </summary>
    /// <param name="state">What <see cref="Capture"/> returned.</param>
    /// <param name="data">What to learn from.</param>
    /// <param name="epochs">How many epochs there are to be altogether.</param>
    /// <param name="progress">What is told how far training has come, or null.</param>
    /// <param name="cancellationToken">Ends training between two steps.</param>
    /// <returns>What came of every epoch, from the first on.</returns>
    /// <exception cref="ArgumentException">The state belongs to other data or options; or as <see cref="Fit"/>.</exception>
    /// <exception cref="NotFiniteNumberException">A loss is NaN or infinite, and <see cref="NonFiniteLoss"/> says to throw.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    /// <exception cref="IOException">The <see cref="CheckpointFile"/> cannot be written. What was there before is untouched.</exception>
    public TrainingHistory Resume(
        TrainingState<T> state, Dataset<T> data, int epochs, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Hyperparameter.AtLeast(1, epochs, nameof(epochs));
        var run = new TrainingRun<T>(this, data, epochs);
        run.Restore(state);
        _run = run;
        return run.Run(progress, cancellationToken);
    }

    /// <summary>Where training stands: to be saved, together with the network's parameters and the optimizer's state, or to be continued by <see cref="Resume"/>.</summary>
    /// <returns>A copy, which does not change any more.</returns>
    /// <exception cref="InvalidOperationException">Nothing was trained yet.</exception>
    public TrainingState<T> Capture() => _run?.Capture() ?? throw new InvalidOperationException("Nothing was trained yet; expected a call of Fit before.");
}
