using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace NetGen.Package.Tests.Support;

/// <summary>What a program said, and how it ended.</summary>
internal sealed record CommandResult(string Line, int ExitCode, string Output)
{
    /// <summary>The same result, if the program succeeded.</summary>
    public CommandResult OrThrow() => ExitCode == 0 ? this : throw new InvalidOperationException($"{Line}\nended with {ExitCode}:\n{Output}");
}

/// <summary>Runs programs.</summary>
internal static class Command
{
    /// <summary>Longer than anything takes here: what hangs fails, and does not hang the tests.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a program to its end; standard output and errors come together.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public static CommandResult Run(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the build that runs these tests has set for itself is not for the builds inside of them.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        string line = $"{program} {string.Join(' ', arguments)}";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{line}\ndid not end in {Limit}.");
        }

        return new CommandResult(line, process.ExitCode, output.Result + errors.Result);
    }
}
