using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>How the numbers of values are written in the methods of a program.</summary>
internal sealed class ValueAccess(IEnumerable<ValuePlan> values)
{
    private readonly Dictionary<string, ValuePlan> _values = values.ToDictionary(value => value.Name);

    public IReadOnlyDictionary<string, ValuePlan> Values => _values;

    /// <summary>Element <paramref name="index"/> of a value, which for a single number is that number at any index.</summary>
    public string At(string name, int index)
    {
        ValuePlan value = _values[name];
        int element = value.Length == 1 ? 0 : index;
        return value.Residence switch
        {
            Residence.Local when value.Length > 1 => $"{name}_{Literals.Int(element)}",
            Residence.Local or Residence.Scalar => name,
            Residence.Parameter => $"θ[{Literals.Int(value.Offset + element)}]",
            Residence.Gradient => $"g[{Literals.Int(value.Offset + element)}]",
            _ => $"{name}[{Literals.Int(element)}]",
        };
    }

    /// <summary>The element at a loop variable.</summary>
    public string At(string name, string index)
    {
        ValuePlan value = _values[name];
        return value.Length == 1 ? At(name, 0) : value.Residence switch
        {
            Residence.Parameter => $"θ[{Offset(value.Offset)}{index}]",
            Residence.Gradient => $"g[{Offset(value.Offset)}{index}]",
            _ => $"{name}[{index}]",
        };
    }

    public bool IsLocal(string name) => _values[name].Residence == Residence.Local;

    /// <summary>An offset as the beginning of a sum.</summary>
    private static string Offset(int offset) => offset == 0 ? "" : $"{Literals.Int(offset)} + ";
}
