using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>How much of the machine's peak the generated code reaches where nobody else is needed to compare: one layer of growing size, and batches of a tiny network.</summary>
internal static class GrowthCommand
{
    private const int LayerSamples = 128;

    private static readonly int[] TinySamples = [128, 512, 2048];

    public static void Run(Options options, FmaPeak peak, Report report)
    {
        var interleaving = new Interleaving(peak, options.Quick);
        BenchmarkNetwork tiny = BenchmarkNetwork.All.First(network => network.Name == "4-16-3");

        IReadOnlyList<Case> layers = Measure(BenchmarkNetwork.Growth, [LayerSamples], options.Rounds, interleaving);
        report.Section($"One layer, N = {LayerSamples}", $"Relu, SquaredError. A step has no gradient of the inputs: it is two products.\n\n{Table(layers)}");
        report.Judge([
            Least(layers, Pass.Forward, 0.80, "Forward, one layer of 64×64 to 2048×2048"),
            Least(layers, Pass.TrainStep, 0.70, "TrainStep, one layer of 64×64 to 2048×2048")]);

        IReadOnlyList<Case> batches = Measure([tiny], TinySamples, options.Rounds, interleaving);
        report.Section($"Batches of {tiny}", Table(batches));
        report.Judge([
            Least(batches, Pass.Forward, 0.50, $"Forward, batches of {tiny}"),
            Least(batches, Pass.TrainStep, 0.25, $"TrainStep, batches of {tiny}")]);
    }

    private static IReadOnlyList<Case> Measure(IReadOnlyList<BenchmarkNetwork> networks, int[] sampleCounts, int rounds, Interleaving interleaving)
    {
        var generated = new GeneratedPeer();
        WarmUp.Run([generated], networks, sampleCounts);
        return Case.Best(Enumerable.Range(0, rounds).SelectMany(_ => networks.SelectMany(network => sampleCounts.SelectMany(n => Measure(generated, new Workload(network, n), interleaving)))));
    }

    private static IEnumerable<Case> Measure(GeneratedPeer generated, Workload workload, Interleaving interleaving)
    {
        using PeerRun run = generated.Prepare(workload);
        foreach (Pass pass in Enum.GetValues<Pass>())
        {
            (double[] seconds, double peak) = interleaving.Time([run], pass);
            var figure = new Figure(workload.Network, workload.N, pass, generated.Column, generated.Name, seconds[0]);
            yield return new Case(workload.Network, workload.N, pass, [figure]) { Peak = peak };
        }
    }

    private static string Table(IReadOnlyList<Case> cases)
    {
        var table = new MarkdownTable(1, "network", "N", "Forward", "GF/s", "of peak", "TrainStep", "GF/s", "of peak");
        foreach (Case[] pair in cases.Chunk(2))
        {
            table.Add([pair[0].Network.Name, $"{pair[0].N}", .. pair.SelectMany(one => new[]
            {
                Format.Time(one.Generated), Format.Digits(one.Flops * 1e-9), Format.Percent(one.PeakShare),
            })]);
        }

        return table.ToString();
    }

    private static Verdict Least(IReadOnlyList<Case> cases, Pass pass, double required, string what)
    {
        Case worst = cases.Where(one => one.Pass == pass).MinBy(one => one.PeakShare)!;
        return new Verdict(what, $"≥ {Format.Percent(required)} of peak", $"{Format.Percent(worst.PeakShare)}: {worst}", worst.PeakShare >= required);
    }
}
