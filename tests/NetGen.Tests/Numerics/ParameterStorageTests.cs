using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class ParameterStorageTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100_000)]
    public void Holds_that_many_zeros_in_one_place(int length)
    {
        var storage = new ParameterStorage<float>(length);

        Assert.Equal(new float[length], storage.Span.ToArray());
        Assert.True(storage.Span == storage.Span);
    }

    [Fact]
    public void Keeps_what_is_written()
    {
        var storage = new ParameterStorage<double>(5);
        storage.Span[4] = 7.0;

        Assert.Equal([0.0, 0.0, 0.0, 0.0, 7.0], storage.Span.ToArray());
    }

    [Fact]
    public void Instances_share_nothing()
    {
        var one = new ParameterStorage<float>(32);
        var other = new ParameterStorage<float>(32);

        Assert.False(one.Span.Overlaps(other.Span));
    }

    [Fact]
    public void A_span_alone_keeps_the_memory_alive()
    {
        Span<float> span = SpanOfForgottenStorage(out WeakReference storage);
        Churn();

        Assert.False(storage.IsAlive);
        for (int i = 0; i < span.Length; i++)
        {
            Assert.Equal(i, span[i]);
        }
    }

#if !NETSTANDARD_LIBRARY
    [Fact]
    public void Is_aligned_to_64_bytes()
    {
        for (int length = 1; length < 200; length++)
        {
            Assert.Equal(0, Address(new ParameterStorage<float>(length).Span) % 64);
            Assert.Equal(0, Address(new ParameterStorage<double>(length).Span) % 64);
        }
    }

    [Fact]
    public void Never_moves()
    {
        var storages = new List<(ParameterStorage<float> Storage, nint Address)>();
        for (int i = 0; i < 100; i++)
        {
            var storage = new ParameterStorage<float>(100);
            storages.Add((storage, Address(storage.Span)));
        }

        Churn();

        Assert.All(storages, item => Assert.Equal(item.Address, Address(item.Storage.Span)));
    }

    private static nint Address<T>(Span<T> span) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref MemoryMarshal.GetReference(span));
#endif

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<float> SpanOfForgottenStorage(out WeakReference weak)
    {
        var storage = new ParameterStorage<float>(1000);
        for (int i = 0; i < storage.Span.Length; i++)
        {
            storage.Span[i] = i;
        }

        weak = new WeakReference(storage);
        return storage.Span;
    }

    /// <summary>Collects and compacts, and fills what became free.</summary>
    private static void Churn()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            for (int k = 0; k < 1000; k++)
            {
                GC.KeepAlive(GC.AllocateArray<long>(500, pinned: k % 2 == 0));
            }
        }
    }
}
