using System;
using System.Linq;
using System.Numerics;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 5: the same bits on every call and instance; N samples in one call give what N calls give.</summary>
public class Rule5ReproducibilityTests
{
    public static TheoryData<string> All => RuleNetworks.All;

    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_call_gives_the_same_bits_on_every_instance(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        if (spec.IsDouble)
        {
            CheckBits<double>(name, spec);
        }
        else
        {
            CheckBits<float>(name, spec);
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void N_samples_in_one_call_give_what_N_calls_give(string name)
    {
        // Eight samples fill half of the widest vector, and run in vectors of that width where the network is small enough.
        foreach (int n in new[] { 8, 23 })
        {
            NetworkCase drawn = RuleNetworks.Case(name, n);
            if (drawn.Network.IsDouble)
            {
                CheckBatch<double>(name, drawn);
            }
            else
            {
                CheckBatch<float>(name, drawn);
            }
        }
    }

    private static void CheckBits<T>(string name, NetworkSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        object one = RuleNetworks.Create(name);
        object other = RuleNetworks.Create(name);
        foreach ((Member<T> first, Member<T> second) in Member<T>.Of(one, spec).Zip(Member<T>.Of(other, spec)))
        {
            var expected = new Arguments<T>((INetwork<T>)one, 11);
            first.Call(expected);
            for (int round = 0; round < 2; round++)
            {
                var actual = new Arguments<T>((INetwork<T>)other, 11);

                // TrainStep changes what the next call starts from: once each.
                if (round == 0 || !first.Trains)
                {
                    second.Call(actual);
                    Assert.All(first.Writes, written => Assert.True(expected[written].Span.SequenceEqual(actual[written].Span), $"{first}: {written}"));
                    Assert.True(expected.Labels.Span.SequenceEqual(actual.Labels.Span), $"{first}: labels");
                }
            }

            Assert.True(((INetwork<T>)one).Parameters.SequenceEqual(((INetwork<T>)other).Parameters), $"{first}: parameters");
        }
    }

    private static void CheckBatch<T>(string name, NetworkCase drawn)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var network = new NetworkUnderTest<T>(RuleNetworks.Create(name)) { Parameters = drawn.Parameters };
        double[][] inputs = [.. drawn.Inputs.Chunk(drawn.Network.InputSize)];
        double[][] given = [.. drawn.OutputGradients.Chunk(drawn.Network.OutputSize)];
        double tolerance = Agreement.Tolerance(drawn.Network.IsDouble, isExtreme: false);

        // Nothing is summed over samples in these: the same bits.
        Assert.Equal([.. inputs.SelectMany(network.Forward)], network.Forward(drawn.Inputs));
        (double[] gradients, double[] inputGradients) = network.Backpropagate(drawn.Inputs, drawn.OutputGradients);
        var each = inputs.Zip(given, (x, g) => network.Backpropagate(x, g)).ToArray();
        Assert.Equal([.. each.SelectMany(one => one.InputGradients)], inputGradients);

        Expect.Close(Sum(each.Select(one => one.Gradients)), gradients, tolerance);
        if (drawn.Targets is { } all)
        {
            double[][] targets = [.. all.Chunk(drawn.Network.OutputSize)];
            Expect.Close(inputs.Zip(targets, network.Loss).Average(), network.Loss(drawn.Inputs, all), tolerance);
            double[] sum = Sum(inputs.Zip(targets, (x, t) => network.Backward(x, t).Gradients));
            Expect.Close([.. sum.Select(g => g / inputs.Length)], network.Backward(drawn.Inputs, all).Gradients, tolerance);
        }
    }

    private static double[] Sum(System.Collections.Generic.IEnumerable<double[]> rows) =>
        rows.Aggregate((sum, row) => [.. sum.Zip(row, (a, b) => a + b)]);
}
