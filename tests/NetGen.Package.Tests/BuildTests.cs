using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Package.Tests.Support;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>What the package adds to a build: budgets, reports, and a word about a compiler that is too old.</summary>
[Collection(PackageCollection.Name)]
public sealed class BuildTests(PackageFeed feed)
{
    [Fact]
    public void ABudgetThatIsExceededFailsTheBuild()
    {
        CommandResult result = feed.Build("Budget");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Matches("^NETGEN026: 'ParameterBytes' is 256, and the network takes [0-9]+ bytes: the layer 'hidden1' takes most, 320 bytes$", Assert.Single(ErrorsOf(result)));
    }

    [Fact]
    public void TheReportIsWrittenAnewAndOnlyWhenSomethingChanges()
    {
        var report = new FileInfo(Path.Combine(feed.Consumers, "Report", "networks.txt"));
        feed.Build("Report").OrThrow();
        string[] lines = File.ReadAllLines(report.FullName);
        Assert.Equal("Consumer.LoopNet", lines[0]);
        Assert.Contains("", lines);
        Assert.Contains("Consumer.StraightNet", lines);
        Assert.Contains("loss: CrossEntropy + 0.001·Σ(W¹)² + 0.001·Σ(W²)²", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("//", StringComparison.Ordinal));

        DateTime written = report.LastWriteTimeUtc;
        feed.Build("Report").OrThrow();
        report.Refresh();
        Assert.Equal(written, report.LastWriteTimeUtc);

        string network = Path.Combine(feed.Consumers, "Report", "Another.cs");
        File.WriteAllText(network, "[NetGen.Network(1)] [NetGen.Dense(1)] [NetGen.Budget(Macs = 1)] internal partial class Another { }");
        feed.Build("Report").OrThrow();
        Assert.Equal(
            ["Another", "layer    shape   activation   parameters   MACs   plan", "output   1 → 1   Identity              2      1   unrolled", "no loss"],
            File.ReadLines(report.FullName).Take(4));
    }

    [Fact]
    public void ACompilerThatIsTooOldIsNamedOnce()
    {
        CommandResult result = feed.Build("Net10", "--no-incremental", "-p:CompilerApiVersion=roslyn4.2");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(["NETGEN010: NetGen needs the compiler of the .NET SDK 6.0.400 or Visual Studio 2022 17.3, or a newer one: Roslyn 4.3. This is Roslyn 4.2."], ErrorsOf(result));
    }

    [Fact]
    public void ACompilerWithoutCodeFixesIsNotTroubledByThem()
    {
        Assert.Equal(["NetGen.CodeFixes.dll", "NetGen.Generator.dll"], AnalyzersFor("roslyn4.5"));
        Assert.Equal(["NetGen.Generator.dll"], AnalyzersFor("roslyn4.4"));
    }

    /// <summary>The messages, without the link and the project that follow.</summary>
    private static IEnumerable<string> ErrorsOf(CommandResult result) => Regex.Matches(result.Output, @"error ([A-Z]+[0-9]+: [^\[(\r\n]*)").Select(match => match.Groups[1].Value.Trim()).Distinct();

    /// <summary>What of the package the compiler gets.</summary>
    private IEnumerable<string> AnalyzersFor(string compiler)
    {
        string output = feed.Build("Net8", "--no-incremental", $"-p:CompilerApiVersion={compiler}", "-v:detailed").OrThrow().Output;
        string line = output.Split('\n').Last(line => line.Contains("/out:obj", StringComparison.Ordinal));
        return Regex.Matches(line, @"/analyzer:\S*?(NetGen\.[A-Za-z]+\.dll)").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
    }
}
