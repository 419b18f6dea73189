using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>
/// Texts that were read and accepted once, as <c>Class.Method#Hint.verified.cs</c>. A text that differs is written beside its snapshot as
/// <c>.received.cs</c> and fails the test; files and names are those of Verify.
/// </summary>
/// <param name="path">Where the snapshots are.</param>
/// <param name="accepts">Whether what comes is right, and the snapshots follow it.</param>
internal sealed class SnapshotFolder(string path, bool accepts)
{
    /// <summary>Holds the texts of a test to its snapshots: none that differs, none too few, none left over.</summary>
    /// <param name="test"><c>Class.Method</c>.</param>
    /// <param name="texts">File name after the test's name, such as <c>#Net.g.cs</c> or <c>.txt</c> → text.</param>
    public void Verify(string test, IReadOnlyDictionary<string, string> texts)
    {
        List<string> failures = [];
        foreach ((string suffix, string text) in texts)
        {
            string verified = File(test, suffix, "verified");
            string received = File(test, suffix, "received");
            string? expected = System.IO.File.Exists(verified) ? System.IO.File.ReadAllText(verified) : null;
            if (expected is not null && Normalize(expected) == Normalize(text))
            {
                System.IO.File.Delete(received);
                continue;
            }

            System.IO.File.WriteAllText(accepts ? verified : received, Normalize(text));
            failures.Add($"{Path.GetFileName(received)}: {FirstDifference(Normalize(expected ?? ""), Normalize(text))}");
        }

        string[] kept = [.. texts.Keys.Select(suffix => File(test, suffix, "verified"))];
        foreach (string orphan in Snapshots().Where(file => TestOf(file) == test).Except(kept))
        {
            failures.Add($"{Path.GetFileName(orphan)}: the test makes no such text");
            if (accepts)
            {
                System.IO.File.Delete(orphan);
            }
        }

        Assert.True(failures.Count == 0 || accepts, string.Join("\n", failures) + "\nNETGEN_ACCEPT=1 accepts what the tests make.");
    }

    /// <summary>Snapshots whose test is not among the given ones.</summary>
    public IEnumerable<string> OrphansOf(IEnumerable<string> tests) =>
        Snapshots().Where(file => !tests.Contains(TestOf(file))).Select(file => Path.GetFileName(file));

    private IEnumerable<string> Snapshots() => Directory.EnumerateFiles(path, "*.verified.*").Order(StringComparer.Ordinal);

    /// <summary><c>Class.Method</c> of a snapshot's name.</summary>
    private static string TestOf(string file) => string.Join('.', Path.GetFileName(file).Split('#')[0].Split('.').Take(2));

    /// <summary><c>.verified</c> stands before the extension.</summary>
    private string File(string test, string suffix, string state)
    {
        string name = test + suffix;
        string extension = Path.GetExtension(name);
        return Path.Combine(path, $"{name[..^extension.Length]}.{state}{extension}");
    }

    private static string Normalize(string text) => text.Replace("\r\n", "\n").TrimEnd('\n') + "\n";

    private static string FirstDifference(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} was\n    {before.ElementAtOrDefault(line)}\nand is\n    {after.ElementAtOrDefault(line)}";
    }
}
