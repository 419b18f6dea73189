using System.Collections.Generic;
using System.Linq;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.C;

/// <summary>Plain C with compile-time sizes, built by gcc at run time and called in this process; four builds, of which the best counts.</summary>
internal sealed class CPeer : Peer
{
    private readonly CCompiler _compiler;
    private readonly string _order;
    private readonly string[] _flags;
    private readonly int _mostRows;

    private CPeer(CCompiler compiler, string order, int bits, string architecture, int mostRows)
    {
        _compiler = compiler;
        _order = order;
        _flags = ["-O3", $"-march={architecture}", "-ffast-math", $"-mprefer-vector-width={bits}", "-lm"];
        _mostRows = mostRows;
        Name = $"C {order} inner, {bits} bits";
    }

    public override string Name { get; }

    public override string Column => "C";

    public override string? Missing => CCompiler.Version is null ? "gcc is not installed" : null;

    public override string? Version => $"{CCompiler.Version}, {string.Join(' ', _flags.Take(3))}";

    /// <param name="compiler">Builds the libraries.</param>
    /// <param name="avx2">Whether to keep to AVX2, or to use whatever the machine has.</param>
    /// <param name="mostRows">The largest number of samples.</param>
    public static IEnumerable<CPeer> Builds(CCompiler compiler, bool avx2, int mostRows) =>
        from order in new[] { "outputs", "inputs" }
        from bits in avx2 ? new[] { 256 } : [256, 512]
        select new CPeer(compiler, order, bits, avx2 ? "x86-64-v3" : "native", mostRows);

    public override PeerRun Prepare(Workload workload) =>
        new CRun(_compiler.Load(CSource.Write(workload.Network, $"{_order}_inner.h", _mostRows), _flags), workload);
}
