using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Generator.Lowering;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>What the README at the root shows is what is there.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md").Replace("\r\n", "\n", StringComparison.Ordinal);

    private static readonly string Declaration = Repository.Read("samples/Iris/IrisNet.cs").Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The blocks of code, language and text, in their order.</summary>
    private static readonly (string Language, string Text)[] Blocks =
    [
        .. Regex.Matches(Readme, "^```([a-z]*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value)),
    ];

    [Fact]
    public void TheExampleIsTheNetworkOfTheSample() => Assert.Equal(("csharp", Declaration), Blocks[0]);

    [Fact]
    public void TheExampleHasTenLines() => Assert.Equal(10, Declaration.TrimEnd().Split('\n').Length);

    [Fact]
    public void EachCommandStandsAlone() => Assert.Equal(
        ["dotnet run -c Release --project samples/Iris\n", "dotnet test -c Release\n"],
        Blocks.Where(block => block.Language.Length == 0).Select(block => block.Text));

    [Fact]
    public void TheExcerptIsGenerated()
    {
        string generated = Assert.Single(GeneratorTest.Run(Declaration).AssertClean().GeneratedFiles).Value;
        string excerpt = Blocks.Single(block => block.Text.Contains("δ²", StringComparison.Ordinal)).Text;

        Queue<string> shown = new(excerpt.Split('\n').Select(Words).Where(line => line is not ("" or "…")));
        foreach (string line in generated.Split('\n').Select(Words).SkipWhile(line => !line.Contains("BackwardOne(", StringComparison.Ordinal)))
        {
            if (shown.TryPeek(out string? next) && next == line)
            {
                shown.Dequeue();
            }
        }

        Assert.Empty(shown);

        static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();
    }

    [Fact]
    public void TheWholeProgramCompiles()
    {
        string program = Blocks.Single(block => block.Text.Contains("class XorNet", StringComparison.Ordinal)).Text;

        GeneratorTest.Run(program, new TestOptions { IsProgram = true }).AssertClean();
    }

    [Theory]
    [InlineData(typeof(Activation))]
    [InlineData(typeof(LossFunction))]
    [InlineData(typeof(Bias))]
    [InlineData(typeof(Initializer))]
    [InlineData(typeof(Precision))]
    [InlineData(typeof(Unroll))]
    public void EveryValueOfAnOptionIsNamed(Type option) =>
        Assert.All(Enum.GetNames(option), name => Assert.Contains($"`{name}`", Readme.Replace($"`{option.Name}.", "`", StringComparison.Ordinal), StringComparison.Ordinal));

    [Fact]
    public void TheLimitsAreThoseOfTheCompiler()
    {
        string limits = Readme[Readme.IndexOf("## Limits", StringComparison.Ordinal)..];
        TargetProfile profile = TargetProfile.Default;

        Assert.All(
            [Limits.Width, Limits.Parameters, Limits.Layers, profile.AutoLayerCeiling, profile.AutoNetworkCeiling, profile.FullCeiling],
            limit => Assert.Matches($@"(?<![\d,]){limit.ToString("N0", CultureInfo.InvariantCulture)}(?![\d,]\d)", limits));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/README.md")]
    [InlineData("generator/README.md")]
    [InlineData("tests/README.md")]
    [InlineData("samples/README.md")]
    [InlineData("CHANGELOG.md")]
    public void LinksLeadSomewhere(string file)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, file))!;

        Assert.All(
            Regex.Matches(Repository.Read(file), @"\]\((?!https?:)([^)#]+)[^)]*\)").Select(match => match.Groups[1].Value),
            link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }
}
