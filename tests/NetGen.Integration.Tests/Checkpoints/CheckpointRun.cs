using System;
using System.Linq;
using System.Threading;
using NetGen.Data;
using NetGen.Integration.Tests.Training;
using NetGen.Optimizers;
using NetGen.Persistence;
using NetGen.Training;

namespace NetGen.Integration.Tests.Checkpoints;

/// <summary>A training with every option that has a state, and a file: the same one in the tests and in the process that they kill.</summary>
internal sealed class CheckpointRun
{
    public const int StepsPerEpoch = 5;

    private const int BatchSize = 32;
    private const int ValidationSamples = 40;

    private readonly LargeNetwork _network = new();

    public CheckpointRun(string path, string optimizer)
    {
        Optimizer = optimizer switch
        {
            "Sgd" => new Sgd<float>(0.1),
            "Momentum" => new Sgd<float>(0.1, momentum: 0.9, nesterov: true),
            "AdamW" => new AdamW<float>(0.01, amsgrad: true),
            "RmsProp" => new RmsProp<float>(0.001, momentum: 0.5, centered: true),
            _ => new AdaGrad<float>(0.05, initialAccumulatorValue: 0.1),
        };
        Trainer = new Trainer<float>(_network, Optimizer)
        {
            BatchSize = BatchSize, Seed = 3, ValidationSplit = (double)ValidationSamples / Data.Count, Schedule = Schedule.WarmUp(4, Schedule.Cosine(40)), ScheduleUnit = ScheduleUnit.Step,
            EarlyStopping = new EarlyStopping(patience: 1000), ClipNorm = optimizer is "RmsProp" or "AdaGrad" ? 1 : null, ReportInterval = TimeSpan.Zero,
            CheckpointFile = new CheckpointFile(path) { EverySteps = 1 },
        };
    }

    /// <summary>Noise: the best epoch is an early one, so that the best parameters are others than the last.</summary>
    public static Dataset<float> Data { get; } = TrainingSamples.Noise((BatchSize * StepsPerEpoch) - 7 + ValidationSamples, 40, 10, seed: 1);

    public static string[] Optimizers => ["Sgd", "Momentum", "AdamW", "RmsProp", "AdaGrad"];

    public Trainer<float> Trainer { get; }

    public IOptimizer<float> Optimizer { get; }

    public TrainingHistory Fit(int epochs, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Trainer.Fit(Data, epochs, progress, cancellationToken);

    public void SaveNetwork(string path) => NetworkFile.Save(_network, path);

    /// <summary>All numbers that training changes, without padding.</summary>
    public float[] Numbers()
    {
        return [(float)Optimizer.LearningRate, Optimizer.StepCount, .. Canonical(_network.Parameters), .. Enumerable.Range(0, Optimizer.StateCount).SelectMany(i => Canonical(Optimizer.State(i)))];

        static float[] Canonical(ReadOnlySpan<float> stored)
        {
            float[] canonical = new float[LargeNetwork.ParameterCount];
            if (!stored.IsEmpty)
            {
                LargeNetwork.ToCanonical(stored, canonical);
            }

            return canonical;
        }
    }

    /// <summary>How many steps the run has done whose checkpoint this is.</summary>
    public static int Steps(Checkpoint checkpoint) => ((int)checkpoint.Progress["epoch"]! * StepsPerEpoch) + (int)checkpoint.Progress["step"]!;
}
