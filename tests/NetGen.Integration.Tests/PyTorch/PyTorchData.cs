using System;
using System.IO;
using System.Text.Json;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.PyTorch;

/// <summary>The committed results of PyTorch; tests/pytorch makes them.</summary>
internal static class PyTorchData
{
    public static NetworkCase[] Random { get; } = Read("random.json");

    public static NetworkCase[] Extremes { get; } = Read("extremes.json");

    /// <summary>Index and name of every case, for a theory.</summary>
    public static TheoryData<int, string> Names(NetworkCase[] cases)
    {
        var names = new TheoryData<int, string>();
        for (int i = 0; i < cases.Length; i++)
        {
            names.Add(i, cases[i].Name);
        }

        return names;
    }

    private static NetworkCase[] Read(string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", file));
        return JsonSerializer.Deserialize<NetworkCase[]>(stream, SpecJson.Options)!;
    }
}
