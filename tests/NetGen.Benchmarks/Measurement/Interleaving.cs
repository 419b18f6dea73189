using System;
using System.Collections.Generic;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Measurement;

/// <summary>
/// Times several runs side by side: short trials of each in turn, so that a disturbance hits all of them alike, and the best trial of each. What takes a
/// noticeable time for a single call gets fewer trials.
/// </summary>
internal sealed class Interleaving(FmaPeak peak, bool quick)
{
    /// <summary>Seconds that a trial should take: long enough for the clock, short enough to fall between two disturbances.</summary>
    private const double TrialTime = 2e-3;

    private readonly int _trials = quick ? 7 : 21;

    /// <summary>Seconds after which a run gets no further trial.</summary>
    private readonly double _budget = quick ? 0.03 : 0.12;

    /// <returns>Seconds of one call, for each run, and the peak of the machine meanwhile.</returns>
    public (double[] Seconds, double Peak) Time(IReadOnlyList<PeerRun> runs, Pass pass)
    {
        var best = new double[runs.Count];
        var calls = new int[runs.Count];
        var spent = new double[runs.Count];
        for (int i = 0; i < runs.Count; i++)
        {
            (calls[i], best[i]) = Calibrate(runs[i], pass);
            spent[i] = calls[i] == 1 ? best[i] : 0;
        }

        peak.BeginWindow();
        for (int trial = 0; trial < _trials; trial++)
        {
            peak.Measure();
            for (int i = 0; i < runs.Count; i++)
            {
                if (spent[i] < _budget)
                {
                    double time = runs[i].Time(pass, calls[i]);
                    spent[i] += time;
                    best[i] = Math.Min(best[i], time / calls[i]);
                }
            }
        }

        peak.EndWindow();
        return (best, peak.OfWindow);
    }

    /// <returns>How many calls make a trial, and what one cost.</returns>
    private static (int Calls, double Seconds) Calibrate(PeerRun run, Pass pass)
    {
        for (int calls = 1; ;)
        {
            double time = run.Time(pass, calls);
            if (time > TrialTime / 2)
            {
                return (calls, time / calls);
            }

            calls = (int)Math.Clamp(calls * TrialTime / Math.Max(time, 1e-9), 2.0 * calls, 10.0 * calls);
        }
    }
}
