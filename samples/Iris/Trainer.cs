using System;
using System.Diagnostics;
using System.Linq;

namespace Iris;

/// <summary>Trains the network by stochastic gradient descent on small batches, and keeps account of what the steps cost.</summary>
internal sealed class Trainer(IrisNet network, Flower[] flowers, Standardization standardization, Random random)
{
    public const int BatchSize = 8;
    public const float LearningRate = 0.1f;

    private readonly Flower[] _flowers = [.. flowers];

    public int Steps { get; private set; }

    public TimeSpan Time { get; private set; }

    public long AllocatedBytes { get; private set; }

    /// <summary>
    /// Has the JIT compile a step, of another network: while it does, the runtime may allocate a table for its own use, which it books on this thread.
    /// </summary>
    public static void WarmUp() => new IrisNet().TrainStep(new float[BatchSize * IrisNet.InputSize], new int[BatchSize], LearningRate);

    /// <summary>Learns from every flower once, in a new order.</summary>
    /// <returns>The mean loss of the batches, each before its step.</returns>
    public float RunEpoch()
    {
        random.Shuffle(_flowers);
        float[] inputs = standardization.Inputs(_flowers);
        int[] labels = [.. _flowers.Select(flower => flower.Species)];

        float loss = 0;
        int steps = 0;
        int collections = GC.CollectionCount(0);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        for (int start = 0; start < labels.Length; start += BatchSize)
        {
            int n = Math.Min(BatchSize, labels.Length - start);
            loss += network.TrainStep(
                inputs.AsSpan(start * IrisNet.InputSize, n * IrisNet.InputSize), labels.AsSpan(start, n), LearningRate);
            steps++;
        }

        Time += Stopwatch.GetElapsedTime(started);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        // A garbage collection, whoever causes it, books the unused rest of this thread's buffer as allocated.
        AllocatedBytes += GC.CollectionCount(0) == collections ? allocated : 0;
        Steps += steps;
        return loss / steps;
    }
}
