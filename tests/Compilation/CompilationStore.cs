using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using NetGen.Generator;

namespace NetGen.Compilation;

/// <summary>
/// Compiled networks in a folder, for test runs that differ in the machine's settings alone: most of their time would go to the same compilations.
/// Without NETGEN_TEST_STORE, which names the folder, nothing is kept.
/// </summary>
internal static class CompilationStore
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("NETGEN_TEST_STORE");

    /// <summary>A name for all that a compilation depends on: text and settings, library, generator and compiler.</summary>
    public static string Key(string source, CompilationSettings settings)
    {
        string everything = $"""
            {settings}
            {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(settings.LibraryPath ?? typeof(INetwork<>).Assembly.Location)))}
            {typeof(NetworkGenerator).Module.ModuleVersionId}
            {typeof(SyntaxTree).Module.ModuleVersionId}
            {Environment.Version}
            {source}
            """;
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(everything)))[..32];
    }

    /// <summary>What has been kept under the name, or null.</summary>
    public static CompiledText? Find(string key) =>
        Folder is not null && File.Exists(PathOf(key)) ? JsonSerializer.Deserialize<CompiledText>(File.ReadAllBytes(PathOf(key))) : null;

    public static void Keep(string key, CompiledText compiled)
    {
        if (Folder is not null)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(PathOf(key), JsonSerializer.SerializeToUtf8Bytes(compiled));
        }
    }

    private static string PathOf(string key) => Path.Combine(Folder!, $"{key}.json");
}

/// <summary>What became of a text.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="GeneratedTexts">The generated files.</param>
internal sealed record CompiledText(byte[] Assembly, string[] GeneratedTexts);
