using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace NetGen.Integration.Tests.Jit;

/// <summary>What the JIT made of the networks, in a process in which nothing had been compiled before.</summary>
internal sealed partial class JitListing
{
    private JitListing(int bits, string[] lines)
    {
        Bits = bits;
        Tiers = [.. lines.Select(line => Summary().Match(line)).Where(match => match.Success).Select(match => (match.Groups["name"].Value, match.Groups["tier"].Value))];
        Methods = Read(lines);
    }

    /// <summary>How wide the vectors of the process were.</summary>
    public int Bits { get; }

    /// <summary>Every compilation in the order in which they took place: class, name and parameters of a method, and how well it was compiled.</summary>
    public IReadOnlyList<(string Method, string Tier)> Tiers { get; }

    /// <summary>The machine code of every method of the library, of generated code and of these tests.</summary>
    public IReadOnlyList<JitMethod> Methods { get; }

    /// <summary>Whether a method, as it is named here, belongs to the numerics of the library or to generated code.</summary>
    public static bool IsOurs(string method) =>
        method.StartsWith("NetGen.Numerics.", StringComparison.Ordinal) || method.StartsWith("NetGen.Generated.", StringComparison.Ordinal);

    /// <param name="setting">What is to be off, such as EnableAVX512, or null for all that the machine has.</param>
    public static JitListing Run(string? setting)
    {
        string file = Path.GetTempFileName();
        try
        {
            // The dotnet that runs these tests.
            string dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
            var start = new ProcessStartInfo(dotnet, [typeof(JitListing).Assembly.Location, JitChild.Argument]) { RedirectStandardOutput = true };

            // The settings of the test run itself must not count.
            foreach (string name in start.Environment.Keys.Where(name => Runtime().IsMatch(name)).ToArray())
            {
                start.Environment.Remove(name);
            }

            if (setting is not null)
            {
                start.Environment[$"DOTNET_{setting}"] = "0";
            }

            // As in a user's program, whatever the tests have.
            start.Environment["DOTNET_TieredPGO"] = "1";
            start.Environment["DOTNET_JitStdOutFile"] = file;
            start.Environment["DOTNET_JitDisasmSummary"] = "1";
            start.Environment["DOTNET_JitDisasm"] = "NetGen*:*";
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? new JitListing(int.Parse(output, CultureInfo.InvariantCulture), File.ReadAllLines(file))
                : throw new InvalidOperationException($"The watched process ended with exit code {process.ExitCode}.\n{output}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<JitMethod> Read(string[] lines)
    {
        List<JitMethod> methods = [];
        List<string> instructions = [];
        foreach (string line in lines)
        {
            if (Head().Match(line) is { Success: true } head)
            {
                instructions = [];
                methods.Add(new JitMethod(head.Groups["name"].Value, instructions));
            }
            else if (line.Trim() is { Length: > 0 } instruction && instruction[0] != ';' && !Summary().IsMatch(line))
            {
                instructions.Add(instruction);
            }
        }

        return methods;
    }

    [GeneratedRegex(@"^ *\d+: JIT compiled (?<name>.+) \[(?<tier>[^,\]]+),")]
    private static partial Regex Summary();

    [GeneratedRegex(@"^; Assembly listing for method (?<name>.+) \([^)]+\)$")]
    private static partial Regex Head();

    [GeneratedRegex("^(DOTNET|COMPlus)_(?!ROOT)", RegexOptions.IgnoreCase)]
    private static partial Regex Runtime();
}
