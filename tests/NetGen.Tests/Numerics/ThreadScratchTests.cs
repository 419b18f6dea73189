using System;
using System.Threading;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Each test has number types of its own, so that it finds no buffer of another test.</summary>
public class ThreadScratchTests
{
    [Fact]
    public void Gives_the_length_asked_for()
    {
        foreach (int length in new[] { 0, 3, 1, 100, 7 })
        {
            Assert.Equal(length, ThreadScratch.Get<Lengths>(length).Length);
        }
    }

    [Fact]
    public void Gives_the_same_memory_again()
    {
        Span<Again> first = ThreadScratch.Get<Again>(100);
        Span<Again> second = ThreadScratch.Get<Again>(40);

        Assert.True(first.Slice(0, 40) == second);
    }

    [Fact]
    public void Allocates_nothing_up_to_the_largest_length_seen()
    {
        ThreadScratch.Get<Allocations>(10);
        ThreadScratch.Get<Allocations>(1000);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int length = 0; length <= 1000; length++)
        {
            ThreadScratch.Get<Allocations>(length);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Threads_share_nothing()
    {
        ThreadScratch.Get<Threads>(1)[0] = new Threads(1);
        var thread = new Thread(() => ThreadScratch.Get<Threads>(1)[0] = new Threads(2));
        thread.Start();
        thread.Join();

        Assert.Equal(1, ThreadScratch.Get<Threads>(1)[0].Value);
    }

    [Fact]
    public void Number_types_share_nothing()
    {
        Span<float> singles = ThreadScratch.Get<float>(8);
        Span<double> doubles = ThreadScratch.Get<double>(8);
        singles.Fill(1.0f);
        doubles.Fill(2.0);

        Assert.Equal(1.0f, singles[7]);
        Assert.Equal(2.0, doubles[7]);
    }

#if !NETSTANDARD_LIBRARY
    [Fact]
    public unsafe void Starts_at_multiples_of_64_bytes_and_never_moves()
    {
        foreach (int length in new[] { 1, 100, 10_000 })
        {
            fixed (Aligned* pointer = ThreadScratch.Get<Aligned>(length))
            {
                Assert.Equal(0, (nint)pointer % 64);
                GC.Collect();
            }

            nint before = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref ThreadScratch.Get<Aligned>(length)[0]);
            GC.Collect();
            Assert.Equal(before, (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref ThreadScratch.Get<Aligned>(length)[0]));
        }
    }

#endif
    private readonly record struct Lengths(int Value);

    private readonly record struct Aligned(int Value);

    private readonly record struct Again(int Value);

    private readonly record struct Allocations(int Value);

    private readonly record struct Threads(int Value);
}
