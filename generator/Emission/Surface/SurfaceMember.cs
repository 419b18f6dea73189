using System.Collections.Generic;

namespace NetGen.Generator.Emission.Surface;

/// <summary>A public member of the generated surface.</summary>
/// <param name="Key">What it clashes by: see <see cref="Model.GeneratedMember.Key"/>.</param>
/// <param name="Documentation">Its XML documentation, line by line.</param>
/// <param name="IsStatic">Whether it belongs to the class.</param>
/// <param name="Type">What it returns.</param>
/// <param name="Name">Its identifier.</param>
/// <param name="Parameters">Type and name of each; null for a property.</param>
/// <param name="Body">Its statements.</param>
internal sealed record SurfaceMember(
    string Key, IReadOnlyList<string> Documentation, bool IsStatic, string Type, string Name, IReadOnlyList<string>? Parameters, IReadOnlyList<string> Body)
{
    /// <summary>A call costs a few times as much as long as checks and choices are compiled in Tier-0, which in a busy process is a second or more: so they never are.</summary>
    private const string InFull = "[global::System.Runtime.CompilerServices.MethodImpl(512)] // AggressiveOptimization";

    /// <summary>The member, or with an interface its explicit implementation.</summary>
    public void Write(SourceWriter writer, IReadOnlyCollection<string> hidden, IReadOnlyList<string> body, string? implemented = null)
    {
        writer.Line();
        string modifiers = implemented is not null ? "" : $"public {(hidden.Contains(Name) ? "new " : "")}{(IsStatic ? "static " : "")}";
        if (implemented is null)
        {
            foreach (string line in Documentation)
            {
                writer.Line("/// " + line);
            }
        }

        string head = $"{modifiers}{Type} {(implemented is null ? "" : implemented + ".")}{Name}";
        if (Parameters is null)
        {
            writer.Line($"{head} => {body[0].TrimEnd(';').Replace("return ", "")};");
            return;
        }

        if (!IsStatic && implemented is null)
        {
            writer.Line(InFull);
        }

        using (writer.Method(head, [.. Parameters]))
        {
            foreach (string line in body)
            {
                writer.Line(line);
            }
        }
    }
}

internal static class CollectionExtensions
{
    public static bool Contains(this IReadOnlyCollection<string> items, string item)
    {
        foreach (string other in items)
        {
            if (other == item)
            {
                return true;
            }
        }

        return false;
    }
}
