using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.Peers.C;

/// <summary>Builds C with gcc into shared libraries and loads them. A library that was built before from the same text is used again.</summary>
internal sealed class CCompiler(string folder)
{
    private static readonly Lazy<string?> FirstLine = new(() => Tool.FirstLineOf("gcc", "--version"));

    /// <summary>The version of gcc, or null where there is none.</summary>
    public static string? Version => FirstLine.Value;

    /// <summary>Where the headers lie, beside the program.</summary>
    public static string Headers => Path.Combine(AppContext.BaseDirectory, "Peers", "C");

    /// <exception cref="InvalidOperationException">gcc refuses the text; the message is gcc's.</exception>
    public nint Load(string source, params string[] flags)
    {
        string library = Build(source, flags);

        // gcc's -ffast-math links start-up code that switches subnormals off on the thread that loads it: a thread that ends with that.
        nint handle = 0;
        var loader = new Thread(() => handle = NativeLibrary.Load(library));
        loader.Start();
        loader.Join();
        return handle;
    }

    private string Build(string source, string[] flags)
    {
        var all = new StringBuilder().AppendJoin(' ', flags).Append('\n').Append(Version).Append('\n').Append(source);
        foreach (string header in Directory.GetFiles(Headers, "*.h"))
        {
            all.Append(File.ReadAllText(header));
        }

        string name = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..16]);
        string library = name + ".so";
        if (!File.Exists(library))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(name + ".c", source);
            Tool.Run("gcc", ["-shared", "-fPIC", "-o", name + ".building", $"-I{Headers}", name + ".c", .. flags]);
            File.Move(name + ".building", library, overwrite: true);
        }

        return library;
    }
}
