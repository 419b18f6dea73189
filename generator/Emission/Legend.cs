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
        string distance = block.Stride > block.Columns ? $", rows {Literals.Int(block.Stride)} apart" : "";
        return $"{block.Symbol} [{shape}] at {Literals.Int(block.Offset)}{distance}";
    }
}
