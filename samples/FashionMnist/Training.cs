using System;
using System.Collections.Generic;
using System.Threading;
using FashionMnist.Networks;
using NetGen;
using NetGen.Data;
using NetGen.Optimizers;
using NetGen.Training;

namespace FashionMnist;

/// <summary>Trains a network: stochastic gradient descent with momentum, and a learning rate that falls to 0.</summary>
internal static class Training
{
    public const int BatchSize = 128;
    public const double LearningRate = 0.05;
    public const double Momentum = 0.9;

    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public static TrainingResult Run(Options options, FashionData data, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        // Each pixel by itself, fitted on the training part alone. Pixels at the edges are almost always black; what they tell once in a while, the network sees then.
        Standardization<float> standardization = Standardization<float>.Fit(data.Training);
        Dataset<float> training = standardization.Apply(data.Training);
        Dataset<float> test = standardization.Apply(data.Test);

        IClassifier<float> network = options.Network == 128 ? new FashionNet128() : new FashionNet512();
        network.Initialize(options.Seed);
        float[] initialParameters = network.Parameters.ToArray();

        // The test part is evaluated after every epoch, for the curves; nothing is chosen by it.
        var trainer = new Trainer<float>(network, new Sgd<float>(LearningRate, momentum: Momentum))
        {
            BatchSize = BatchSize,
            Seed = options.Seed,
            MaxDegreeOfParallelism = options.Cores,
            ScheduleUnit = ScheduleUnit.Step,
            ValidationData = test,
        };
        trainer.Schedule = Schedule.Linear(startFactor: 1, endFactor: 0, totalIters: options.Epochs * trainer.StepsPerEpoch(training));

        var clock = new EpochClock(progress);
        TrainingHistory history = trainer.Fit(training, options.Epochs, clock, cancellationToken);

        float[] probabilities = new float[test.Count * network.OutputSize];
        network.Forward(test.Inputs.Span, probabilities);
        var confusion = new ConfusionMatrix<float>();
        Evaluation evaluation = network.Evaluate(test, new Accuracy<float>(), confusion);
        return new TrainingResult(network, initialParameters, history, clock.Seconds, evaluation, confusion, probabilities);
    }

    /// <summary>Hands progress on and keeps the time of every epoch, the evaluation included.</summary>
    private sealed class EpochClock(IProgress<TrainingProgress> next) : IProgress<TrainingProgress>
    {
        private readonly List<double> _seconds = [];
        private TimeSpan _started;

        public IReadOnlyList<double> Seconds => _seconds;

        public void Report(TrainingProgress value)
        {
            if (value.IsEpochDone)
            {
                _seconds.Add((value.Elapsed - _started).TotalSeconds);
                _started = value.Elapsed;
            }

            next.Report(value);
        }
    }
}
