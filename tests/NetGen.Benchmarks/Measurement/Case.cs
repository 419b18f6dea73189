using System.Collections.Generic;
using System.Linq;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Measurement;

/// <summary>One network, number of samples and pass, and what everybody took for it: of the peers of one column the fastest.</summary>
internal sealed class Case(BenchmarkNetwork network, int n, Pass pass, IEnumerable<Figure> figures)
{
    private readonly Figure[] _figures = [.. figures];
    private readonly Dictionary<string, Figure> _best = figures
        .GroupBy(figure => figure.Column)
        .ToDictionary(group => group.Key, group => group.MinBy(figure => figure.Seconds)!);

    public BenchmarkNetwork Network { get; } = network;

    public int N { get; } = n;

    public Pass Pass { get; } = pass;

    /// <summary>The machine's peak while this was measured, in floating-point operations a second.</summary>
    public required double Peak { get; init; }

    /// <summary>What a few calls of the generated code allocated, once everything was warm.</summary>
    public long AllocatedBytes { get; init; }

    /// <summary>Seconds of one call of the generated code.</summary>
    public double Generated => _best[Peers.GeneratedPeer.Title].Seconds;

    /// <summary>Useful floating-point operations a second of the generated code.</summary>
    public double Flops => Network.Flops(Pass, N) / Generated;

    /// <summary>The share of the peak that the generated code reaches.</summary>
    public double PeakShare => Flops / Peak;

    /// <summary>What was measured several times, once: the best of everybody, and the highest peak of the machine.</summary>
    public static IReadOnlyList<Case> Best(IEnumerable<Case> cases) =>
    [
        .. cases.GroupBy(one => (one.Network, one.N, one.Pass)).Select(rounds => new Case(rounds.Key.Network, rounds.Key.N, rounds.Key.Pass, rounds.SelectMany(one => one._figures))
        {
            Peak = rounds.Max(one => one.Peak),
            AllocatedBytes = rounds.Max(one => one.AllocatedBytes),
        }),
    ];

    /// <returns>The fastest of a column, or null where there is none.</returns>
    public Figure? Best(string column) => _best.GetValueOrDefault(column);

    /// <returns>How many times as long as the generated code a column takes, or null where there is none.</returns>
    public double? Ratio(string column) => Best(column)?.Seconds / Generated;

    public override string ToString() => $"{Network} at N = {N}";
}
