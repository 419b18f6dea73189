using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Calls that must be refused.</summary>
internal static class Refusals
{
    /// <summary>The call throws an ArgumentException that names one of the parameters and mentions the numbers, and writes nothing.</summary>
    public static ArgumentException Check<T>(INetwork<T> network, Member<T> member, Arguments<T> arguments, string[] parameters, string[] mentions)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] theta = network.Parameters.ToArray();
        Dictionary<string, T[]> before = member.Reads.Concat(member.Writes).ToDictionary(name => name, name => arguments[name].ToArray());
        int[] labels = arguments.Labels.ToArray();

        Exception? exception = Record.Exception(() => member.Call(arguments));
        string call = $"{network.GetType().Name}.{member}, {string.Join(" or ", parameters)}";
        Assert.True(exception is ArgumentException, $"{call}: an ArgumentException was expected, and came {exception?.ToString() ?? "none"}");
        var refusal = (ArgumentException)exception!;
        Assert.True(parameters.Contains(refusal.ParamName), $"{call}: the exception names {refusal.ParamName}: {refusal.Message}");
        foreach (string mention in mentions)
        {
            Assert.True(refusal.Message.Contains(mention, StringComparison.Ordinal), $"{call}: the message does not mention {mention}: {refusal.Message}");
        }

        Assert.True(theta.AsSpan().SequenceEqual(network.Parameters), $"{call}: the parameters were written.");
        foreach ((string name, T[] values) in before)
        {
            Assert.True(values.AsSpan().SequenceEqual(arguments[name].Span), $"{call}: {name} was written.");
        }

        Assert.Equal(labels, arguments.Labels.ToArray());
        return refusal;
    }
}
