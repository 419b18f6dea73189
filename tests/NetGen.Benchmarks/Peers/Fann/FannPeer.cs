using System;
using System.IO;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers.C;

namespace NetGen.Benchmarks.Peers.Fann;

/// <summary>
/// The Fast Artificial Neural Network library, called through a shim in C. It has neither Relu nor Softmax: hidden layers are its piecewise linear
/// activation, which is the same up to 1 where inputs are small, and its outputs are the logits. Steps are compared where it knows the functions.
/// </summary>
internal sealed class FannPeer(CCompiler compiler) : Peer
{
    private const string Header = "/usr/include/floatfann.h";

    public override string Name => "FANN";

    public override string? Missing =>
        CCompiler.Version is null ? "gcc is not installed" : File.Exists(Header) ? null : $"{Header} is not there (Debian: libfann-dev)";

    public override string? Version => "Relu as FANN_LINEAR_PIECE, without softmax; steps only where it has the activations and the loss";

    public override bool Supports(BenchmarkNetwork network, Pass pass) =>
        pass == Pass.Forward || (network.Loss == LossFunction.SquaredError && network.Layers[0].Activation != Activation.Relu);

    public override PeerRun Prepare(Workload workload) => new FannRun(
        compiler.Load(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", "Fann", "fann_shim.c")), "-O3", "-march=native", "-lfloatfann", "-lm"), workload);
}
