using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace NetGen.Integration.Tests.Jit;

/// <summary>The machine code of a method.</summary>
/// <param name="Name">Class, name and parameters, as the JIT writes them.</param>
/// <param name="Instructions">Instructions, and the labels of blocks between them.</param>
internal sealed partial record JitMethod(string Name, IReadOnlyList<string> Instructions)
{
    /// <summary>Of the loops that have no loop inside, the one with most fused multiply-adds, and of several the shortest; empty where there is no loop.</summary>
    public IReadOnlyList<string> MainLoop => InnerLoops().MaxBy(loop => (loop.Count(IsMultiplyAdd), -loop.Length)) ?? [];

    public static bool IsMultiplyAdd(string instruction) => instruction.StartsWith("vfmadd", StringComparison.Ordinal);

    public static bool IsCall(string instruction) => instruction.StartsWith("call", StringComparison.Ordinal);

    /// <summary>Whether a vector is brought to the stack or back.</summary>
    public static bool IsSpill(string instruction) => Spill().IsMatch(instruction);

    public override string ToString() => Name;

    private List<string[]> InnerLoops()
    {
        // A loop goes from a label to the last jump back to it, if that has a condition: others only come back from code that has been moved out of the way.
        Dictionary<string, int> labels = [];
        Dictionary<int, int> loops = [];
        for (int i = 0; i < Instructions.Count; i++)
        {
            if (Label().Match(Instructions[i]) is { Success: true } label)
            {
                labels[label.Groups[1].Value] = i;
            }
            else if (Jump().Match(Instructions[i]) is { Success: true } jump && labels.TryGetValue(jump.Groups[1].Value, out int start))
            {
                loops[start] = i;
            }
        }

        return
        [
            .. loops
                .Where(loop => !loops.Any(other => other.Key > loop.Key && other.Value <= loop.Value))
                .Select(loop => Instructions.Take(loop.Key..(loop.Value + 1)).Where(line => !Label().IsMatch(line)).ToArray()),
        ];
    }

    [GeneratedRegex(@"^(G_M\w+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^j(?!mp)\w+\s+(?:SHORT )?(G_M\w+)$")]
    private static partial Regex Jump();

    [GeneratedRegex(@"^v?mov.*\b[xyz]mm.*\[r[sb]p|^v?mov.*\[r[sb]p.*\b[xyz]mm")]
    private static partial Regex Spill();
}
