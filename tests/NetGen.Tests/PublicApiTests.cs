using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace NetGen.Tests;

/// <summary>
/// A change of what users can call shows in review, because it changes PublicApi.approved.txt. NETGEN_ACCEPT=1 in the environment writes there what the library has now.
/// </summary>
public class PublicApiTests
{
    private static readonly string Approved = Path.Combine(FindRepository(), "tests", "NetGen.Tests", "PublicApi.approved.txt");

    /// <summary>What only generated code calls, in NetGen.Numerics, is promised to nobody.</summary>
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string[] actual = [.. PublicApi.Print(typeof(NetworkAttribute).Assembly.GetExportedTypes().Where(type => type.Namespace != "NetGen.Numerics"))];
        if (Environment.GetEnvironmentVariable("NETGEN_ACCEPT") == "1")
        {
            File.WriteAllText(Approved, string.Join('\n', actual) + "\n");
        }

        string[] approved = File.ReadAllLines(Approved);
        string[] before = [.. WithTypes(approved)];
        string[] after = [.. WithTypes(actual)];
        IEnumerable<string> difference = before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line));
        Assert.True(
            approved.SequenceEqual(actual),
            $"The public surface is not the approved one:\n{string.Join('\n', difference)}\nNETGEN_ACCEPT=1 accepts what the library has now.");
    }

    /// <summary>Members with their types in front, so that those of one name are told apart.</summary>
    private static IEnumerable<string> WithTypes(IEnumerable<string> lines)
    {
        string type = "";
        foreach (string line in lines)
        {
            type = line.StartsWith(' ') ? type : line;
            yield return line == type ? type : $"{type}: {line.Trim()}";
        }
    }

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NetGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
