using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Keeps the measuring thread, and the processes that it starts, on one core. The runtime's own threads stay free to run elsewhere.</summary>
internal static partial class Affinity
{
    /// <summary>Pins the calling thread to the last core that it may use.</summary>
    /// <returns>The number of the core, or null where the system has no such call.</returns>
    public static int? PinToOneCore()
    {
        ulong allowed = 0;
        if (!OperatingSystem.IsLinux() || Get(0, sizeof(ulong), ref allowed) < 0 || allowed == 0)
        {
            return null;
        }

        int core = BitOperations.Log2(allowed);
        ulong one = 1UL << core;
        return Set(0, sizeof(ulong), ref one) == 0 ? core : null;
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static partial int Get(int thread, nint size, ref ulong mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static partial int Set(int thread, nint size, ref ulong mask);
}
