using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime;
using System.Threading;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Measurement;

/// <summary>
/// Lets the JIT finish. .NET compiles a method quickly at first, and well after 30 calls and a while in which nothing new came up: 100 ms, or ten
/// times as long where it sees one core alone. This goes through all code of C# before anything is measured.
/// </summary>
internal static class WarmUp
{
    /// <summary>From tier to tier, the first code, the one that counts what happens, and the final one; and one more for what a round did not reach.</summary>
    private const int Rounds = 4;

    private const int Calls = 32;

    /// <summary>Above it loops take a tenth of a second for a call, and there is no method that smaller batches have not warmed.</summary>
    private const double MostFlops = 2e8;

    private static readonly TimeSpan LongestTrial = TimeSpan.FromMilliseconds(20);

    /// <summary>More for the generated code, which has methods of its own for each network and N.</summary>
    private static readonly TimeSpan LongestGeneratedTrial = TimeSpan.FromMilliseconds(300);

    public static void Run(IReadOnlyList<Peer> peers, IReadOnlyList<BenchmarkNetwork> networks, IReadOnlyList<int> sampleCounts)
    {
        for (int round = 0; round < Rounds; round++)
        {
            CallEverything(peers, networks, sampleCounts);
            WaitForTheJit();
        }
    }

    private static void CallEverything(IReadOnlyList<Peer> peers, IReadOnlyList<BenchmarkNetwork> networks, IReadOnlyList<int> sampleCounts)
    {
        foreach (BenchmarkNetwork network in networks)
        {
            foreach (int n in sampleCounts)
            {
                var workload = new Workload(network, n);
                foreach (Peer peer in peers.Where(peer => peer is GeneratedPeer || network.Flops(Pass.TrainStep, n) < MostFlops))
                {
                    using PeerRun run = peer.Prepare(workload);
                    TimeSpan longest = peer is GeneratedPeer ? LongestGeneratedTrial : LongestTrial;
                    Repeat(run, Pass.Forward, longest);
                    Repeat(run, Pass.TrainStep, longest);
                }
            }
        }
    }

    private static void WaitForTheJit()
    {
        long before;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            Thread.Sleep(Environment.ProcessorCount == 1 ? 1500 : 300);
        }
        while (JitInfo.GetCompiledMethodCount() != before);
    }

    private static void Repeat(PeerRun run, Pass pass, TimeSpan longest)
    {
        long started = Stopwatch.GetTimestamp();
        for (int call = 0; call < Calls && Stopwatch.GetElapsedTime(started) < longest; call++)
        {
            run.Time(pass, 1);
        }
    }
}
