using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>Another process that runs networks: it reads a command in JSON on each line and answers with a line. It is pinned as this thread is.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;

    public Worker(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    /// <summary>The worker keeps one network for each mode.</summary>
    public void Prepare(string mode, Workload workload)
    {
        BenchmarkNetwork network = workload.Network;
        Ask(new JsonObject
        {
            ["command"] = "prepare",
            ["mode"] = mode,
            ["layers"] = new JsonArray([.. network.Layers.Select(layer => new JsonObject
            {
                ["inputs"] = layer.Inputs,
                ["outputs"] = layer.Outputs,
                ["activation"] = $"{layer.Activation}",
            })]),
            ["loss"] = $"{network.Loss}",
            ["n"] = workload.N,
            ["parameters"] = ToText(workload.Parameters),
            ["inputs"] = ToText(workload.Inputs),
            ["targets"] = ToText(workload.Targets),
            ["labels"] = new JsonArray([.. workload.Labels.Select(label => JsonValue.Create(label))]),
        });
    }

    /// <exception cref="InvalidOperationException">The worker answers with an error, or not at all.</exception>
    public JsonNode Ask(JsonObject command)
    {
        _process.StandardInput.WriteLine(command.ToJsonString());
        _process.StandardInput.Flush();
        string line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended without an answer.");
        JsonNode answer = JsonNode.Parse(line)!;
        return answer["error"] is { } error ? throw new InvalidOperationException($"{_process.StartInfo.FileName}: {error}") : answer;
    }

    public static float[] FromText(JsonNode base64) => [.. MemoryMarshal.Cast<byte, float>(Convert.FromBase64String((string)base64!))];

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string ToText(float[] numbers) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(numbers));
}
