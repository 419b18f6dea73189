using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Names and symbols for what layers of one kind share: without the number of the layer, unless two would be the same.</summary>
internal sealed class SharedNames
{
    private const string Digits = "0123456789";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private readonly Dictionary<string, string> _names;

    public SharedNames(IReadOnlyCollection<string> values)
    {
        ILookup<string, string> stems = values.ToLookup(Stem);
        _names = values.ToDictionary(name => name, name => stems[Stem(name)].Count() == 1 ? Stem(name) : name);
    }

    public string this[string value] => _names[value];

    /// <summary>The values with the symbols that belong to the names.</summary>
    public Dictionary<string, ValuePlan> Symbols(IReadOnlyDictionary<string, ValuePlan> values) => values.ToDictionary(
        pair => pair.Key,
        pair => _names.TryGetValue(pair.Key, out string name) && name != pair.Key
            ? pair.Value with { Symbol = pair.Value.Symbol.TrimEnd([.. Superscripts, .. Digits]) }
            : pair.Value);

    private static string Stem(string name) => name.TrimEnd([.. Digits]);
}
