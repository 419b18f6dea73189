using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>One run of a trainer over its epochs. All memory is allocated at its start.</summary>
internal sealed partial class TrainingRun<T>
    where T : unmanaged
{
    private readonly Trainer<T> _trainer;
    private readonly IOptimizer<T> _optimizer;
    private readonly int _epochs;
    private readonly BatchSource<T> _batches;
    private readonly TrainingStep<T> _trainingStep;
    private readonly Metric<T>[] _metrics;
    private readonly EvaluationPass<T>? _validation;
    private readonly BestParameters<T>? _best;
    private readonly TrainingHistory _history;

    // Where training stands: the epochs that are in the history, and of the next one the steps done and the sum of loss × samples.
    private double _initialLearningRate;
    private int _step;
    private double _lossSum;
    private double _lastLoss;

    // Progress, since this run was started.
    private readonly Stopwatch _clock = new();
    private TimeSpan _lastReport;
    private long _samplesSeen;
    private long _stepsMade;

    /// <exception cref="ArgumentException">The data do not fit the network, or options do not fit each other or the data.</exception>
    public TrainingRun(Trainer<T> trainer, Dataset<T> data, int epochs)
    {
        _trainer = trainer;
        _optimizer = trainer.Optimizer;
        _epochs = epochs;
        _initialLearningRate = _optimizer.LearningRate;
        _firstLearningRate = _optimizer.LearningRate;
        _trainingStep = new TrainingStep<T>(trainer);

        var parts = new TrainingData<T>(trainer, data);
        _batches = parts.Training;
        _metrics = parts.Validation is null ? [] : MetricChoice.Of(trainer.Metrics, trainer.Network, data);
        _validation = parts.Validation is null ? null : new EvaluationPass<T>(trainer.Network, parts.Validation, _metrics);
        _history = new TrainingHistory(_metrics.Select(metric => metric.Name).ToArray(), epochs);
        if (trainer.EarlyStopping is { } earlyStopping)
        {
            if (_validation is null)
            {
                throw new ArgumentException("EarlyStopping needs a validation part; expected ValidationSplit or ValidationData to be set.", nameof(trainer));
            }

            _best = new BestParameters<T>(earlyStopping, trainer.Network, _history, _metrics);
        }
    }

    private int EpochsDone => _history.EpochCount;

    public TrainingHistory Run(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        _clock.Start();
        int cores = Parallelism.MaxDegreeOfParallelism;
        try
        {
            Parallelism.MaxDegreeOfParallelism = _trainer.MaxDegreeOfParallelism;
            BeginFile();
            _history.StopReason = RunEpochs(progress, cancellationToken);
            EndFile();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            WriteFile();
            throw;
        }
        finally
        {
            Parallelism.MaxDegreeOfParallelism = cores;
            if (_trainer.Schedule is not null)
            {
                _optimizer.LearningRate = _initialLearningRate;
            }
        }

        _best?.Restore();
        if (_history.StopReason == StopReason.NonFiniteLoss && _trainer.NonFiniteLoss == NonFiniteLoss.Throw)
        {
            throw NotFinite();
        }

        return _history;
    }

    private StopReason RunEpochs(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        while (EpochsDone < _epochs)
        {
            if (_best is { ShouldStop: true })
            {
                return StopReason.EarlyStopping;
            }

            if (_trainer.Shuffle)
            {
                _batches.Shuffle(_trainer.Seed, EpochsDone);
            }

            while (_step < _batches.BatchCount)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!MakeStep())
                {
                    return StopReason.NonFiniteLoss;
                }

                if (_step < _batches.BatchCount)
                {
                    AfterStep(progress);
                }
            }

            FinishEpoch(progress, cancellationToken);
        }

        return StopReason.Completed;
    }

    /// <returns>False where the loss is not finite and training is to end.</returns>
    private bool MakeStep()
    {
        _batches.Load(_step);
        _optimizer.LearningRate = LearningRate(_step);
        bool requireFinite = _trainer.NonFiniteLoss != NonFiniteLoss.Ignore;
        _lastLoss = _trainingStep.Run(_batches, requireFinite);
        if (requireFinite && !Real.IsFinite(_lastLoss))
        {
            return false;
        }

        _lossSum += _lastLoss * _batches.Count;
        _samplesSeen += _batches.Count;
        _stepsMade++;
        _step++;
        return true;
    }

    private double LearningRate(int step) => _trainer.Schedule is { } schedule
        ? schedule.LearningRate(_initialLearningRate, _trainer.ScheduleUnit == ScheduleUnit.Epoch ? EpochsDone : ((long)EpochsDone * _batches.BatchCount) + step)
        : _optimizer.LearningRate;

    private void AfterStep(IProgress<TrainingProgress>? progress)
    {
        if (_trainer.CheckpointInterval > 0 && _step % _trainer.CheckpointInterval == 0)
        {
            _trainer.Checkpoint?.Invoke(Capture());
        }

        if (_trainer.CheckpointFile is { EverySteps: > 0 } file && _step % file.EverySteps == 0)
        {
            WriteFile();
        }

        if (progress is not null && _clock.Elapsed - _lastReport >= _trainer.ReportInterval)
        {
            int samples = Math.Min(_step * _batches.BatchSize, _batches.SampleCount);
            Report(progress, EpochsDone + 1, _step, isEpochDone: false, _lossSum / samples);
        }
    }

    private void FinishEpoch(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        double validationLoss = _validation?.Run(cancellationToken) ?? double.NaN;
        double loss = _lossSum / _batches.SampleCount;
        _history.Add(loss, LearningRate(_batches.BatchCount - 1));
        if (_validation is not null)
        {
            _history.AddValidation(validationLoss);
            for (int i = 0; i < _metrics.Length; i++)
            {
                _history.AddMetric(i, _metrics[i].Value);
            }
        }

        _best?.Update();
        _step = 0;
        _lossSum = 0;
        _trainer.Checkpoint?.Invoke(Capture());
        if (_trainer.CheckpointFile is { } file && (EpochsDone % file.EveryEpochs == 0 || (file.EverySteps > 0 && _batches.BatchCount % file.EverySteps == 0)))
        {
            WriteFile();
        }

        if (progress is not null)
        {
            Report(progress, EpochsDone, _batches.BatchCount, isEpochDone: true, loss);
        }
    }

    private void Report(IProgress<TrainingProgress> progress, int epoch, int step, bool isEpochDone, double loss)
    {
        TimeSpan elapsed = _clock.Elapsed;
        long stepsLeft = ((long)_epochs * _batches.BatchCount) - ((long)(epoch - 1) * _batches.BatchCount) - step;
        var remaining = new TimeSpan((long)((double)elapsed.Ticks * stepsLeft / _stepsMade));
        _lastReport = elapsed;
        progress.Report(new TrainingProgress(
            epoch, _epochs, step, _batches.BatchCount, isEpochDone, loss, _optimizer.LearningRate, _samplesSeen / elapsed.TotalSeconds, elapsed, remaining, _history));
    }

    private NotFiniteNumberException NotFinite() => new(
        string.Format(
            CultureInfo.InvariantCulture,
            "The loss of {0} is {1} in epoch {2}, step {3}; expected a finite number. Too large a learning rate does this, as do data that are not finite.",
            _trainer.Network.Info.Name, _lastLoss, EpochsDone + 1, _step + 1),
        _lastLoss);
}
