using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Package.Tests.Support;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>What stands in the README of the package works as it stands.</summary>
[Collection(PackageCollection.Name)]
public sealed class ReadmeTests(PackageFeed feed)
{
    [Fact]
    public void TheProgramLearnsExclusiveOr()
    {
        string program = Regex.Match(Repository.Read("src/Package/README.md"), "^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        File.WriteAllText(Path.Combine(feed.Consumers, "Readme", "Program.cs"), program);

        feed.Build("Readme").OrThrow();

        float[] outputs = [.. feed.RunOnDotnet("Readme/bin/Release/net10.0/Readme.dll").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => float.Parse(word, CultureInfo.InvariantCulture))];
        Assert.Equal([0f, 1f, 1f, 0f], outputs.Select(value => MathF.Round(value)));
    }
}
