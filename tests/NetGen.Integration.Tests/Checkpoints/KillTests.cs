using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using NetGen.Persistence;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Integration.Tests.Checkpoints;

/// <summary>What only a process of its own can show: a training that is killed again and again, or has no space left for its file, loses nothing.</summary>
public sealed class KillTests : IDisposable
{
    /// <summary>What the shell exits with where a file system may not be mounted.</summary>
    private const int NotAllowed = 77;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_that_is_killed_again_and_again_ends_with_the_bits_of_one_that_never_stopped()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // What a life may do is limited, so that the last one has something left to do however fast the machine is.
        const int Kills = 20;
        const int EpochsPerLife = 4;
        const int Epochs = (Kills + 1) * EpochsPerLife;

        string path = _folder["killed.safetensors"];
        string command = $"exec {TrainingChild.Program} '{path}' {Epochs}";
        var random = new Random(1);
        int saved = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process trainer = TrainingChild.Start(command);
            int said = saved;

            // Most of them while it trains, some while it starts, the first among them.
            if (kill % 5 != 0)
            {
                trainer.StandardInput.Write(new string('\n', EpochsPerLife - 1));
                trainer.StandardInput.Flush();
                said = int.Parse(trainer.StandardOutput.ReadLine() ?? throw new InvalidOperationException(trainer.StandardError.ReadToEnd()));
                Thread.Sleep(random.Next(40));
            }
            else
            {
                Thread.Sleep(random.Next(300));
            }

            trainer.Kill();
            said = trainer.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).LastOrDefault(said);
            trainer.WaitForExit();

            // Whatever was said to be done is saved, and the file can be loaded.
            saved = said == 0 && !File.Exists(path) ? 0 : CheckpointRun.Steps(Checkpoint.Load(path));
            Assert.InRange(saved, said, said + 1);
        }

        Finish(command, Epochs);
        CheckEndedAsOneThatNeverStopped(path, Epochs);
    }

    [Theory]
    [InlineData("limit")]
    [InlineData("full")]
    public void A_run_that_has_no_space_left_says_so_and_goes_on_when_it_has(string disk)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The first checkpoint has neither a state of the optimizer nor the best parameters, and fits; those after the first epoch do not.
        const int Epochs = 3;
        string path = _folder["run.safetensors"];
        using Process trainer = TrainingChild.Start(disk == "limit" ? LimitedFiles(path, Epochs) : FullDisk(Epochs));
        trainer.StandardInput.Write(new string('\n', Epochs));
        trainer.StandardInput.Close();
        string output = trainer.StandardOutput.ReadToEnd();
        string error = trainer.StandardError.ReadToEnd();
        trainer.WaitForExit();
        if (trainer.ExitCode == NotAllowed)
        {
            return;
        }

        Assert.True(trainer.ExitCode == 1, output + error);
        Assert.Contains($"run.safetensors could not be written: {(disk == "limit" ? "Specified file length was too large" : "No space left on device")}", error, StringComparison.Ordinal);
        Assert.EndsWith("The file that was there is untouched." + Environment.NewLine, error, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
        int said = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).LastOrDefault(0);
        Assert.Equal(said, CheckpointRun.Steps(Checkpoint.Load(path)));

        Finish($"exec {TrainingChild.Program} '{path}' {Epochs}", Epochs);
        CheckEndedAsOneThatNeverStopped(path, Epochs);
    }

    /// <summary>No file may grow beyond 200 blocks of 512 or 1024 bytes; the runtime's own executable memory would be such a file.</summary>
    private static string LimitedFiles(string path, int epochs) =>
        $"trap '' XFSZ; ulimit -f 200; DOTNET_EnableWriteXorExecute=0 exec {TrainingChild.Program} '{path}' {epochs}";

    /// <summary>A file system in memory with room for one checkpoint and a half, where a user may mount one in a namespace of their own.</summary>
    private string FullDisk(int epochs)
    {
        string disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        string inside = $"mount -t tmpfs -o size=500k tmpfs '{disk}' || exit {NotAllowed}; "
            + $"{TrainingChild.Program} '{disk}/run.safetensors' {epochs}; code=\\$?; find '{disk}' -type f -exec cp '{{}}' '{_folder.Path}' \\;; exit \\$code";
        return $"unshare --map-root-user --mount true 2>/dev/null || exit {NotAllowed}; exec unshare --map-root-user --mount /bin/sh -c \"{inside}\"";
    }

    private static void Finish(string command, int epochs)
    {
        using Process trainer = TrainingChild.Start(command);
        trainer.StandardInput.Write(new string('\n', epochs));
        trainer.StandardInput.Close();
        trainer.StandardOutput.ReadToEnd();
        trainer.WaitForExit();
        Assert.True(trainer.ExitCode == 0, trainer.StandardError.ReadToEnd());
    }

    /// <summary>The files are equal byte by byte: parameters, state of the optimizer, history, best parameters, and the network with these.</summary>
    private void CheckEndedAsOneThatNeverStopped(string path, int epochs)
    {
        string expected = _folder["expected.safetensors"];
        var run = new CheckpointRun(expected, TrainingChild.Optimizer);
        run.Fit(epochs);
        run.SaveNetwork(TrainingChild.NetworkPath(expected));

        Assert.Equal(File.ReadAllBytes(expected), File.ReadAllBytes(path));
        Assert.Equal(File.ReadAllBytes(TrainingChild.NetworkPath(expected)), File.ReadAllBytes(TrainingChild.NetworkPath(path)));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
        Assert.Equal(CheckpointRun.StepsPerEpoch * epochs, CheckpointRun.Steps(Checkpoint.Load(path)));
    }
}
