using System.Collections.Generic;
using System.Linq;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Reports;

/// <summary>The tables of the peers.</summary>
internal static class PeersReport
{
    public static void Write(Report report, IReadOnlyList<Peer> peers, IReadOnlyList<Case> cases)
    {
        string[] others = [.. peers.Select(peer => peer.Column).Distinct().Where(column => column != GeneratedPeer.Title)];
        report.Section("Who is measured", Roster(peers));
        foreach (IGrouping<Pass, Case> pass in cases.GroupBy(one => one.Pass))
        {
            report.Section(pass.Key.ToString(), Table(others, [.. pass]));
        }

        string file = report.Picture("peers", PeersPicture.Draw(cases, Present(others, cases)));
        report.Section("At a glance", $"![Times of all peers as multiples of NetGen's]({file})");
        report.Judge(PeerVerdicts.Of(cases));
    }

    private static string Roster(IReadOnlyList<Peer> peers)
    {
        var table = new MarkdownTable(3, "column", "peer", "");
        foreach (Peer peer in peers)
        {
            table.Add(peer.Column, peer.Name, peer.Missing is { } why ? $"**missing**: {why}" : peer.Version ?? "");
        }

        return table.ToString();
    }

    /// <summary>The columns that have anything to show.</summary>
    private static string[] Present(string[] columns, IReadOnlyList<Case> cases) =>
        [.. columns.Where(column => cases.Any(one => one.Best(column) is not null))];

    private static string Table(string[] columns, Case[] cases)
    {
        string[] others = Present(columns, cases);
        var table = new MarkdownTable(1, ["network", "N", GeneratedPeer.Title, "GF/s", "of peak", .. others]);
        foreach (Case one in cases)
        {
            table.Add(
                [
                    one.Network.Name, $"{one.N}", Format.Time(one.Generated), Format.Digits(one.Flops * 1e-9), Format.Percent(one.PeakShare),
                    .. others.Select(column => Cell(one, column)),
                ]);
        }

        return table.ToString();
    }

    private static string Cell(Case one, string column) =>
        one.Best(column) is { } figure ? $"{Format.Time(figure.Seconds)}, {Format.Ratio(one.Ratio(column)!.Value)}" : "–";
}
