using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;
using NetGen.Numerics;

namespace NetGen.Generator.Planning;

/// <summary>
/// Gives the values of a block of samples their places in the working memory: each has a row for every sample, which is free again for later values after
/// the last stage that reads it, or for one that this stage makes in its place, number by number. What lives inside one stage only needs no place, be it in
/// the registers of a product or a number of a row.
/// </summary>
internal static class BlockScratchPlanner
{
    public static (EquatableArray<ValuePlan> Values, int Length) Place(
        IReadOnlyList<ValuePlan> values, EquatableArray<Stage> stages, int rows, int elementBytes)
    {
        Dictionary<string, ValuePlan> byName = values.ToDictionary(value => value.Name);
        HashSet<string> walked = [.. stages.SelectMany(Walked)];
        Dictionary<string, (int First, int Last)> lives = Lives(stages, byName);
        int line = PanelShape.RowStride(1, elementBytes);
        List<ScratchPlace> places = [];
        int total = 0;
        foreach (KeyValuePair<string, (int First, int Last)> life in lives.OrderBy(life => life.Value.First))
        {
            ValuePlan value = byName[life.Key];
            places.RemoveAll(place => place.Last < life.Value.First);
            int stride = value.Length == 1 && !walked.Contains(value.Name) ? 1 : PanelShape.RowStride(value.Length, elementBytes);
            int length = (stride * rows + line - 1) / line * line;
            ScratchPlace? free = places.Find(place => place.Last == life.Value.First && MayReplace(byName[place.Value], value, stages[life.Value.First]));
            if (free is not null)
            {
                places.Remove(free);
            }

            int offset = free?.Offset ?? FirstGap(places, length);
            places.Add(new ScratchPlace(value.Name, offset, offset + length, life.Value.Last));
            byName[life.Key] = value with { Residence = Residence.Scratch, Offset = offset, Stride = stride };
            total = System.Math.Max(total, offset + length);
        }

        return (values.Select(value => byName[value.Name] is { Residence: Residence.Argument } argument ? argument with { Stride = argument.Length } : byName[value.Name]).ToEquatableArray(), total);
    }

    /// <summary>From the first stage to the last that touches a value, of those that have to be in memory.</summary>
    private static Dictionary<string, (int First, int Last)> Lives(EquatableArray<Stage> stages, Dictionary<string, ValuePlan> values)
    {
        Dictionary<string, (int First, int Last)> lives = [];
        HashSet<string> inMemory = [];
        for (int i = 0; i < stages.Count; i++)
        {
            foreach (string name in InMemory(stages[i]).Distinct().Where(name => values[name].Residence == Residence.Local))
            {
                // A single number of a row is a variable of the stage that makes it.
                if (lives.ContainsKey(name) || values[name].Length > 1 || stages[i] is not Stage.Rows || IsTouchedAfter(name, stages, i))
                {
                    inMemory.Add(name);
                }

                lives[name] = (lives.TryGetValue(name, out (int First, int Last) life) ? life.First : i, i);
            }
        }

        // The errors are summed up when all rows have theirs.
        if (lives.TryGetValue(ProgramPlan.ErrorName, out (int First, int Last) error))
        {
            inMemory.Add(ProgramPlan.ErrorName);
            lives[ProgramPlan.ErrorName] = (error.First, stages.Count);
        }

        return lives.Where(life => inMemory.Contains(life.Key)).ToDictionary(life => life.Key, life => life.Value);
    }

    private static bool IsTouchedAfter(string name, EquatableArray<Stage> stages, int index) =>
        stages.Skip(index + 1).Any(stage => InMemory(stage).Contains(name));

    private static IEnumerable<string> InMemory(Stage stage) => stage switch
    {
        Stage.Product product => product.Stored
            .Concat(product.Finish.SelectMany(map => map.Reads).Where(name => name != product.Contract.Target && product.Finish.All(map => map.Target != name)))
            .Append(product.Contract.Vector),
        Stage.Gradient gradient => gradient.Kernel.Reads,
        Stage.Rows rows => rows.Kernels.SelectMany(kernel => kernel.Values),
        _ => [],
    };

    /// <summary>What products walk through, in whole vectors.</summary>
    private static IEnumerable<string> Walked(Stage stage) => stage switch
    {
        Stage.Product product => product.Stored.Append(product.Contract.Vector),
        Stage.Gradient { Kernel: Kernel.Outer outer } => [outer.Left, outer.Right],
        _ => [],
    };

    /// <summary>Whether a stage reads every number of a value for the last time before it makes that of another at the same place of the row.</summary>
    private static bool MayReplace(ValuePlan before, ValuePlan value, Stage stage)
    {
        if (stage is not Stage.Rows rows || value.Length == 1 || value.Length != before.Length)
        {
            return false;
        }

        Kernel[] kernels = [.. rows.Kernels.SkipWhile(kernel => !kernel.Values.Contains(value.Name))];
        return kernels[0] is Kernel.Map && !kernels.Skip(1).Any(kernel => kernel.Values.Contains(before.Name));
    }

    private static int FirstGap(List<ScratchPlace> places, int length)
    {
        int offset = 0;
        foreach (ScratchPlace place in places.OrderBy(place => place.Offset))
        {
            if (offset + length <= place.Offset)
            {
                break;
            }

            offset = System.Math.Max(offset, place.End);
        }

        return offset;
    }

    private sealed record ScratchPlace(string Value, int Offset, int End, int Last);
}
