using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>
/// Decides for straight-line code what lives in local variables and what in the working memory, and where there. A value that only one method touches is
/// local; all others get a place, which others may have before its first kernel and after its last. Large values are placed first, so that programs
/// which differ in a few numbers have their large values in the same places, and share methods.
/// </summary>
internal static class ScratchPlanner
{
    public static (EquatableArray<ValuePlan> Values, int Length) Place(IReadOnlyList<ValuePlan> values, EquatableArray<MethodPlan> methods)
    {
        Dictionary<string, Use> uses = Uses(methods, values.ToDictionary(value => value.Name, value => value.Length));
        List<(int Offset, int End, Use Use)> places = [];
        Dictionary<string, int> offsets = [];
        foreach (ValuePlan value in values.Where(NeedsPlace).OrderByDescending(value => value.Length).ThenBy(value => uses[value.Name].First))
        {
            Use use = uses[value.Name];
            int offset = FirstGap(places.Where(place => place.Use.Overlaps(use)), value.Length);
            places.Add((offset, offset + value.Length, use));
            offsets.Add(value.Name, offset);
        }

        ValuePlan[] placed = values
            .Select(value => offsets.TryGetValue(value.Name, out int offset) ? value with { Residence = Residence.Scratch, Offset = offset } : value)
            .ToArray();
        return (placed.ToEquatableArray(), placed.Where(value => value.Residence == Residence.Scratch).Select(value => value.Offset + value.Length).DefaultIfEmpty().Max());

        bool NeedsPlace(ValuePlan value) => value.Residence == Residence.Local && (uses[value.Name].IsLooped || uses[value.Name].Methods.Count > 1);
    }

    private static int FirstGap(IEnumerable<(int Offset, int End, Use Use)> places, int length)
    {
        int offset = 0;
        foreach ((int start, int end, _) in places.OrderBy(place => place.Offset))
        {
            if (offset + length <= start)
            {
                break;
            }

            offset = Math.Max(offset, end);
        }

        return offset;
    }

    private static Dictionary<string, Use> Uses(EquatableArray<MethodPlan> methods, Dictionary<string, int> lengths)
    {
        Dictionary<string, Use> uses = [];
        int position = 0;
        for (int method = 0; method < methods.Count; method++)
        {
            foreach (KernelPiece piece in methods[method].Pieces)
            {
                foreach (string name in piece.Kernel.Values)
                {
                    if (!uses.TryGetValue(name, out Use? use))
                    {
                        uses.Add(name, use = new Use(position));
                    }

                    use.Last = position;
                    use.Methods.Add(method);
                    use.IsLooped |= !piece.Kernel.IsUnrolled && (lengths[name] > 1 || IsWalkedThrough(piece.Kernel, name));
                }

                position++;
            }
        }

        // What is returned is read once more, by the method that calls the parts.
        if (methods.Count > 1 && uses.TryGetValue(ProgramPlan.ErrorName, out Use? error))
        {
            error.Last = position;
            error.Methods.Add(methods.Count);
        }

        return uses;
    }

    /// <summary>A single number can be local beside a loop, unless the loop takes it for an array.</summary>
    private static bool IsWalkedThrough(Kernel kernel, string name) => kernel switch
    {
        Kernel.Contract contract => name == contract.Target || name == contract.Vector,
        Kernel.Outer outer => name == outer.Left || name == outer.Right,
        _ => false,
    };

    private sealed class Use(int first)
    {
        public int First { get; } = first;

        public int Last { get; set; } = first;

        public HashSet<int> Methods { get; } = [];

        public bool IsLooped { get; set; }

        /// <summary>Whether there is a kernel at which both are needed.</summary>
        public bool Overlaps(Use other) => First <= other.Last && other.First <= Last;
    }
}
