using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>Which metrics are computed, and which of them a name means.</summary>
internal static class MetricChoice
{
    /// <summary>The metrics that a user chose, or else those that suit the network. No two have one name.</summary>
    public static Metric<T>[] Of<T>(IReadOnlyList<Metric<T>>? chosen, INetwork<T> network, Dataset<T> data)
        where T : unmanaged
    {
        Metric<T>[] metrics = (chosen ?? Metric<T>.DefaultsFor(network, data)).ToArray();
        string? twice = metrics.GroupBy(metric => metric.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? metrics : throw new ArgumentException($"There are two metrics of the name '{twice}'; expected one.", nameof(chosen));
    }

    public static int IndexOf(IReadOnlyList<string> names, string name, string parameter)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        string known = names.Count == 0 ? "none" : string.Join(", ", names.Select(known => $"'{known}'"));
        throw new ArgumentException($"There is no metric '{name}'; the metrics are: {known}. They are those of the validation part, which ValidationSplit or ValidationData gives.", parameter);
    }
}
