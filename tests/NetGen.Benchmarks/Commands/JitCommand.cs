using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>What the JIT costs before a network has made its first step: a process of its own for each network, in which nothing has run before.</summary>
internal static class JitCommand
{
    /// <summary>The hidden command of those processes.</summary>
    public const string ChildCommand = "jit-of";

    private const int Processes = 3;
    private const double MostSeconds = 0.150;
    private const string Judged = "784-512-512-10";

    public static void Run(Options options, FmaPeak peak, Report report)
    {
        var table = new MarkdownTable(1, "network", "N", "JIT, first TrainStep", "methods", "whole call", "second call");
        var judged = new List<FirstStep>();
        foreach (BenchmarkNetwork network in options.Networks)
        {
            foreach (int n in options.SampleCounts.Where(n => n is 1 or 128))
            {
                FirstStep best = Enumerable.Range(0, options.Quick ? 1 : Processes).Select(_ => Start(network, n)).MinBy(step => step.JitSeconds)!;
                table.Add(network.Name, $"{n}", Format.Time(best.JitSeconds), $"{best.Methods}", Format.Time(best.FirstSeconds), Format.Time(best.SecondSeconds));
                if (network.Name == Judged)
                {
                    judged.Add(best);
                }
            }
        }

        report.Section(
            "The JIT before the first step",
            $"Each in a fresh process, the best of {(options.Quick ? 1 : Processes)}: the JIT's own count of its time during the first "
            + $"TrainStep, and the time of that call and of the next.\n\n{table}");
        if (judged.Count > 0)
        {
            double worst = judged.Max(step => step.JitSeconds);
            report.Judge([new Verdict($"JIT for the first TrainStep of {Judged}", "≤ 150 ms", Format.Time(worst), worst <= MostSeconds)]);
        }
    }

    /// <summary>In a fresh process: makes the first step and prints what it cost.</summary>
    /// <param name="arguments">The name of the network and the number of samples.</param>
    public static void RunChild(string[] arguments)
    {
        BenchmarkNetwork network = BenchmarkNetwork.All.First(candidate => candidate.Name == arguments[0]);
        int n = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        float[] inputs = new float[n * network.InputSize];
        float[] targets = new float[n * network.OutputSize];

        ITrainableNetwork<float> generated = network.Create();

        TimeSpan before = JitInfo.GetCompilationTime(currentThread: true);
        long methods = JitInfo.GetCompiledMethodCount(currentThread: true);
        long started = Stopwatch.GetTimestamp();
        generated.TrainStep(inputs, targets, Workload.TimedRate);
        double first = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double jit = (JitInfo.GetCompilationTime(currentThread: true) - before).TotalSeconds;
        methods = JitInfo.GetCompiledMethodCount(currentThread: true) - methods;

        started = Stopwatch.GetTimestamp();
        generated.TrainStep(inputs, targets, Workload.TimedRate);
        double second = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Self.Answer(new FirstStep(jit, methods, first, second));
    }

    private static FirstStep Start(BenchmarkNetwork network, int n) =>
        Self.Ask<FirstStep>(ChildCommand, network.Name, $"{n}");

    private sealed record FirstStep(double JitSeconds, long Methods, double FirstSeconds, double SecondSeconds);
}
