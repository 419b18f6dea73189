using System.Collections.Generic;

namespace NetGen.Generator.Emission.Surface;

/// <summary>What INetwork asks of an instance and the class has as constants and static members.</summary>
internal static class InterfaceMembers
{
    public static void Write(SourceWriter writer, SurfaceFacts facts, IReadOnlyCollection<string> omitted, string? failure)
    {
        string network = $"global::NetGen.INetwork<{facts.Number}>";
        writer.Line();
        foreach (string constant in new[] { "InputSize", "OutputSize", "ParameterCount", "StorageLength" })
        {
            writer.Line($"int {network}.{constant} => {(omitted.Contains(constant) ? "0" : constant)};");
        }

        writer.Line($"global::NetGen.NetworkInfo {network}.Info => {failure ?? "Info"};");
        writer.Line($"void {network}.ToCanonical(global::System.ReadOnlySpan<{facts.Number}> stored, global::System.Span<{facts.Number}> canonical) => {failure ?? "ToCanonical(stored, canonical)"};");
        writer.Line($"void {network}.FromCanonical(global::System.ReadOnlySpan<{facts.Number}> canonical, global::System.Span<{facts.Number}> stored) => {failure ?? "FromCanonical(canonical, stored)"};");
    }
}
