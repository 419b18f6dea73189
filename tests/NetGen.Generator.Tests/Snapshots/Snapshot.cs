using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NetGen.Generator.Tests.Support;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>The snapshots beside this file. NETGEN_ACCEPT=1 in the environment accepts what the tests make.</summary>
internal static class Snapshot
{
    public static SnapshotFolder Folder { get; } = new(
        Path.Combine(Repository.Root, "tests", "NetGen.Generator.Tests", "Snapshots"),
        Environment.GetEnvironmentVariable("NETGEN_ACCEPT") == "1");

    /// <summary>Generated files, hint name → text.</summary>
    public static void VerifyFiles(IReadOnlyDictionary<string, string> files, [CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
        Folder.Verify(TestName(file, method), files.ToDictionary(pair => "#" + pair.Key, pair => $"//HintName: {pair.Key}\n{Scrub(pair.Value)}"));

    public static void VerifyText(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
        Folder.Verify(TestName(file, method), new Dictionary<string, string> { [".txt"] = text });

    private static string TestName(string file, string method) => $"{Path.GetFileNameWithoutExtension(file)}.{method}";

    /// <summary>A new version is no change of what is generated.</summary>
    private static string Scrub(string text) => Regex.Replace(text, """GeneratedCode\("NetGen", "[^"]*"\)""", """GeneratedCode("NetGen", "{version}")""");
}
