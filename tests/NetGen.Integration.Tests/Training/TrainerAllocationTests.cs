using System;
using System.Threading;
using NetGen.Data;
using NetGen.Integration.Tests.Rules;
using NetGen.Optimizers;
using NetGen.Training;
using Xunit;

namespace NetGen.Integration.Tests.Training;

/// <summary>Once training runs it allocates nothing, not for a step, an epoch, an evaluation, or a report.</summary>
/// <remarks>Alone: a collection that another test causes counts the unused rest of a thread's allocation buffer as allocated.</remarks>
[Collection(nameof(Alone))]
public class TrainerAllocationTests
{
    private const int Epochs = 6;

    public static TheoryData<string> Cases => ["Sgd", "Momentum", "Adam", "AdamW", "RmsProp", "AdaGrad", "large", "binary", "double", "in order"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Training_allocates_nothing_from_the_second_epoch_on(string name)
    {
        // On another thread first: what the runtime itself allocates when it compiles the code is not the trainer's.
        Measure(name);
        long allocated = Measure(name);

        // A collection that the runtime itself causes shows up as an allocation, but not a second time.
        Assert.True(allocated == 0 || Measure(name) == 0, $"{allocated} bytes");
    }

    private static long Measure(string name) => name switch
    {
        "large" => Measure(new LargeNetwork(), new Adam<float>(), TrainingSamples.Noise(700, 40, 10, seed: 1), batchSize: 200),
        "binary" => Measure(new RingNetwork(), new Adam<float>(), TrainingSamples.Ring(200, seed: 1)),
        "double" => Measure(new LineNetwork(), new Adam<double>(), TrainingSamples.Line(200, seed: 1)),
        "in order" => Measure(new ClusterNetwork(), new Adam<float>(), TrainingSamples.Clusters(200, seed: 1), shuffle: false),
        _ => Measure(new ClusterNetwork(), Optimizer(name), TrainingSamples.Clusters(200, seed: 1)),
    };

    private static IOptimizer<float> Optimizer(string name) => name switch
    {
        "Sgd" => new Sgd<float>(0.1),
        "Momentum" => new Sgd<float>(0.1, momentum: 0.9),
        "Adam" => new Adam<float>(amsgrad: true),
        "AdamW" => new AdamW<float>(),
        "RmsProp" => new RmsProp<float>(momentum: 0.5, centered: true),
        _ => new AdaGrad<float>(),
    };

    private static long Measure<T>(ITrainableNetwork<T> network, IOptimizer<T> optimizer, Dataset<T> data, int batchSize = 16, bool shuffle = true)
        where T : unmanaged
    {
        var counter = new AllocationCounter();
        var trainer = new Trainer<T>(network, optimizer)
        {
            BatchSize = batchSize, ValidationSplit = 0.2, Shuffle = shuffle, ReportInterval = TimeSpan.Zero, EarlyStopping = new EarlyStopping(patience: 100),
            Schedule = Schedule.WarmUp(5, Schedule.Cosine(100)), ScheduleUnit = ScheduleUnit.Step, ClipNorm = optimizer is Sgd<T> { Momentum: 0 } ? null : 1,
        };
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => trainer.Fit(data, Epochs, counter)));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        Assert.True(counter.Reports > Epochs);
        return counter.Allocated;
    }

    /// <summary>Counts what the thread has allocated between the end of the first epoch and that of the last.</summary>
    private sealed class AllocationCounter : IProgress<TrainingProgress>
    {
        private long _start;

        public int Reports { get; private set; }

        public long Allocated { get; private set; } = -1;

        public void Report(TrainingProgress value)
        {
            Reports++;
            long now = GC.GetAllocatedBytesForCurrentThread();
            if (value is { Epoch: 1, IsEpochDone: true })
            {
                _start = now;
            }

            Allocated = now - _start;
        }
    }
}
