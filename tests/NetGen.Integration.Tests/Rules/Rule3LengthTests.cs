using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 3: a length that does not fit, N = 0 and a label that is no class are refused, by name, before anything is written.</summary>
public class Rule3LengthTests
{
    private const int N = 3;

    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(Small))]
    public void Wrong_lengths_are_refused(string name)
    {
        if (RuleNetworks.Specs[name].IsDouble)
        {
            CheckLengths<double>(name);
        }
        else
        {
            CheckLengths<float>(name);
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Labels_outside_the_classes_are_refused(string name)
    {
        if (RuleNetworks.Specs[name].IsDouble)
        {
            CheckLabels<double>(name);
        }
        else
        {
            CheckLabels<float>(name);
        }
    }

    private static void CheckLengths<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        object instance = RuleNetworks.Create(name);
        var network = (INetwork<T>)instance;
        foreach (Member<T> member in Member<T>.Of(instance, spec))
        {
            foreach (string parameter in member.Reads.Concat(member.Writes))
            {
                foreach ((int length, string[] mentions) in WrongLengths(parameter, network, member))
                {
                    var arguments = new Arguments<T>(network, N);
                    arguments[parameter] = Arguments<T>.Unwritten(length);
                    Refusals.Check(network, member, arguments, [parameter], [Text(length), .. mentions]);
                }
            }

            if (member.ReadsLabels || member.WritesLabels)
            {
                foreach (int length in new[] { 0, N - 1, N + 1 })
                {
                    var arguments = new Arguments<T>(network, N) { Labels = new int[length] };
                    Refusals.Check(network, member, arguments, ["labels"], [Text(length), Text(N)]);
                }
            }

            if (!member.Reads.Contains("input"))
            {
                // No samples at all, though all lengths agree on it.
                Refusals.Check(network, member, new Arguments<T>(network, 0), ["inputs"], ["0"]);
            }
        }
    }

    /// <summary>Lengths that do not fit N samples, with the numbers that the message must mention as what was expected.</summary>
    private static IEnumerable<(int Length, string[] Mentions)> WrongLengths<T>(string parameter, INetwork<T> network, Member<T> member)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (parameter)
        {
            case "inputs":
                // A whole number of samples that is not N is the other span's fault or this one's; no whole number is this one's alone.
                yield return ((N * network.InputSize) + 1, [Text(network.InputSize)]);
                yield return ((N * network.InputSize) - 1, [Text(network.InputSize)]);
                yield return (0, []);
                break;
            case "input":
                yield return (network.InputSize - 1, [Text(network.InputSize)]);
                yield return (network.InputSize + 1, [Text(network.InputSize)]);
                yield return (2 * network.InputSize, [Text(network.InputSize)]);
                yield return (0, [Text(network.InputSize)]);
                break;
            case "gradients":
                yield return (network.StorageLength - 1, [Text(network.StorageLength)]);
                yield return (network.StorageLength + 1, [Text(network.StorageLength)]);
                yield return (0, [Text(network.StorageLength)]);
                break;
            default:
                int width = parameter == "inputGradients" ? network.InputSize : network.OutputSize;
                foreach (int length in new[] { (N * width) - 1, (N * width) + 1, (N - 1) * width, (N + 1) * width, 0 })
                {
                    // Backpropagate takes no inputGradients for an order not to compute them.
                    if (length > 0 || parameter != "inputGradients" || !member.Name.StartsWith("Backpropagate", StringComparison.Ordinal))
                    {
                        yield return (length, [Text(N * width)]);
                    }
                }

                break;
        }
    }

    private static void CheckLabels<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        object instance = RuleNetworks.Create(name);
        var network = (INetwork<T>)instance;
        foreach (Member<T> member in Member<T>.Of(instance, spec).Where(member => member.ReadsLabels))
        {
            foreach (int wrong in new[] { -1, network.OutputSize, int.MinValue, int.MaxValue })
            {
                // The last of many: the rows before it must not have been worked through.
                var arguments = new Arguments<T>(network, 777);
                arguments.Labels.Span[^1] = wrong;
                ArgumentException refusal = Refusals.Check(network, member, arguments, ["labels"], [Text(wrong), Text(network.OutputSize - 1)]);
                Assert.IsType<ArgumentOutOfRangeException>(refusal);
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
