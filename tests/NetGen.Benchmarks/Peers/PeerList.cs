using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Benchmarks.Peers.C;
using NetGen.Benchmarks.Peers.Fann;
using NetGen.Benchmarks.Peers.OnnxRuntime;
using NetGen.Benchmarks.Peers.PyTorch;

namespace NetGen.Benchmarks.Peers;

/// <summary>Everybody who is measured, in the order of the columns; the generated code comes first.</summary>
internal static class PeerList
{
    public static IReadOnlyList<Peer> Create(Options options)
    {
        var compiler = new CCompiler(Path.Combine(options.Output, "native"));
        return
        [
            new GeneratedPeer(),
            .. CPeer.Builds(compiler, options.Avx2, options.SampleCounts.Max()),
            new HandWrittenPeer(),
            new TensorPrimitivesPeer(),
            .. PyTorchPeer.Modes(),
            new OnnxRuntimePeer(options.Output, options.Install),
            new FannPeer(compiler),
        ];
    }
}
