using System;
using System.Linq;
using System.Numerics;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>The padding of the storage: no finite number in it reaches a result, and gradients have 0 there.</summary>
public class PaddingTests
{
    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(Small))]
    public void Garbage_in_the_padding_changes_no_bit(string name)
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
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        object clean = RuleNetworks.Create(name);
        foreach (T garbage in new[] { T.MaxValue, T.MinValue, T.CreateChecked(1.5), T.Epsilon })
        {
            object dirty = RuleNetworks.Create(name);
            FillPadding((INetwork<T>)clean, T.Zero);
            FillPadding((INetwork<T>)dirty, garbage);
            foreach ((Member<T> first, Member<T> second) in Member<T>.Of(clean, spec).Zip(Member<T>.Of(dirty, spec)).Where(pair => !pair.First.Trains))
            {
                foreach (int n in new[] { 1, 9 })
                {
                    var expected = new Arguments<T>((INetwork<T>)clean, n);
                    var actual = new Arguments<T>((INetwork<T>)dirty, n);
                    first.Call(expected);
                    second.Call(actual);
                    Assert.All(first.Writes, written => Assert.True(expected[written].Span.SequenceEqual(actual[written].Span), $"{first}: {written}"));
                    Assert.True(expected.Labels.Span.SequenceEqual(actual.Labels.Span), $"{first}: labels");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Training_with_garbage_in_the_padding_goes_the_same_way(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        if (spec.Loss is null)
        {
            return;
        }

        if (spec.IsDouble)
        {
            Train<double>(name);
        }
        else
        {
            Train<float>(name);
        }
    }

    private static void Train<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        NetworkCase drawn = RuleNetworks.Case(name, n: 6);
        var clean = new NetworkUnderTest<T>(RuleNetworks.Create(name)) { Parameters = drawn.Parameters };
        FillPadding(clean.Network, T.Zero);
        var dirty = new NetworkUnderTest<T>(RuleNetworks.Create(name)) { Parameters = drawn.Parameters };
        for (int step = 0; step < 20; step++)
        {
            Assert.Equal(clean.TrainStep(drawn.Inputs, drawn.Targets!, 0.125), dirty.TrainStep(drawn.Inputs, drawn.Targets!, 0.125));
        }

        Assert.Equal(clean.Parameters, dirty.Parameters);
        Assert.All(dirty.Network.Parameters.ToArray(), number => Assert.True(T.IsFinite(number)));
    }

    private static void FillPadding<T>(INetwork<T> network, T garbage)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] marked = new T[network.StorageLength];
        network.FromCanonical([.. Enumerable.Repeat(T.One, network.ParameterCount)], marked);
        for (int i = 0; i < marked.Length; i++)
        {
            if (T.IsZero(marked[i]))
            {
                network.Parameters[i] = garbage;
            }
        }
    }
}
