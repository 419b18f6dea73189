using System;
using System.Linq;
using System.Numerics;
using System.Threading;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 2: any number of threads at once on one instance; scratch that does not grow with N.</summary>
public class Rule2ThreadTests
{
    private const int Threads = 4;
    private const int Rounds = 50;

    public static TheoryData<string> All => RuleNetworks.All;

    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(All))]
    public void Threads_on_one_instance_get_the_bits_of_one_thread(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        if (spec.IsDouble)
        {
            Check<double>(name, spec);
        }
        else
        {
            Check<float>(name, spec);
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Many_rows_agree_with_the_reference(string name)
    {
        // More than one block of rows, whatever a block is, and no multiple of anything.
        NetworkCase expected = RuleNetworks.Case(name, n: 1009);
        if (expected.Network.IsDouble)
        {
            CaseChecker.Check<double>(RuleNetworks.Create(name), expected);
        }
        else
        {
            CaseChecker.Check<float>(RuleNetworks.Create(name), expected);
        }
    }

    private static void Check<T>(string name, NetworkSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        object instance = RuleNetworks.Create(name);
        var network = (INetwork<T>)instance;
        Member<T>[] members = [.. Member<T>.Of(instance, spec).Where(member => !member.Trains)];
        int rounds = network.ParameterCount > 10_000 ? 2 : Rounds;

        // Each thread has inputs of its own, which one thread has gone through before.
        Arguments<T>[] expected = [.. Enumerable.Range(1, Threads).Select(n => new Arguments<T>(network, n))];
        string[] serial = [.. expected.Select(arguments => Run(members, arguments))];

        string?[] parallel = new string?[Threads];
        using var start = new Barrier(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(t => new Thread(() =>
        {
            start.SignalAndWait();
            for (int round = 0; round < rounds; round++)
            {
                string result = Run(members, new Arguments<T>(network, t + 1));
                parallel[t] = round == 0 || result == parallel[t] ? result : "The rounds differ.";
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(serial, parallel);
    }

    /// <summary>The bits of everything that the members write.</summary>
    private static string Run<T>(Member<T>[] members, Arguments<T> arguments)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var hash = default(HashCode);
        foreach (Member<T> member in members)
        {
            member.Call(arguments);
            foreach (string written in member.Writes)
            {
                hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(arguments[written].Span));
            }
        }

        return hash.ToHashCode().ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
