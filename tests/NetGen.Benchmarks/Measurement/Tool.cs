using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Tasks;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Other programs: whether they are there, and running one to its end.</summary>
internal static class Tool
{
    /// <returns>The first line that the program prints, or null where there is no such program or it fails.</returns>
    public static string? FirstLineOf(string program, params string[] arguments)
    {
        try
        {
            return Run(program, arguments).Split('\n')[0].Trim();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>What the program prints.</returns>
    /// <exception cref="InvalidOperationException">It cannot be started, or fails; the message has what it printed.</exception>
    public static string Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output
                : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}.\n{output}{errors.Result}");
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{program} cannot be started: {exception.Message}", exception);
        }
    }
}
