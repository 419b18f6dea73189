using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using NetGen.Persistence;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Persistence;

/// <summary>A program that saves checkpoints, run in a process of its own.</summary>
internal static class CheckpointSaver
{
    private const int Length = 300_000;

    /// <summary>Saves number 1, 2, 3, … and says so, until it is killed; or goes on behind the number that is there.</summary>
    public static void SaveForever(string path)
    {
        for (long number = File.Exists(path) ? Number(path) + 1 : 1; ; number++)
        {
            Save(path, number);
            Console.Out.WriteLine(number);
        }
    }

    /// <summary>Saves number 2 as a checkpoint or as a network, and prints the error if there is one.</summary>
    public static int SaveOnce(string kind, string path)
    {
        try
        {
            (kind == "network" ? SaveNetwork : (Action<string, long>)Save)(path, 2);
            return 0;
        }
        catch (IOException error)
        {
            Console.Out.WriteLine(error.Message);
            return 1;
        }
    }

    public static void Save(string path, long number)
    {
        var checkpoint = new Checkpoint();
        checkpoint.Progress["number"] = number;
        checkpoint.Add<double>("numbers", Enumerable.Repeat((double)number, Length).ToArray());
        checkpoint.Save(path);
    }

    /// <summary>Saves a network that has this number everywhere, and so many others that the file is as large.</summary>
    public static void SaveNetwork(string path, long number)
    {
        PlainNetwork<double> network = Network();
        network.Parameters.Fill(number);
        NetworkFile.Save(network, path);
    }

    public static long NetworkNumber(string path)
    {
        PlainNetwork<double> network = Network();
        NetworkFile.Load(network, path);
        return (long)Assert.Single(network.Canonical.Distinct());
    }

    /// <summary>The number of a checkpoint, every part of which agrees.</summary>
    public static long Number(string path)
    {
        Checkpoint checkpoint = Checkpoint.Load(path);
        long number = (long)checkpoint.Progress["number"]!;
        Assert.Equal(Enumerable.Repeat((double)number, Length), checkpoint.Get<double>("numbers"));
        return number;
    }

    private static PlainNetwork<double> Network() => new(1, new PlainLayer(Length));

    /// <summary>Starts it.</summary>
    /// <param name="command">What is run; {0} is put in place of the program.</param>
    public static Process Start(string command) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec " + string.Format(command, $"'{Environment.ProcessPath}' '{typeof(CheckpointSaver).Assembly.Location}'")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
