using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>Whatever is declared, every method stays within what the JIT optimizes, and the estimates that see to it are on the safe side.</summary>
public sealed class ExtremeNetworkTests
{
    private const int Kilobyte = 1000;

    private static readonly Dictionary<string, NetworkModel> Models = ExtremeNetworks.All();

    private static readonly Lazy<CompiledProject> Project = new(() => CompiledProject.Compile(Models));

    [Fact]
    public void EveryMethodStaysUnderTheCliffsOfTheJit() => Assert.Empty(
        from method in Project.Value.Methods
        let actual = method.Actual
        where actual.Statements > 1000 || actual.Instructions > 15_000 || actual.References > 6000 || actual.Locals >= 512 || method.Bytes > 60_000
        select method);

    /// <summary>Of straight-line code, blocks and one sample in vectors alike.</summary>
    [Theory]
    [InlineData("One")]
    [InlineData("OnePart1")]
    [InlineData("Block")]
    [InlineData("Part1")]
    [InlineData("Rows1In512")]
    [InlineData("Rows1Plain")]
    [InlineData("Row512")]
    [InlineData("Steps512")]
    [InlineData("Steps256")]
    [InlineData("Row128")]
    public void EveryKindOfMethodIsAmongThem(string kind) => Assert.Contains(Project.Value.Methods, method => method.Name == $"Backward{kind}");

    [Fact]
    public void EstimatesAreSafeAndNotTooSafe() => Assert.Empty(
        from model in Models
        from method in Estimates(model.Value)
        let estimate = method.Estimate
        let actual = Project.Value.Methods.Single(compiled => compiled.Network == model.Key && compiled.Name == method.Name).Actual
        where actual.Statements > estimate.Statements || actual.Instructions > estimate.Instructions
            || actual.References > estimate.References || actual.Locals > estimate.Locals
            || estimate.Instructions > 3 * (300 + actual.Instructions)
        select $"{model.Key} {method.Name}: {estimate} for {actual}");

    [Fact]
    public void TextsStayShort() => Assert.Empty(
        from text in Project.Value.Texts
        let layers = Models[text.Key].Layers.Count

        // A layer has its comments and its loops however small it is; beyond that, a file is read and compiled in no time.
        let bound = Math.Max(10 * layers, Models[text.Key].Unroll == Unroll.Full ? 700 : 450) * Kilobyte
        where text.Value.Length > bound
        select $"{text.Key}: {text.Value.Length}");

    [Fact]
    public void HundredsOfNetworksAreOneProject()
    {
        Dictionary<string, NetworkModel> networks = Enumerable.Range(0, 300).ToDictionary(
            index => $"Net{index}",
            index => Models.Values.ElementAt(index % Models.Count) with { InputShape = Models["Deep"].InputShape });

        string[] texts = [.. networks.Values.Select(model => NetworkCompiler.Compile(model, default, finding => finding.Id))];

        Assert.All(texts, text => Assert.Contains("namespace NetGen.Generated", text));
        CompiledProject.Compile(networks.Where(network => network.Value.Unroll == Unroll.Auto).Take(10).ToDictionary());
    }

    /// <summary>The method names of the programs, and what Planning took them for.</summary>
    private static IEnumerable<(string Name, Cost Estimate)> Estimates(NetworkModel model)
    {
        NetworkPlan plan = NetworkCompiler.Plan(model, TargetProfile.Default).Plan!;
        ProgramParts parts = new();
        foreach (ProgramPlan program in plan.Programs)
        {
            for (int part = 0; part < program.Methods.Count; part++)
            {
                MethodCost cost = new(plan.Profile);
                foreach (KernelPiece piece in program.Methods[part].Pieces)
                {
                    cost.Add(piece);
                }

                string whole = $"{program.Kind}One";
                (string name, bool isNew) = program.Methods.Count > 1 ? parts.NameOf(program.Methods[part], program, $"{whole}Part{part + 1}") : (whole, true);
                if (isNew)
                {
                    yield return (name, cost.Total);
                }
            }
        }
    }
}
