using System;
using System.Diagnostics;
using System.Linq;

namespace Iris;

/// <summary>
/// Times a TrainStep after the JIT has optimized it. The training itself is over before that: .NET compiles a method quickly at first, and well
/// once it has run for a while.
/// </summary>
internal static class StepTimer
{
    private const int StepsPerRound = 200;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(0.6);

    /// <returns>Nanoseconds of one step on one batch: the fastest of many rounds.</returns>
    public static double Measure(Flower[] flowers, Standardization standardization)
    {
        Flower[] batch = flowers[..Trainer.BatchSize];
        float[] inputs = standardization.Inputs(batch);
        int[] labels = [.. batch.Select(flower => flower.Species)];
        var network = new IrisNet();

        TimeSpan fastest = TimeSpan.MaxValue;
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < Duration)
        {
            long started = Stopwatch.GetTimestamp();
            for (int step = 0; step < StepsPerRound; step++)
            {
                network.TrainStep(inputs, labels, Trainer.LearningRate);
            }

            TimeSpan time = Stopwatch.GetElapsedTime(started);
            fastest = time < fastest ? time : fastest;
        }

        return fastest.TotalNanoseconds / StepsPerRound;
    }
}
