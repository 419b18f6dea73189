using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Lowering;

/// <summary>What layers are called: by the user, or <c>hidden1</c>, <c>hidden2</c>, … and <c>output</c>.</summary>
internal static class LayerNames
{
    private const string Argument = "Name";

    public static IReadOnlyList<string> Of(NetworkModel network)
    {
        HashSet<string> taken = [.. network.Layers.Select(Given).OfType<string>()];
        return network.Layers.Select((layer, index) => Given(layer) ?? Default(index, network.Layers.Count, taken)).ToArray();
    }

    public static void Check(NetworkModel network, FindingList findings)
    {
        Dictionary<string, int> first = [];
        for (int index = 0; index < network.Layers.Count; index++)
        {
            if (Given(network.Layers[index]) is not { } name)
            {
                continue;
            }

            if (!ArgumentChecks.IsIdentifier(name))
            {
                findings.Error(FindingIds.InvalidName, FindingTarget.Layer(index, Argument), PrintableText.Of(name));
            }
            else if (first.TryGetValue(name, out int other))
            {
                findings.Error(FindingIds.DuplicateName, FindingTarget.Layer(index, Argument), name, $"layer {other + 1}");
            }
            else
            {
                first.Add(name, index);
            }
        }
    }

    public static bool IsGiven(LayerModel layer) => Given(layer) is not null;

    private static string? Given(LayerModel layer) => layer.Get<string?>(Argument, null);

    private static string Default(int index, int count, HashSet<string> taken)
    {
        string name = index == count - 1 ? "output" : $"hidden{index + 1}";
        while (taken.Contains(name))
        {
            name += "_";
        }

        return name;
    }
}
