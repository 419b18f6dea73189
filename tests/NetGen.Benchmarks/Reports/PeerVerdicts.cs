using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Reports;

/// <summary>What is asked of the generated code beside its peers, and what came of it.</summary>
internal static class PeerVerdicts
{
    /// <summary>Seconds that a call may cost more than C, whatever the ratio: the checks of its arguments are worth them.</summary>
    private const double AllowedSeconds = 5e-9;

    /// <summary>Below this number of parameters the call itself is what PyTorch takes its time for.</summary>
    private const int SmallNetwork = 2_000;

    public static IEnumerable<Verdict> Of(IReadOnlyList<Case> cases) =>
    [
        .. AgainstC(cases, Pass.Forward),
        .. AgainstC(cases, Pass.TrainStep),
        .. Wide(cases),
        .. AgainstPyTorch(cases),
        .. AgainstPyTorchInPlace(cases),
        Allocation(cases),
    ];

    private static IEnumerable<Verdict> AgainstC(IReadOnlyList<Case> cases, Pass pass)
    {
        Case[] single = [.. cases.Where(one => one.Pass == pass && one.N == 1 && one.Best("C") is not null)];
        if (single.Length > 0)
        {
            double mean = Format.GeometricMean(single.Select(Share));
            yield return new Verdict($"{pass} of a single sample, against the best C: geometric mean", "≤ 1.00 ×", Format.Ratio(mean), mean <= 1);

            Case worst = single.MaxBy(one => Excess(one) <= AllowedSeconds ? Math.Min(1, Share(one)) : Share(one))!;
            yield return new Verdict(
                $"{pass} of a single sample, against the best C: worst",
                "≤ 1.15 × or within 5 ns",
                $"{Format.Ratio(Share(worst))}, {(Excess(worst) < 0 ? "−" : "+")}{Format.Time(Math.Abs(Excess(worst)))}: {worst.Network}",
                Share(worst) <= 1.15 || Excess(worst) <= AllowedSeconds);
        }

        static double Share(Case one) => 1 / one.Ratio("C")!.Value;

        static double Excess(Case one) => one.Generated - one.Best("C")!.Seconds;
    }

    private static IEnumerable<Verdict> Wide(IReadOnlyList<Case> cases)
    {
        if (cases.Where(one => one is { Pass: Pass.TrainStep, N: >= 128, Network.IsWide: true }).MinBy(one => one.PeakShare) is { } worst)
        {
            yield return new Verdict("TrainStep, N ≥ 128, layers ≥ 128 wide", "≥ 88 % of peak", $"{Format.Percent(worst.PeakShare)}: {worst}", worst.PeakShare >= 0.88);
        }
    }

    private static IEnumerable<Verdict> AgainstPyTorch(IReadOnlyList<Case> cases)
    {
        const string Column = "PyTorch";
        foreach (Verdict verdict in Everywhere(cases, Column, "TrainStep against PyTorch with autograd", least: 1.1, leastMean: 4))
        {
            yield return verdict;
        }

        Case? slowest = cases
            .Where(one => one is { Pass: Pass.TrainStep, N: 1, Network.ParameterCount: < SmallNetwork })
            .MinBy(one => one.Ratio(Column) ?? double.MaxValue);
        if (slowest?.Ratio(Column) is { } ratio)
        {
            yield return new Verdict($"the same, under {SmallNetwork:#,0} parameters, N = 1", "≥ 50 × as fast", $"{Format.Ratio(ratio)}: {slowest.Network}", ratio >= 50);
        }
    }

    private static IEnumerable<Verdict> AgainstPyTorchInPlace(IReadOnlyList<Case> cases) =>
        Everywhere(cases, "PyTorch in place", "TrainStep against PyTorch in place, without autograd", least: 1, leastMean: 2);

    private static Verdict Allocation(IReadOnlyList<Case> cases)
    {
        Case most = cases.MaxBy(one => one.AllocatedBytes)!;
        return new Verdict(
            "allocated by Forward and TrainStep, warm", "0 bytes", $"{most.AllocatedBytes} bytes{(most.AllocatedBytes == 0 ? "" : $": {most}")}", most.AllocatedBytes == 0);
    }

    private static IEnumerable<Verdict> Everywhere(IReadOnlyList<Case> cases, string column, string what, double least, double leastMean)
    {
        (Case Case, double Ratio)[] ratios =
            [.. cases.Where(one => one.Pass == Pass.TrainStep && one.Ratio(column) is not null).Select(one => (one, one.Ratio(column)!.Value))];
        if (ratios.Length > 0)
        {
            (Case worst, double ratio) = ratios.MinBy(pair => pair.Ratio);
            yield return new Verdict($"{what}: worst", $"≥ {least:0.0} × as fast", $"{Format.Ratio(ratio)}: {worst}", ratio >= least);

            double mean = Format.GeometricMean(ratios.Select(pair => pair.Ratio));
            yield return new Verdict($"{what}: geometric mean", $"≥ {leastMean:0} × as fast", Format.Ratio(mean), mean >= leastMean);
        }
    }
}
