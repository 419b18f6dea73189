using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Every id has a descriptor, a row in the release file, a section in the README, and a test.</summary>
public sealed class CatalogueTests
{
    private static readonly string[] Ids =
    [
        .. typeof(FindingIds).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void EveryIdHasADescriptor() =>
        Assert.Equal(Ids, new NetworkAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id));

    [Fact]
    public void SeveritiesFollowTheIds()
    {
        foreach (DiagnosticDescriptor descriptor in new NetworkAnalyzer().SupportedDiagnostics)
        {
            DiagnosticSeverity expected = int.Parse(descriptor.Id["NETGEN".Length..]) switch
            {
                <= 20 or 26 or 999 => DiagnosticSeverity.Error,
                <= 24 => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            };
            Assert.Equal((descriptor.Id, expected), (descriptor.Id, descriptor.DefaultSeverity));
            Assert.True(descriptor.IsEnabledByDefault);
        }
    }

    [Fact]
    public void EveryIdHasARowInTheReleaseFiles()
    {
        string releases = Repository.Read("generator/AnalyzerReleases.Shipped.md") + Repository.Read("generator/AnalyzerReleases.Unshipped.md");

        Assert.Equal(
            new NetworkAnalyzer().SupportedDiagnostics.Select(descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}"),
            releases.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("NETGEN", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryIdHasASectionInTheReadmeToWhichItLinks()
    {
        IEnumerable<string> sections = Regex.Matches(Repository.Read("generator/Diagnostics/README.md"), "^## (NETGEN[0-9]+)\r?$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

        Assert.Equal(Ids, sections);
        Assert.All(new NetworkAnalyzer().SupportedDiagnostics, descriptor => Assert.EndsWith($"/generator/Diagnostics/README.md#{descriptor.Id.ToLowerInvariant()}", descriptor.HelpLinkUri));
    }

    [Fact]
    public void EveryIdIsRaisedInATest()
    {
        string tests = string.Concat(Repository.Sources("tests/NetGen.Generator.Tests/Diagnostics").Where(source => source.Path != "CatalogueTests.cs").SelectMany(source => source.Lines));

        Assert.All(Ids, id => Assert.Contains($"\"{id}\"", tests));
    }
}
