using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace NetGen.Benchmarks.Peers;

/// <summary>Another process that runs networks: it reads a command in JSON on each line and answers with a line. It is pinned as this thread is.</summary>
internal sealed class Worker
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

        // It ends when its input does, with this process.
        _process = Process.Start(start)!;
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

    /// <summary>Numbers travel as base64.</summary>
    public static string ToText(float[] numbers) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(numbers));

    public static float[] FromText(JsonNode text) => [.. MemoryMarshal.Cast<byte, float>(Convert.FromBase64String((string)text!))];
}
