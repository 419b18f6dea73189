using System.Linq;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 4: nothing is read or written outside the spans of a call, whatever the surface, and wherever in a vector a span begins.</summary>
public class Rule4MemoryTests
{
    private static readonly int[] SampleCounts = [1, 3, 8, 13];

    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(Small))]
    public void Members_stay_inside_their_spans(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        if (spec.IsDouble)
        {
            GuardedCalls.Check<double>(() => RuleNetworks.Create(name), spec, SampleCounts, Enumerable.Range(1, 15));
        }
        else
        {
            GuardedCalls.Check<float>(() => RuleNetworks.Create(name), spec, SampleCounts, Enumerable.Range(1, 15));
        }
    }
}
