using System.Linq;
using NetGen.Generator.Emission.Surface;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emission;

/// <summary>The sizes of a network.</summary>
internal static class Constants
{
    public static void Write(SourceWriter writer, TypeModel type, SurfaceFacts facts)
    {
        (string Name, int Value, string Summary)[] constants =
        [
            ("InputSize", facts.InputSize, "The number of inputs of one sample."),
            ("OutputSize", facts.OutputSize, "The number of outputs of one sample."),
            ("ParameterCount", facts.ParameterCount, "How many numbers are trained."),
            ("StorageLength", facts.StorageLength, "How many numbers the compiled layout stores: <c>ParameterCount</c> and padding."),
        ];
        bool isFirst = true;
        foreach ((string name, int value, string summary) in constants.Where(constant => !type.Omitted.Contains(constant.Name)))
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"public {(type.Hidden.Contains(name) ? "new " : "")}const int {name} = {Literals.Int(value)};");
        }
    }
}
