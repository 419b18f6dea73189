using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 7: θ is a managed array, pinned and 64-byte aligned; a span alone keeps it alive.</summary>
public class Rule7StorageTests
{
    public static TheoryData<string> All => RuleNetworks.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Parameters_are_aligned_to_64_bytes_and_stay_where_they_are(string name)
    {
        List<object> networks = [];
        List<byte[]> holes = [];
        for (int i = 0; i < 5; i++)
        {
            networks.Add(RuleNetworks.Create(name));

            // Something to leave holes that a compacting collection would close.
            holes.Add(new byte[1000 + (17 * i)]);
        }

        nint[] before = [.. networks.Select(Address)];
        holes.Clear();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.All(before, address => Assert.Equal(0, address % 64));
        Assert.Equal(before, networks.Select(Address));
        Assert.Equal(before.Length, before.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_array_is_on_the_managed_heap(string name)
    {
        // The first instance pays for what a class costs once.
        RuleNetworks.Create(name);
        long before = GC.GetAllocatedBytesForCurrentThread();
        object network = RuleNetworks.Create(name);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated >= Bytes(network), $"{allocated} bytes were allocated for {Bytes(network)} of parameters.");
    }

    [Fact]
    public void A_span_alone_keeps_the_parameters_alive()
    {
        Span<double> theta = ParametersOfLostNetwork(out WeakReference network);
        double[] expected = theta.ToArray();
        Collect();
        Assert.False(network.IsAlive);

        // What had been freed would now be written over.
        object[] others = [.. Enumerable.Range(0, 200).Select(_ => new LostNetwork())];
        byte[][] filled = [.. Enumerable.Range(0, 200).Select(i => { byte[] b = new byte[900 + i]; b.AsSpan().Fill(0xEE); return b; })];
        Collect();
        Assert.Equal(expected, theta.ToArray());
        GC.KeepAlive(others);
        GC.KeepAlive(filled);
    }

    [Fact]
    public void Parameters_are_the_same_place_on_every_call()
    {
        var network = (INetwork<double>)(object)new LostNetwork();
        network.Parameters[3] = 42;
        Assert.Equal(42, network.Parameters[3]);
        Assert.Equal(network.StorageLength, network.Parameters.Length);
        Assert.True(network.StorageLength >= network.ParameterCount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<double> ParametersOfLostNetwork(out WeakReference reference)
    {
        var network = (INetwork<double>)(object)new LostNetwork();
        reference = new WeakReference(network);
        return network.Parameters;
    }

    private static void Collect()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    private static nint Address(object network) => network is INetwork<double> wide ? Address(wide.Parameters) : Address(((INetwork<float>)network).Parameters);

    private static nint Address<T>(Span<T> span) => Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref MemoryMarshal.GetReference(span));

    private static long Bytes(object network) =>
        network is INetwork<double> wide ? sizeof(double) * (long)wide.StorageLength : sizeof(float) * (long)((INetwork<float>)network).StorageLength;
}

[Network(9, Precision = Precision.Double)]
[Dense(7, Activation.Relu)]
[Dense(3, Activation.Softmax)]
internal sealed partial class LostNetwork
{
}
