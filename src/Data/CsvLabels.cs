using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Data;

/// <summary>Turns the column of the classes into labels.</summary>
internal sealed class CsvLabels
{
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string>? _given;
    private readonly GrowingArray<int> _labels = new();

    public CsvLabels(IReadOnlyList<string>? given)
    {
        _given = given;
        for (int label = 0; label < given?.Count; label++)
        {
            if (_classes.ContainsKey(given[label]))
            {
                throw new ArgumentException($"ClassNames has '{given[label]}' twice; expected different names.", nameof(CsvOptions.ClassNames));
            }

            _classes.Add(given[label], label);
        }
    }

    /// <summary>Adds one class by its name.</summary>
    /// <returns>Whether it is one of the given ones, if there are any.</returns>
    public bool TryAdd(string name)
    {
        if (!_classes.TryGetValue(name, out int label))
        {
            if (_given is not null)
            {
                return false;
            }

            label = _classes.Count;
            _classes.Add(name, label);
        }

        _labels.Add(label);
        return true;
    }

    /// <summary>All labels, and the names of the classes unless these are indices.</summary>
    public (ReadOnlyMemory<int> Labels, IReadOnlyList<string>? Names) Finish()
    {
        if (_given is not null)
        {
            return (_labels.Memory, _given);
        }

        string[] names = _classes.Keys.OrderBy(name => name, StringComparer.Ordinal).ToArray();
        bool areIndices = true;
        int[] labels = new int[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            areIndices &= int.TryParse(names[i], NumberStyles.None, CultureInfo.InvariantCulture, out labels[_classes[names[i]]]);
        }

        for (int i = 0; i < names.Length && !areIndices; i++)
        {
            labels[_classes[names[i]]] = i;
        }

        foreach (ref int label in _labels.Span)
        {
            label = labels[label];
        }

        return (_labels.Memory, areIndices ? null : names);
    }
}
