using System;
using System.IO;
using NetGen.Package.Tests.Support;

namespace NetGen.Samples.Tests.FashionMnist;

/// <summary>The report of a run on a few synthetic pictures, written once for all tests.</summary>
public sealed class WrittenReport : IDisposable
{
    internal const int Epochs = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("netgen-samples-");

    public WrittenReport()
    {
        SyntheticData.Write(_folder.FullName);
        Result = FashionMnistProgram.Run(_folder.FullName, ".", "--epochs", $"{Epochs}", "--seed", "5", "--report", "made/report.html").OrThrow();
    }

    /// <summary>Where it is.</summary>
    internal string Path => System.IO.Path.Combine(_folder.FullName, "made", "report.html");

    /// <summary>What the program said.</summary>
    internal CommandResult Result { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
