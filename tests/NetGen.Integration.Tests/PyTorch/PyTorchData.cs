using System;
using System.IO;
using System.Text.Json;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;

namespace NetGen.Integration.Tests.PyTorch;

/// <summary>The committed results of PyTorch; tests/pytorch makes them.</summary>
internal static class PyTorchData
{
    public static NetworkCase[] Random { get; } = Read("random.json");

    public static NetworkCase[] Extremes { get; } = Read("extremes.json");

    private static NetworkCase[] Read(string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", file));
        return JsonSerializer.Deserialize<NetworkCase[]>(stream, SpecJson.Options)!;
    }
}
