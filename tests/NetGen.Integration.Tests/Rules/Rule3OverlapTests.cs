using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 3: a written span that overlaps another span of the call, or the parameters, is refused before anything is written.</summary>
public class Rule3OverlapTests
{
    private const int N = 3;

    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(Small))]
    public void Overlaps_with_written_spans_are_refused(string name)
    {
        if (RuleNetworks.Specs[name].IsDouble)
        {
            Check<double>(name);
        }
        else
        {
            Check<float>(name);
        }
    }

    private static void Check<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        object instance = RuleNetworks.Create(name);
        var network = (INetwork<T>)instance;
        foreach (Member<T> member in Member<T>.Of(instance, spec))
        {
            foreach (string written in member.Writes)
            {
                foreach (string other in member.Reads.Concat(member.Writes).Where(other => other != written))
                {
                    CheckPair(network, member, written, other);
                }
            }

            if (member.ReadsLabels && member.Writes.Length > 0)
            {
                foreach (string written in member.Writes)
                {
                    var arguments = new Arguments<T>(network, N);
                    Memory<T> numbers = arguments[written];
                    using var ints = new ReinterpretedMemory<T>(numbers);
                    arguments.Labels = ints.Memory[..N];
                    arguments.Labels.Span.Clear();
                    Refusals.Check(network, member, arguments, [written, "labels"], []);
                }
            }

            if (member.WritesLabels)
            {
                var arguments = new Arguments<T>(network, N);
                using var ints = new ReinterpretedMemory<T>(arguments["inputs"]);
                arguments.Labels = ints.Memory[..N];
                Refusals.Check(network, member, arguments, ["labels", "inputs"], []);
            }
        }
    }

    /// <summary>The written span begins on the last number of the other, and the other way round: one number is enough.</summary>
    private static void CheckPair<T>(INetwork<T> network, Member<T> member, string written, string other)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach ((string first, string second) in new[] { (written, other), (other, written) })
        {
            var arguments = new Arguments<T>(network, N);
            int firstLength = arguments[first].Length;
            int secondLength = arguments[second].Length;
            Memory<T> shared = Arguments<T>.Unwritten(firstLength + secondLength - 1);
            arguments[first] = shared[..firstLength];
            arguments[second] = shared[(firstLength - 1)..];
            Refusals.Check(network, member, arguments, [written, other], []);

            // Side by side they do not overlap.
            shared = Arguments<T>.Unwritten(firstLength + secondLength);
            arguments[first] = shared[..firstLength];
            arguments[second] = shared[firstLength..];
            member.Call(arguments);
        }
    }
}
