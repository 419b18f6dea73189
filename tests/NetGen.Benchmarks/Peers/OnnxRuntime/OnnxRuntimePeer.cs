using System;
using System.Collections.Generic;
using System.IO;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.OnnxRuntime;

/// <summary>ONNX Runtime on one thread, called from Node; forward passes alone. Its package lives in the output folder.</summary>
internal sealed class OnnxRuntimePeer : Peer
{
    private const string Package = "onnxruntime-node";
    private const string PackageVersion = "1.20.1";

    private readonly Lazy<Worker> _worker;

    public OnnxRuntimePeer(string folder, bool install)
    {
        _worker = new Lazy<Worker>(() => new Worker("node", [Path.Combine(AppContext.BaseDirectory, "Peers", "OnnxRuntime", "onnx_worker.js"), folder], new Dictionary<string, string>()));
        string? node = Tool.FirstLineOf("node", "--version");
        string package = Path.Combine(folder, "node_modules", Package);
        if (node is not null && install && !Directory.Exists(package))
        {
            // Its script would fetch libraries for GPUs.
            Tool.Run("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", $"{Package}@{PackageVersion}"]);
        }

        Missing = node is null ? "node is not installed" : Directory.Exists(package) ? null : $"{Package} is not installed (--install fetches it by npm)";
        Version = $"{Package} {PackageVersion}, Node {node}";
    }

    public override string Name => "ONNX Runtime";

    public override string? Missing { get; }

    public override string? Version { get; }

    public override bool Supports(BenchmarkNetwork network, Pass pass) => pass == Pass.Forward;

    public override PeerRun Prepare(Workload workload) => new OnnxRun(_worker.Value, workload);
}
