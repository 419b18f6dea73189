using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Architecture;

/// <summary>Who may use whom among the rooms of the generator, read from the <c>using</c> lines.</summary>
public sealed class RoomTests
{
    private const string Namespace = "NetGen.Generator.";
    private const string Roslyn = "Microsoft.CodeAnalysis";

    /// <summary>Room → what it may use, apart from itself. The vocabularies stand on one another, Support ← Model ← Graph ← Planning, and who may use one may use those below it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Support"] = [],
        ["Model"] = ["Support"],
        ["Graph"] = ["Support", "Model"],
        ["Parsing"] = ["Support", "Model", Roslyn],
        ["Lowering"] = ["Support", "Model", "Graph"],
        ["Differentiation"] = ["Support", "Model", "Graph"],
        ["Planning"] = ["Support", "Model", "Graph"],
        ["Emission"] = ["Support", "Model", "Graph", "Planning"],
        ["Diagnostics"] = ["Support", "Model", "Graph", "Parsing", "Lowering", "Differentiation", "Planning", "Emission", Roslyn],
        ["CodeFixes"] = ["Model", "Parsing", "Diagnostics", Roslyn],

        // The files beside the rooms.
        ["GeneratedFile.cs"] = ["Model"],
        ["NetworkCompiler.cs"] = ["Support", "Model", "Graph", "Lowering", "Differentiation", "Planning", "Emission"],
        ["NetworkGenerator.cs"] = ["Support", "Model", "Parsing", "Diagnostics", Roslyn],
        ["NetworkReport.cs"] = ["Model", Roslyn],
        ["TrackingNames.cs"] = [],
        ["VectorSupport.cs"] = [],
    };

    [Fact]
    public void ARoomUsesNoRoomThatItMayNotKnow() =>
        Assert.Empty(
            from source in Repository.Sources("generator")
            let room = source.Path.Split('/')[0]
            from used in UsedBy(source.Lines)
            where used != room && (!Allowed.TryGetValue(room, out string[]? allowed) || !allowed.Contains(used))
            select $"{source.Path} uses {used}");

    [Fact]
    public void EveryRoomStandsInTheTable() =>
        Assert.Empty(Repository.Sources("generator").Select(source => source.Path.Split('/')[0]).Distinct().Except(Allowed.Keys));

    [Fact]
    public void NamespacesFollowFolders() =>
        Assert.Empty(
            from source in Repository.Sources("generator")
            where source.Path != "Support/IsExternalInit.cs"
            let folder = source.Path.Contains('/') ? "." + source.Path[..source.Path.LastIndexOf('/')].Replace('/', '.') : ""
            where !source.Lines.Contains($"namespace NetGen.Generator{folder};")
            select source.Path);

    /// <summary>The rooms that a file imports, and Roslyn where it imports that.</summary>
    private static IEnumerable<string> UsedBy(string[] lines) => lines
        .Where(line => line.StartsWith("using ", StringComparison.Ordinal))
        .Select(line => line["using ".Length..].Replace("static ", "", StringComparison.Ordinal).TrimEnd(';'))
        .Select(name => name.Contains('=') ? name[(name.IndexOf('=') + 1)..].Trim() : name)
        .Select(name => name.StartsWith(Roslyn, StringComparison.Ordinal) ? Roslyn
            : name.StartsWith(Namespace, StringComparison.Ordinal) ? name[Namespace.Length..].Split('.')[0]
            : null)
        .OfType<string>()
        .Distinct();
}
