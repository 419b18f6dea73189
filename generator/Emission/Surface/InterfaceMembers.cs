using System.Collections.Generic;

namespace NetGen.Generator.Emission.Surface;

/// <summary>What INetwork asks of an instance and the class has as constants and static members.</summary>
internal static class InterfaceMembers
{
    public static void Write(SourceWriter writer, SurfaceFacts facts, IReadOnlyCollection<string> omitted, string? failure)
    {
        string network = $"NetGen.INetwork<{facts.Number}>";
        string input = $"System.ReadOnlySpan<{facts.Number}>";
        string output = $"System.Span<{facts.Number}>";
        writer.Line();
        foreach (string constant in new[] { "InputSize", "OutputSize", "ParameterCount", "StorageLength" })
        {
            Member($"{network}.{constant}", $"int global::{network}.{constant}", omitted.Contains(constant) ? "0" : constant);
        }

        Member($"{network}.Info", $"global::NetGen.NetworkInfo global::{network}.Info", failure ?? "Info");
        Conversion("ToCanonical", "stored", "canonical");
        Conversion("FromCanonical", "canonical", "stored");

        void Conversion(string name, string source, string target) => Member(
            $"{network}.{name}({input}, {output})",
            $"void global::{network}.{name}(global::{input} {source}, global::{output} {target})",
            failure ?? $"{name}({source}, {target})");

        // The user may have written one, which is an error, but must not become two.
        void Member(string key, string head, string body)
        {
            if (!omitted.Contains(key))
            {
                writer.Line($"{head} => {body};");
            }
        }
    }
}
