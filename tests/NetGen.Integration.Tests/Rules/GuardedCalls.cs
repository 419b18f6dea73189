using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Calls whose spans lie between forbidden pages. They must write nothing around the spans, and give the bits that the same calls give on arrays.</summary>
/// <remarks>A call that touches a forbidden page ends the test process; the stack that it prints has the name of the network and the method.</remarks>
internal static class GuardedCalls
{
    private const int LargestShift = 15;

    /// <summary>All members, with spans that touch a forbidden page, and with spans that begin anywhere in a vector.</summary>
    /// <param name="create">Makes an instance, the same every time.</param>
    /// <param name="spec">Its declaration.</param>
    /// <param name="sampleCounts">How many samples, in one call after another.</param>
    /// <param name="shifts">From 1 to 15: for each of them, spans that begin so many numbers behind a page, more or less.</param>
    public static void Check<T>(Func<object> create, NetworkSpec spec, int[] sampleCounts, params IEnumerable<int> shifts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!GuardedMemory<T>.IsSupported)
        {
            return;
        }

        object plain = create();
        object guarded = create();
        foreach (int n in sampleCounts)
        {
            Check<T>(plain, guarded, spec, n, atEnd: true, shift: 0);
            Check<T>(plain, guarded, spec, n, atEnd: false, shift: 0);
            foreach (int shift in shifts)
            {
                Check<T>(plain, guarded, spec, n, atEnd: false, shift);
            }
        }
    }

    private static void Check<T>(object plain, object guarded, NetworkSpec spec, int n, bool atEnd, int shift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach ((Member<T> onArrays, Member<T> member) in Members<T>(plain, spec).Zip(Members<T>(guarded, spec)))
        {
            var expected = new Arguments<T>((INetwork<T>)plain, n);
            onArrays.Call(expected);

            var arguments = new Arguments<T>((INetwork<T>)guarded, n);
            string call = $"{member} of {n} samples, {(atEnd ? "at the end" : $"at the beginning + {shift}")}\n{spec.ToDeclaration("Guarded")}";
            List<GuardedMemory<T>> memory = [];
            foreach (string parameter in member.Reads.Concat(member.Writes))
            {
                // The spans of a call begin at different places.
                int distance = shift == 0 ? 0 : 1 + ((shift + (4 * memory.Count)) % LargestShift);
                memory.Add(new GuardedMemory<T>(arguments[parameter].Span, atEnd, distance));
                arguments[parameter] = memory[^1].Memory;
            }

            var labels = new GuardedMemory<int>(arguments.Labels.Span, atEnd, shift);
            arguments.Labels = labels.Memory;

            member.Call(arguments);

            Assert.True(memory.All(span => span.IsIntact) && labels.IsIntact, $"{call}\nwrites around a span");
            foreach (string written in member.Writes)
            {
                Assert.True(expected[written].Span.SequenceEqual(arguments[written].Span), $"{call}\n{written} differs from what it is on arrays");
            }

            Assert.True(expected.Labels.Span.SequenceEqual(arguments.Labels.Span), $"{call}\nlabels differ from what they are on arrays");
            Assert.True(expected.Returned.Equals(arguments.Returned), $"{call}\n{arguments.Returned} returned, {expected.Returned} on arrays");
            Assert.True(((INetwork<T>)plain).Parameters.SequenceEqual(((INetwork<T>)guarded).Parameters), $"{call}\nparameters differ from what they are on arrays");
            foreach (IDisposable span in memory.Append<IDisposable>(labels))
            {
                span.Dispose();
            }
        }
    }

    private static IEnumerable<Member<T>> Members<T>(object instance, NetworkSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T> => Member<T>.Of(instance, spec).Concat(Member<T>.Conversions((INetwork<T>)instance));
}
