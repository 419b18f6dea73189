using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.PyTorch;

/// <summary>PyTorch on one thread, in one Python process for both of its modes.</summary>
internal sealed class PyTorchPeer : Peer
{
    /// <summary>Debian's python3-torch belongs to this one; another python3 may stand first on the path.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<string?> TorchVersion = new(() => Tool.FirstLineOf(
        Python, "-c", "import torch; print('PyTorch', torch.__version__)"));

    private static readonly string[] OpenBlasSettings = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"];

    private readonly Lazy<Worker> _worker;
    private readonly string _mode;

    private PyTorchPeer(Lazy<Worker> worker, string mode, string name)
    {
        (_worker, _mode) = (worker, mode);
        Name = name;
    }

    public override string Name { get; }

    public override string? Missing => TorchVersion.Value is null ? $"{Python} has no torch (Debian: python3-torch)" : null;

    public override string? Version => string.Join(", ", OpenBlasSettings
        .Where(name => Environment.GetEnvironmentVariable(name) is not null)
        .Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}")
        .Prepend($"{TorchVersion.Value}, {(_mode == "autograd" ? "nn.Sequential and torch.optim.SGD" : "addmm and mm into memory that is there, without autograd")}"));

    public static IEnumerable<PyTorchPeer> Modes()
    {
        var worker = new Lazy<Worker>(() => new Worker(
            Python,
            [Path.Combine(AppContext.BaseDirectory, "Peers", "PyTorch", "pytorch_worker.py")],
            new Dictionary<string, string> { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" }));
        return [new PyTorchPeer(worker, "autograd", "PyTorch"), new PyTorchPeer(worker, "in place", "PyTorch in place")];
    }

    public override PeerRun Prepare(Workload workload) => new PyTorchRun(_worker.Value, _mode, workload);
}
