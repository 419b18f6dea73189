using System;
using System.IO;
using NetGen.Package.Tests.Support;
using Xunit;

namespace NetGen.Samples.Tests.FashionMnist;

/// <summary>What is wrong is said in a sentence.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("netgen-samples-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("there is no folder nowhere", "nowhere")]
    [InlineData("expected a file train-images-idx3-ubyte or train-images-idx3-ubyte.gz, found none", ".")]
    [InlineData("--network is '100'; expected 128 or 512", "--network", "100")]
    [InlineData("--epochs is '0'; expected a whole number from 1 on", "--epochs", "0")]
    [InlineData("--seed is 'x'; expected a whole number from 0 on", "--seed", "x")]
    [InlineData("The folder is '--quick'; expected a folder, or one of the options", "--quick")]
    public void ItEndsWithOne(string message, params string[] arguments)
    {
        CommandResult result = FashionMnistProgram.Run(_folder.FullName, arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedFileIsNamed()
    {
        SyntheticData.Write(_folder.FullName);
        File.WriteAllText(Path.Combine(_folder.FullName, "t10k-images-idx3-ubyte"), "no pictures");

        CommandResult result = FashionMnistProgram.Run(_folder.FullName, ".");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("t10k-images-idx3-ubyte, byte 0: expected the magic number", result.Output, StringComparison.Ordinal);
    }
}
