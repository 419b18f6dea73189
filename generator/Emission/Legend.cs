using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Where the arrays of parameters stand: what the offsets in the code mean.</summary>
internal static class Legend
{
    private const string Head = "// θ: ";
    private const int LineLength = 120;

    public static string Of(NetworkPlan plan)
    {
        List<string> lines = [Head];
        foreach (string block in plan.Parameters.Blocks.Select(Describe))
        {
            int last = lines.Count - 1;
            if (lines[last].Length + block.Length > LineLength)
            {
                lines[last] += ";";
                lines.Add("//    " + block);
            }
            else
            {
                lines[last] += (lines[last].Length > Head.Length ? "; " : "") + block;
            }
        }

        return string.Join("\n", lines);
    }

    private static string Describe(ParameterBlock block)
    {
        string shape = string.Join("×", block.Shape.Select(Literals.Int));
        string[] notes =
        [
            block.IsTransposed ? "stored column by column" : "",
            block.Storage.Panels > 1 ? $"in panels of {Literals.Int(block.Storage.PanelWidth)} columns, {Literals.Int(block.Storage.PanelStride)} apart"
                : block.Storage.LastWidth > block.Storage.Columns ? $"rows {Literals.Int(block.Storage.LastWidth)} apart" : "",
        ];
        return $"{block.Symbol} [{shape}] at {Literals.Int(block.Offset)}{string.Concat(notes.Where(note => note.Length > 0).Select(note => ", " + note))}";
    }
}
