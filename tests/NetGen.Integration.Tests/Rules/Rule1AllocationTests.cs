using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 1: nothing is allocated from the second call on a thread on; from the first, where the scratch fits the stack budget.</summary>
/// <remarks>Alone: a collection that another test causes counts the unused rest of a thread's allocation buffer as allocated.</remarks>
[Collection(nameof(Alone))]
public class Rule1AllocationTests
{
    public static TheoryData<string> All => RuleNetworks.All;

    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(Small))]
    public void Scratch_of_small_networks_fits_the_stack(string name)
    {
        NetworkInfo info = RuleNetworks.Specs[name].IsDouble
            ? ((INetwork<double>)RuleNetworks.Create(name)).Info
            : ((INetwork<float>)RuleNetworks.Create(name)).Info;
        Assert.InRange(info.ScratchBytes, 0, info.StackBudget);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Members_do_not_allocate(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        List<string> allocations = spec.IsDouble ? Allocations<double>(name, spec) : Allocations<float>(name, spec);
        Assert.True(allocations.Count == 0, string.Join("\n", allocations));
    }

    private static List<string> Allocations<T>(string name, NetworkSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // On another thread and instance first: what the runtime itself allocates when it compiles the code is not the network's.
        OnNewThread(() => Visit<T>(name, spec, (_, _, call) => call()));

        // A collection that the runtime itself causes shows up as an allocation, but not a second time at the same call.
        Dictionary<string, string> once = Measure<T>(name, spec);
        Dictionary<string, string> again = once.Count == 0 ? once : Measure<T>(name, spec);
        return [.. once.Where(allocation => again.ContainsKey(allocation.Key)).Select(allocation => $"{allocation.Key}: {allocation.Value}")];
    }

    private static Dictionary<string, string> Measure<T>(string name, NetworkSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dictionary<string, string> allocations = [];
        OnNewThread(() => Visit<T>(name, spec, (description, mayAllocateFirst, call) =>
        {
            long first = Allocated(call);
            long second = Allocated(call);
            if ((!mayAllocateFirst && first != 0) || second != 0)
            {
                allocations[description] = $"{first} bytes, then {second}";
            }
        }));
        return allocations;
    }

    /// <summary>Every member of a new instance, at several N; tells whether the first call at that N may still allocate.</summary>
    private static void Visit<T>(string name, NetworkSpec spec, Action<string, bool, Action> visit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        object instance = RuleNetworks.Create(name);
        var network = (INetwork<T>)instance;
        bool fitsStack = network.Info.ScratchBytes <= network.Info.StackBudget;
        foreach (Member<T> member in Member<T>.Of(instance, spec))
        {
            int largest = 0;
            int[] batches = fitsStack ? [1, 12, 5, 200, 37] : [1, 9, 4];
            foreach (int n in batches)
            {
                // Above the largest N so far the scratch of a thread may grow, and TrainStep may come to need its buffer of gradients.
                bool mayAllocateFirst = n > largest && (!fitsStack || (member.Trains && n > 1));
                var arguments = new Arguments<T>(network, n);
                visit($"{member} of {n} samples", mayAllocateFirst, () => member.Call(arguments));
                largest = Math.Max(largest, n);
            }
        }
    }

    private static long Allocated(Action call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void OnNewThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}

/// <summary>Tests that run while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone
{
}
