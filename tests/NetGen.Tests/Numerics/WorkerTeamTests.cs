#if !NETSTANDARD_LIBRARY
using System;
using System.Linq;
using System.Threading;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Work in parts: each is done once and before the call returns, whoever does it.</summary>
public unsafe class WorkerTeamTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(32)]
    public void EveryPartIsDoneOnce(int parts)
    {
        int* counts = stackalloc int[32];
        for (int call = 0; call < 2000; call++)
        {
            new Span<int>(counts, 32).Clear();
            WorkerTeam.Run(&Count, counts, parts);
            for (int part = 0; part < 32; part++)
            {
                Assert.Equal(part < parts ? 1 : 0, counts[part]);
            }
        }
    }

    [Fact]
    public void WorkersSleepAndWakeUp()
    {
        for (int call = 0; call < 20; call++)
        {
            EveryPartIsDoneOnce(2);
            Thread.Sleep(2);
        }
    }

    [Fact]
    public void CallsOnManyThreadsDoNotMixUp()
    {
        Exception?[] failures = new Exception?[4];
        Thread[] threads = [.. Enumerable.Range(0, failures.Length).Select(index => new Thread(() => failures[index] = Record.Exception(() => EveryPartIsDoneOnce(index + 2))))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(failures, Assert.Null);
    }

    [Fact]
    public void APartThatDividesItselfDoesAllByItself()
    {
        int* counts = stackalloc int[32];
        new Span<int>(counts, 32).Clear();
        WorkerTeam.Run(&CountTwice, counts, 3);
        Assert.Equal([6, 6, 6, 6], new Span<int>(counts, 4).ToArray().Select(count => count * 2));
    }

    [Fact]
    public void AFailureReachesTheCallerWhenAllPartsAreDone()
    {
        int* counts = stackalloc int[32];
        for (int call = 0; call < 100; call++)
        {
            new Span<int>(counts, 32).Clear();
            Exception? failure = null;
            try
            {
                WorkerTeam.Run(&Fail, counts, 4);
            }
            catch (InvalidOperationException exception)
            {
                failure = exception;
            }

            Assert.Equal("part 2", failure?.Message);
            Assert.Equal([1, 1, 1, 1], new Span<int>(counts, 4).ToArray());
        }

        EveryPartIsDoneOnce(4);
    }

    [Theory]
    [InlineData(1, 100, 100_000_000, 1)]
    [InlineData(int.MaxValue, 1, 100_000_000, 1)]
    [InlineData(int.MaxValue, 100, 100_000, 1)]
    public void SmallWorkStaysOnOneCore(int cores, int units, long macs, int expected)
    {
        Parallelism.MaxDegreeOfParallelism = cores;
        Assert.Equal(expected, WorkerTeam.Parts(units, macs));
        Assert.Equal(Math.Min(Environment.ProcessorCount, cores), WorkerTeam.Parts(1000, 100_000_000_000));
        Parallelism.MaxDegreeOfParallelism = 1;
    }

    [Fact]
    public void AThreadHasOneCoreUnlessItAsksForMore()
    {
        Assert.Equal(1, Parallelism.MaxDegreeOfParallelism);
        Parallelism.MaxDegreeOfParallelism = int.MaxValue;
        Assert.Equal(Environment.ProcessorCount, Parallelism.MaxDegreeOfParallelism);
        int other = 0;
        var thread = new Thread(() => other = Parallelism.MaxDegreeOfParallelism);
        thread.Start();
        thread.Join();
        Assert.Equal(1, other);
        Parallelism.MaxDegreeOfParallelism = 1;
        Assert.Contains("MaxDegreeOfParallelism is 0; expected 1 at least.", Assert.Throws<ArgumentOutOfRangeException>(() => Parallelism.MaxDegreeOfParallelism = 0).Message, StringComparison.Ordinal);
    }

    private static void Count(void* job, int part, int parts) => Interlocked.Increment(ref ((int*)job)[part]);

    private static void CountTwice(void* job, int part, int parts) => WorkerTeam.Run(&Count, job, 4);

    private static void Fail(void* job, int part, int parts)
    {
        Count(job, part, parts);
        if (part == 2)
        {
            throw new InvalidOperationException("part 2");
        }
    }
}
#endif
