using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Persistence;

/// <summary>What only a process of its own can show: to be killed, and to have no space left.</summary>
public sealed class CheckpointProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_kill_at_any_time_leaves_the_last_good_checkpoint()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int Kills = 15;
        string path = _folder["run.checkpoint"];
        var random = new Random(1);
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process saver = CheckpointSaver.Start($"{{0}} save-forever '{path}'");
            long said = long.Parse(saver.StandardOutput.ReadLine() ?? throw new InvalidOperationException(saver.StandardError.ReadToEnd()));
            Thread.Sleep(random.Next(30));
            saver.Kill();
            while (saver.StandardOutput.ReadLine() is { } line)
            {
                said = long.Parse(line);
            }

            saver.WaitForExit();

            // What was said to be saved is there, or the next one, which was saved and not said any more.
            Assert.InRange(CheckpointSaver.Number(path), said, said + 1);
        }

        CheckpointSaver.Save(path, 0);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("network")]
    public void A_full_disk_is_a_clear_error_and_keeps_the_last_good_file(string kind)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = _folder["run." + kind];
        (kind == "network" ? CheckpointSaver.SaveNetwork : (Action<string, long>)CheckpointSaver.Save)(path, 1);

        // No file may grow beyond 512 blocks of 512 or 1024 bytes; the runtime's own executable memory would be such a file.
        using Process saver = CheckpointSaver.Start($"env DOTNET_EnableWriteXorExecute=0 /bin/sh -c \"trap '' XFSZ; ulimit -f 512; exec {{0}} save-once {kind} '{path}'\"");
        string output = saver.StandardOutput.ReadToEnd();
        saver.WaitForExit();

        Assert.True(saver.ExitCode == 1, output + saver.StandardError.ReadToEnd());
        Assert.StartsWith($"{path} could not be written: ", output, StringComparison.Ordinal);
        Assert.EndsWith("The file that was there is untouched." + Environment.NewLine, output, StringComparison.Ordinal);
        Assert.Equal(1, kind == "network" ? CheckpointSaver.NetworkNumber(path) : CheckpointSaver.Number(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }
}
