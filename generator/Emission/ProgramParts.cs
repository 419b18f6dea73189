using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>The parts of programs over one sample that are written already: what two programs do to the same values in the same places is one method.</summary>
internal sealed class ProgramParts
{
    private readonly Dictionary<(MethodPlan Method, EquatableArray<ValuePlan> Values), string> _names = [];

    /// <summary>The method that does what a part of a program does.</summary>
    /// <param name="method">The part.</param>
    /// <param name="program">What it belongs to.</param>
    /// <param name="name">What it is called if it is the first of its kind.</param>
    /// <returns>Its name, and whether it is still to be written.</returns>
    public (string Name, bool IsNew) NameOf(MethodPlan method, ProgramPlan program, string name)
    {
        HashSet<string> used = [.. method.Pieces.SelectMany(piece => piece.Kernel.Values)];
        (MethodPlan, EquatableArray<ValuePlan>) key = (method, program.Values.Where(value => used.Contains(value.Name)).ToEquatableArray());
        if (_names.TryGetValue(key, out string? written))
        {
            return (written, false);
        }

        _names.Add(key, name);
        return (name, true);
    }
}
