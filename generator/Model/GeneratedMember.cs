using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Model;

/// <summary>A member that the generator adds to the user's class, as far as it can clash with the user's own.</summary>
/// <param name="Name">The identifier; for an explicit implementation with the interface in front, such as <c>NetGen.INetwork&lt;float&gt;.Info</c>.</param>
/// <param name="ParameterTypes">For a method, the C# types of its parameters, such as <c>System.ReadOnlySpan&lt;float&gt;</c>; null for anything else.</param>
/// <param name="PropertyType">For a property, its C# type; null for anything else.</param>
internal sealed record GeneratedMember(string Name, EquatableArray<string>? ParameterTypes, string? PropertyType = null)
{
    /// <summary>The field that holds θ.</summary>
    public const string StorageField = "_netGenStorage";

    /// <summary>The field that holds accumulated gradients, allocated on first need.</summary>
    public const string GradientField = "_netGenGradients";

    /// <summary>The name and the parameter types: what tells overloads apart.</summary>
    public string Key => ParameterTypes is { } types ? $"{Name}({string.Join(", ", types)})" : Name;

    /// <summary>The signatures that the member takes: its own, and those that C# reserves for the accessors of a property.</summary>
    public IEnumerable<GeneratedMember> Signatures => PropertyType is null ? [this] : [this, Method($"get_{Name}"), Method($"set_{Name}", PropertyType)];

    /// <summary>All members that a declaration leads to.</summary>
    public static IEnumerable<GeneratedMember> Of(Precision precision, bool hasLoss, bool takesLabels, bool predicts)
    {
        string number = precision.Keyword();
        string input = $"System.ReadOnlySpan<{number}>";
        string output = $"System.Span<{number}>";

        foreach (string name in new[] { StorageField, GradientField, "InputSize", "OutputSize", "ParameterCount", "StorageLength" })
        {
            yield return new GeneratedMember(name, null);
        }

        yield return new GeneratedMember("Info", null, "NetGen.NetworkInfo");
        yield return new GeneratedMember("Parameters", null, output);

        yield return Method("Initialize", "ulong");
        yield return Method("ToCanonical", input, output);
        yield return Method("FromCanonical", input, output);
        yield return Method("Forward", input, output);
        yield return Method("Backpropagate", input, input, output, output);

        // What is static or constant reaches the interface by an explicit member.
        string network = $"NetGen.INetwork<{number}>.";
        foreach (string name in new[] { "InputSize", "OutputSize", "ParameterCount", "StorageLength", "Info" })
        {
            yield return new GeneratedMember(network + name, null);
        }

        yield return Method(network + "ToCanonical", input, output);
        yield return Method(network + "FromCanonical", input, output);

        IEnumerable<string> targets = [input];
        foreach (string target in takesLabels ? targets.Append("System.ReadOnlySpan<int>") : targets)
        {
            if (hasLoss)
            {
                yield return Method("Loss", input, target);
                yield return Method("Backward", input, target, output);
                yield return Method("Backward", input, target, output, output);
                yield return Method("TrainStep", input, target, number);
                yield return Method("TrainStep", input, target, $"NetGen.Optimizers.IOptimizer<{number}>");
            }
        }

        if (predicts)
        {
            yield return Method("Predict", input);
            yield return Method("Predict", input, "System.Span<int>");
        }
    }

    private static GeneratedMember Method(string name, params string[] types) => new(name, types.ToEquatableArray());
}
