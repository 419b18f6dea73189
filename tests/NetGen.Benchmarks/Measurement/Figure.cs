using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Measurement;

/// <summary>What one call of one peer took.</summary>
internal sealed record Figure(BenchmarkNetwork Network, int N, Pass Pass, string Column, string Peer, double Seconds);
