using System.Collections.Generic;

namespace ReadGenerated;

/// <summary>One equation of a generated method: the comment above it, and the code below.</summary>
/// <param name="Line">The number of the comment's line in the file.</param>
/// <param name="Text">The equation.</param>
/// <param name="Shape">How many numbers it makes of how many, such as <c>2 → 3</c>.</param>
/// <param name="Code">The statements, without the indentation that they share.</param>
internal sealed record Equation(int Line, string Text, string Shape, IReadOnlyList<string> Code)
{
    /// <summary>What stands on the left, such as <c>δ¹</c> or <c>∂W²</c>.</summary>
    public string Result => Text.Split(' ')[0];
}
