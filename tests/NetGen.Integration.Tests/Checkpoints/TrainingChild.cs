using System;
using System.Diagnostics;
using System.IO;

namespace NetGen.Integration.Tests.Checkpoints;

/// <summary>A program that trains with a file, run in a process of its own, to be killed or to have no space left.</summary>
internal static class TrainingChild
{
    public const string Argument = "train";

    /// <summary>What stands for the program in a command.</summary>
    public const string Program = "TRAIN";

    public const string Optimizer = "AdamW";

    /// <summary>Trains, says after every step how many are done, and waits for a line of input after every epoch; or prints the error if the file cannot be written.</summary>
    public static int Run(string path, int epochs)
    {
        var run = new CheckpointRun(path, Optimizer);
        try
        {
            run.Fit(epochs, new Reports(progress =>
            {
                Console.Out.WriteLine((CheckpointRun.StepsPerEpoch * (progress.Epoch - 1)) + progress.Step);
                if (progress.IsEpochDone && Console.In.ReadLine() is null)
                {
                    Environment.Exit(2);
                }
            }));
            run.SaveNetwork(NetworkPath(path));
            return 0;
        }
        catch (IOException error)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    /// <summary>Where the network is saved in the end.</summary>
    public static string NetworkPath(string path) => path + ".network";

    /// <summary>Starts it.</summary>
    /// <param name="command">What a shell runs; the program takes the place of <see cref="Program"/>.</param>
    public static Process Start(string command) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command.Replace(Program, $"'{Environment.ProcessPath}' '{typeof(TrainingChild).Assembly.Location}' {Argument}", StringComparison.Ordinal)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
