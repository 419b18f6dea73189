using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>Everybody side by side on all networks.</summary>
internal static class PeersCommand
{
    /// <exception cref="InvalidOperationException">A peer computes something else than the generated code.</exception>
    public static void Run(Options options, FmaPeak peak, Report report)
    {
        IReadOnlyList<Peer> all = PeerList.Create(options);
        Peer[] present = [.. all.Where(peer => peer.Missing is null)];
        foreach (Peer peer in all)
        {
            Console.WriteLine($"{peer.Name,-30} {(peer.Missing is { } why ? $"missing: {why}" : peer.Version)}");
        }

        Console.WriteLine("\nThe JIT warms up …");
        WarmUp.Run([.. present.Where(peer => peer.IsCompiledByJit)], options.Networks, options.SampleCounts);

        var interleaving = new Interleaving(peak, options.Quick);
        var cases = new List<Case>();
        for (int round = 1; round <= options.Rounds; round++)
        {
            if (options.Rounds > 1)
            {
                Console.WriteLine($"\nRound {round} of {options.Rounds}");
            }

            foreach (BenchmarkNetwork network in options.Networks)
            {
                foreach (int n in options.SampleCounts)
                {
                    cases.AddRange(Measure(present, new Workload(network, n), interleaving));
                }
            }
        }

        PeersReport.Write(report, all, Case.Best(cases));
    }

    private static IEnumerable<Case> Measure(Peer[] peers, Workload workload, Interleaving interleaving)
    {
        BenchmarkNetwork network = workload.Network;
        Peer[] able = [.. peers.Where(peer => peer.Supports(network, Pass.Forward) || peer.Supports(network, Pass.TrainStep))];
        var runs = new List<PeerRun>();
        try
        {
            foreach (Peer peer in able)
            {
                runs.Add(peer.Prepare(workload));
            }

            foreach (Pass pass in Enum.GetValues<Pass>())
            {
                int[] chosen = [.. Enumerable.Range(0, able.Length).Where(i => able[i].Supports(network, pass))];
                Check(pass, [.. chosen.Select(i => able[i])], [.. chosen.Select(i => runs[i])], workload);
                (double[] seconds, double peak) = interleaving.Time([.. chosen.Select(i => runs[i])], pass);
                Figure[] figures = [.. chosen.Select((i, k) => new Figure(network, workload.N, pass, able[i].Column, able[i].Name, seconds[k]))];
                Console.WriteLine($"{network,-20} N = {workload.N,3}  {pass,-9}  {string.Join("  ", figures.Select(figure => $"{figure.Peer} {Format.Time(figure.Seconds)}"))}");
                yield return new Case(network, workload.N, pass, figures) { Peak = peak, AllocatedBytes = Allocated(runs[0], pass) };
            }
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }
    }

    /// <summary>What some calls more put on the managed heap. A collection, whoever causes it, would book an unused rest as allocated: then once more.</summary>
    private static long Allocated(PeerRun run, Pass pass)
    {
        long bytes;
        int collections;
        do
        {
            collections = GC.CollectionCount(0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            run.Time(pass, calls: 3);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        while (GC.CollectionCount(0) != collections);

        return bytes;
    }

    /// <summary>The first of the peers is the generated code.</summary>
    private static void Check(Pass pass, Peer[] peers, PeerRun[] runs, Workload workload)
    {
        if (pass == Pass.Forward)
        {
            float[] expected = runs[0].Forward();
            for (int i = 1; i < peers.Length; i++)
            {
                Agreement.RequireOutputs(peers[i].Name, workload, expected, runs[i].Forward());
            }
        }
        else
        {
            (float Loss, float[] Parameters) expected = runs[0].TrainStep(Workload.CheckedRate);
            for (int i = 1; i < peers.Length; i++)
            {
                Agreement.RequireStep(peers[i].Name, workload, expected, runs[i].TrainStep(Workload.CheckedRate));
            }
        }
    }
}
