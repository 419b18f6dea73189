using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using NetGen.Package.Tests.Support;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>What is in the package.</summary>
[Collection(PackageCollection.Name)]
public sealed class ContentTests(PackageFeed feed)
{
    private static readonly string[] Frameworks = ["net10.0", "net8.0", "netstandard2.0", "netstandard2.1"];

    [Fact]
    public void ThereIsNothingElse()
    {
        IEnumerable<string> libraries = Frameworks.SelectMany(framework => new[] { $"lib/{framework}/NetGen.dll", $"lib/{framework}/NetGen.xml" });
        string[] others =
        [
            "NetGen.nuspec", "README.md", "icon.png",
            "analyzers/dotnet/cs/NetGen.CodeFixes.dll", "analyzers/dotnet/cs/NetGen.Generator.dll",
            "buildTransitive/NetGen.props", "buildTransitive/NetGen.targets",
        ];

        Assert.Equal(libraries.Concat(others).Order(StringComparer.Ordinal), FilesOf("nupkg"));
    }

    [Fact]
    public void TheSymbolsAreThoseOfTheLibrary() =>
        Assert.Equal(Frameworks.Select(framework => $"lib/{framework}/NetGen.pdb").Prepend("NetGen.nuspec"), FilesOf("snupkg"));

    [Fact]
    public void NothingOfTheCompilerReachesTheUser() => Assert.Equal(
        [
            ".NETStandard2.0 System.Memory", ".NETStandard2.0 System.Runtime.CompilerServices.Unsafe", ".NETStandard2.0 System.Text.Json",
            ".NETStandard2.1 System.Runtime.CompilerServices.Unsafe", ".NETStandard2.1 System.Text.Json",
        ],
        Nuspec().Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(dependency => $"{dependency.Parent!.Attribute("targetFramework")!.Value} {dependency.Attribute("id")!.Value}"));

    [Fact]
    public void TheNuspecSaysWhatItIs()
    {
        Dictionary<string, string> metadata = Nuspec().Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.Equal("NetGen", metadata["id"]);
        Assert.Equal("MIT", metadata["license"]);
        Assert.Equal("README.md", metadata["readme"]);
        Assert.Equal("icon.png", metadata["icon"]);
        Assert.NotEmpty(metadata["description"]);
    }

    /// <summary>Directory.Build.props has it, and no other file.</summary>
    [Fact]
    public void TheVersionOfAllAssembliesIsThatOfTheProject()
    {
        string declared = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version").Single().Value;
        using ZipArchive package = Open("nupkg");

        Assert.All(
            package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)),
            entry => Assert.Equal(Version.Parse(declared + ".0"), VersionOf(entry)));
    }

    private static Version? VersionOf(ZipArchiveEntry entry)
    {
        string file = Path.GetTempFileName();
        try
        {
            entry.ExtractToFile(file, overwrite: true);
            return AssemblyName.GetAssemblyName(file).Version;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private XDocument Nuspec()
    {
        using ZipArchive package = Open("nupkg");
        using Stream stream = package.GetEntry("NetGen.nuspec")!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>The files, but for those that the format of the container wants.</summary>
    private IEnumerable<string> FilesOf(string extension)
    {
        using ZipArchive package = Open(extension);
        return [.. package.Entries
            .Select(entry => entry.FullName)
            .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private ZipArchive Open(string extension) => ZipFile.OpenRead(Path.Combine(feed.Feed, $"NetGen.{PackageFeed.Version}.{extension}"));
}
