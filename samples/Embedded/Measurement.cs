using System;
using System.Diagnostics;

namespace Embedded;

/// <summary>What calls cost.</summary>
internal static class Measurement
{
    private const int CallsPerRound = 1000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(0.5);

    /// <returns>Nanoseconds of one call: the best of many rounds.</returns>
    public static double Time(Action<int> calls)
    {
        TimeSpan best = TimeSpan.MaxValue;
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < Duration)
        {
            long started = Stopwatch.GetTimestamp();
            calls(CallsPerRound);
            TimeSpan time = Stopwatch.GetElapsedTime(started);
            best = time < best ? time : best;
        }

        return best.TotalNanoseconds / CallsPerRound;
    }

    /// <returns>How many garbage collections there were meanwhile, and how many bytes were allocated.</returns>
    public static (int Collections, long Bytes) Garbage(Action<int> calls, int count)
    {
        int collections = GC.CollectionCount(0);
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        calls(count);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return (GC.CollectionCount(0) - collections, bytes);
    }

    /// <returns>Milliseconds from the start of a process of this program to its end, with one prediction between: the best of some.</returns>
    public static double StartUp(string argument)
    {
        TimeSpan best = TimeSpan.MaxValue;
        for (int run = 0; run < 10; run++)
        {
            long started = Stopwatch.GetTimestamp();
            using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, argument) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            TimeSpan time = Stopwatch.GetElapsedTime(started);
            best = time < best ? time : best;
        }

        return best.TotalMilliseconds;
    }
}
