using System;
using System.Diagnostics;
using System.IO;
using NetGen.Package.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Package.Tests;

/// <summary>Programs that know the package alone train the same networks on the same data, and all of them learn the same.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackageFeed feed, ITestOutputHelper output)
{
    [Theory]
    [InlineData("Net8", "net8.0")]
    [InlineData("Strict", "net10.0")]
    public void Console(string project, string framework)
    {
        feed.Build(project).OrThrow();
        AssertLearnsTheSame(feed.RunOnDotnet($"{project}/bin/Release/{framework}/{project}.dll"));
    }

    [Fact]
    public void TwoProjectsWithNetworks()
    {
        feed.Build("TwoProjects/Program").OrThrow();
        AssertLearnsTheSame(feed.RunOnDotnet("TwoProjects/Program/bin/Release/net10.0/Program.dll"));
    }

    /// <summary>C# 9, .NET Standard 2.0 and .NET Framework 4.7.2, on a runtime without intrinsics such as Unity's.</summary>
    [Fact]
    public void OldFrameworkOnMono()
    {
        feed.Build("OldFramework/Program").OrThrow();
        try
        {
            AssertLearnsTheSame(feed.Run("mono", "OldFramework/Program/bin/Release/net472/Program.exe").OrThrow().Output);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            Assert.Fail($"Mono is needed, such as Debian's package mono-complete: {exception.Message}");
        }
    }

    [Fact]
    public void Trimmed()
    {
        string published = feed.Publish("Trimmed");
        AssertLearnsTheSame(feed.Run(Path.Combine(published, Executable("Trimmed"))).OrThrow().Output);
    }

    [Fact]
    public void NativeAot()
    {
        string program = Path.Combine(feed.Publish("Aot"), Executable("Aot"));
        var clock = Stopwatch.StartNew();
        string learned = feed.Run(program).OrThrow().Output;
        output.WriteLine($"NativeAOT: {new FileInfo(program).Length:N0} bytes, {clock.ElapsedMilliseconds} ms from start to end");
        AssertLearnsTheSame(learned);
    }

    private static string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    private void AssertLearnsTheSame(string learned) => new TrainedParameters(learned).AssertAgreeWith(feed.Learned);
}
