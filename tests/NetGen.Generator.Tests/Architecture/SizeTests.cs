using System;
using System.Linq;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Architecture;

/// <summary>Files stay short enough to be read in one go.</summary>
public sealed class SizeTests
{
    private const int Longest = 300;

    /// <summary>A table grows by a row, and no row makes it harder to read.</summary>
    private static readonly string[] Tables = ["Diagnostics/Descriptors.cs"];

    [Theory]
    [InlineData("generator")]
    [InlineData("src")]
    [InlineData("tests/NetGen.Generator.Tests")]
    public void AFileHasAtMostThreeHundredLines(string folder) =>
        Assert.Empty(
            from source in Repository.Sources(folder)
            where source.Lines.Length > Longest && !Tables.Contains(source.Path) && !source.Path.EndsWith(".verified.cs", StringComparison.Ordinal)
            select $"{source.Path}: {source.Lines.Length}");

    [Fact]
    public void TheEntryReadsAsATableOfContents() =>
        Assert.InRange(Repository.Sources("generator").Single(source => source.Path == "NetworkGenerator.cs").Lines.Length, 1, 120);
}
