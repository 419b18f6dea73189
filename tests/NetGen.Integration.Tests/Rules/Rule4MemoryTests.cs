using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 4: nothing is read or written outside the spans of a call. A network that does ends the test process here.</summary>
public class Rule4MemoryTests
{
    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(Small))]
    public void Spans_may_end_where_memory_ends(string name) => Check(name, atEnd: true);

    [Theory]
    [MemberData(nameof(Small))]
    public void Spans_may_begin_where_memory_begins(string name) => Check(name, atEnd: false);

    private static void Check(string name, bool atEnd)
    {
        if (!GuardedMemory<float>.IsSupported)
        {
            return;
        }

        if (RuleNetworks.Specs[name].IsDouble)
        {
            Check<double>(name, atEnd);
        }
        else
        {
            Check<float>(name, atEnd);
        }
    }

    private static void Check<T>(string name, bool atEnd)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        object instance = RuleNetworks.Create(name);
        var network = (INetwork<T>)instance;
        foreach (int n in new[] { 1, 3, 8, 13 })
        {
            foreach (Member<T> member in Member<T>.Of(instance, spec).Where(member => !member.Trains || n < 8))
            {
                var plain = new Arguments<T>(network, n);
                var guarded = new Arguments<T>(network, n);
                List<IDisposable> memory = [];
                foreach (string parameter in member.Reads.Concat(member.Writes))
                {
                    var numbers = new GuardedMemory<T>(guarded[parameter].Span, atEnd);
                    guarded[parameter] = numbers.Memory;
                    memory.Add(numbers);
                }

                var labels = new GuardedMemory<int>(guarded.Labels.Span, atEnd);
                guarded.Labels = labels.Memory;
                memory.Add(labels);

                member.Call(guarded);
                if (!member.Trains)
                {
                    // The place of a span makes no difference to the bits.
                    member.Call(plain);
                    Assert.All(member.Writes, written => Assert.True(plain[written].Span.SequenceEqual(guarded[written].Span), $"{member}: {written}"));
                    Assert.True(plain.Labels.Span.SequenceEqual(guarded.Labels.Span));
                }

                memory.ForEach(one => one.Dispose());
            }
        }
    }
}
