using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace NetGen.Package.Tests.Support;

/// <summary>The package, packed once for all tests, in a feed of its own; and copies of the consumers, which find it there and nowhere else.</summary>
public sealed class PackageFeed : IDisposable
{
    /// <summary>No version that anyone publishes.</summary>
    internal const string Version = "0.0.0-test";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("netgen-package-");
    private readonly Dictionary<string, string> _environment;
    private readonly Lazy<TrainedParameters> _learned;

    /// <summary>Packs what is built.</summary>
    public PackageFeed()
    {
        Feed = _root.CreateSubdirectory("feed").FullName;
        Consumers = Path.Combine(_root.FullName, "consumers");
        _environment = new Dictionary<string, string>
        {
            ["NETGEN_TEST_FEED"] = Feed,
            ["NETGEN_TEST_VERSION"] = Version,
            // Empty, so that nothing comes from an earlier build.
            ["NUGET_PACKAGES"] = Path.Combine(_root.FullName, "packages"),
            // A build node that outlives its build would keep the test run waiting for its output.
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };

        string configuration = typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        Command.Run(
            Repository.Root,
            new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" },
            Dotnet, "pack", "src", "--no-build", "-c", configuration, "-o", Feed, $"-p:PackageVersion={Version}").OrThrow();
        Copy(new DirectoryInfo(Path.Combine(Repository.Root, "tests", "NetGen.Package.Tests", "Consumers")), Consumers);
        _learned = new Lazy<TrainedParameters>(Learn);
    }

    /// <summary>The folder with the nupkg and the snupkg.</summary>
    internal string Feed { get; }

    /// <summary>The folder of the copied consumers.</summary>
    internal string Consumers { get; }

    /// <summary>What the plainest of the consumers learns, and all others have to.</summary>
    internal TrainedParameters Learned => _learned.Value;

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Builds a consumer.</summary>
    internal CommandResult Build(string consumer, params string[] arguments) =>
        Run(Dotnet, ["build", consumer, "-c", "Release", "--nologo", .. arguments]);

    /// <summary>Publishes a consumer for the machine at hand, and returns where to.</summary>
    internal string Publish(string consumer)
    {
        string output = Path.Combine(_root.FullName, "published", consumer);
        Run(Dotnet, ["publish", consumer, "-c", "Release", "--nologo", "--use-current-runtime", "-o", output]).OrThrow();
        return output;
    }

    /// <summary>Runs an assembly of a consumer on .NET.</summary>
    internal string RunOnDotnet(string assembly) => Run(Dotnet, [Path.Combine(Consumers, assembly)]).OrThrow().Output;

    /// <summary>Runs any program in the folder of the consumers.</summary>
    internal CommandResult Run(string program, params string[] arguments) => Command.Run(Consumers, _environment, program, arguments);

    /// <inheritdoc/>
    public void Dispose() => _root.Delete(recursive: true);

    private TrainedParameters Learn()
    {
        Build("Net10").OrThrow();
        return new TrainedParameters(RunOnDotnet("Net10/bin/Release/net10.0/Net10.dll"));
    }

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (FileInfo file in source.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target, file.Name));
        }

        foreach (DirectoryInfo folder in source.EnumerateDirectories().Where(folder => folder.Name is not ("bin" or "obj")))
        {
            Copy(folder, Path.Combine(target, folder.Name));
        }
    }
}
