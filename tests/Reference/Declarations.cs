using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Reference;

/// <summary>Writes specifications as the C# that a user would have written.</summary>
public static class Declarations
{
    /// <summary>The class with its attributes, in a namespace block of its own, so that any number of them make one file.</summary>
    public static string ToDeclaration(this NetworkSpec spec, string @namespace)
    {
        List<string> lines = [$"namespace {@namespace}", "{", "    using NetGen;", ""];
        lines.AddRange(spec.Attributes().Select(attribute => $"    [{attribute}]"));
        lines.Add($"    public sealed partial class {spec.Name} {{ }}");
        lines.Add("}");
        return string.Join("\n", lines) + "\n";
    }

    private static IEnumerable<string> Attributes(this NetworkSpec spec)
    {
        List<string> network = [.. spec.InputShape.Select(size => size.ToString(CultureInfo.InvariantCulture))];
        Add(network, "Precision", spec.IsDouble ? "Precision.Double" : null);
        Add(network, "L2", spec.L2 == 0 ? null : Number(spec.L2));
        Add(network, "Unroll", spec.Unroll == "Auto" ? null : $"Unroll.{spec.Unroll}");
        yield return $"Network({string.Join(", ", network)})";

        foreach (LayerSpec layer in spec.Layers)
        {
            List<string> dense = [layer.Units.ToString(CultureInfo.InvariantCulture), $"Activation.{layer.Activation}"];
            Add(dense, "Bias", layer.Bias == "PerUnit" ? null : $"Bias.{layer.Bias}");
            Add(dense, "L2", Number(layer.L2));
            Add(dense, "Alpha", Number(layer.Alpha));
            Add(dense, "ReluGradientAtZero", layer.ReluGradientAtZero?.ToString(CultureInfo.InvariantCulture));
            Add(dense, "Initializer", layer.Initializer is { } initializer ? $"Initializer.{initializer}" : null);
            Add(dense, "Name", layer.Name is { } name ? $"\"{name}\"" : null);
            yield return $"Dense({string.Join(", ", dense)})";
        }

        if (spec.Loss is { } loss)
        {
            yield return $"Loss(LossFunction.{loss})";
        }
    }

    private static void Add(List<string> arguments, string name, string? value)
    {
        if (value is not null)
        {
            arguments.Add($"{name} = {value}");
        }
    }

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
