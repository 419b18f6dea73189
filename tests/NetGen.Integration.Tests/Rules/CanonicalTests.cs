using System;
using System.Linq;
using System.Numerics;
using System.Reflection;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>ToCanonical and FromCanonical: what is saved or exchanged does not depend on the layout.</summary>
public class CanonicalTests
{
    public static TheoryData<string> All => RuleNetworks.All;

    public static TheoryData<string> Small => RuleNetworks.Small;

    [Theory]
    [MemberData(nameof(All))]
    public void There_and_back_is_the_same(string name) => Run(name, RoundTrip<float>, RoundTrip<double>);

    [Theory]
    [MemberData(nameof(Small))]
    public void Lengths_and_overlaps_are_checked(string name) => Run(name, Refuse<float>, Refuse<double>);

    [Theory]
    [MemberData(nameof(Small))]
    public void Both_are_static_members_of_the_class(string name)
    {
        Type type = RuleNetworks.Create(name).GetType();
        foreach (string member in new[] { "ToCanonical", "FromCanonical" })
        {
            Assert.NotNull(type.GetMethod(member, BindingFlags.Public | BindingFlags.Static));
        }
    }

    private static void RoundTrip<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] canonical = [.. Enumerable.Range(1, network.ParameterCount).Select(T.CreateChecked)];
        T[] stored = [.. Enumerable.Repeat(T.NaN, network.StorageLength)];
        network.FromCanonical(canonical, stored);

        // Every number has one place, and all other places hold 0.
        Assert.Equal(canonical, stored.Where(number => !T.IsZero(number)).Order());
        Assert.Equal(network.StorageLength - network.ParameterCount, stored.Count(T.IsZero));

        // What stands in the padding is nobody's.
        for (int i = 0; i < stored.Length; i++)
        {
            stored[i] = T.IsZero(stored[i]) ? T.NaN : stored[i];
        }

        T[] back = [.. Enumerable.Repeat(T.NaN, network.ParameterCount)];
        network.ToCanonical(stored, back);
        Assert.Equal(canonical, back);
    }

    private static void Refuse<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] stored = new T[network.StorageLength];
        T[] canonical = new T[network.ParameterCount];
        foreach (int wrong in new[] { -1, 1 })
        {
            T[] wrongStored = new T[network.StorageLength + wrong];
            T[] wrongCanonical = new T[network.ParameterCount + wrong];
            Refuses("stored", wrongStored.Length, network.StorageLength, () => network.ToCanonical(wrongStored, canonical));
            Refuses("canonical", wrongCanonical.Length, network.ParameterCount, () => network.ToCanonical(stored, wrongCanonical));
            Refuses("canonical", wrongCanonical.Length, network.ParameterCount, () => network.FromCanonical(wrongCanonical, stored));
            Refuses("stored", wrongStored.Length, network.StorageLength, () => network.FromCanonical(canonical, wrongStored));
        }

        // One number in common is enough.
        T[] both = new T[stored.Length + canonical.Length - 1];
        Assert.ThrowsAny<ArgumentException>(() => network.ToCanonical(both.AsSpan(0, stored.Length), both.AsSpan(stored.Length - 1)));
        Assert.ThrowsAny<ArgumentException>(() => network.FromCanonical(both.AsSpan(0, canonical.Length), both.AsSpan(canonical.Length - 1)));
    }

    private static void Refuses(string parameter, int actual, int expected, Action call)
    {
        ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(parameter, refusal.ParamName);
        Assert.Contains(actual.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
    }

    private static void Run(string name, Action<INetwork<float>> single, Action<INetwork<double>> wide)
    {
        object network = RuleNetworks.Create(name);
        if (network is INetwork<double> d)
        {
            wide(d);
        }
        else
        {
            single((INetwork<float>)network);
        }
    }
}
