using System;
using System.Collections.Generic;
using System.Diagnostics;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks;

/// <summary>AVX-512 is switched off by the environment, which .NET reads when it starts: the program starts itself once more.</summary>
internal static class Avx2Restart
{
    private const string Switch = "DOTNET_EnableAVX512";

    public static bool IsNeeded(Options options) => options.Avx2 && Environment.GetEnvironmentVariable(Switch) != "0";

    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        (string program, IEnumerable<string> all) = Self.Command(arguments);
        var start = new ProcessStartInfo(program, all);
        start.Environment[Switch] = "0";

        // PyTorch and OpenBLAS choose their kernels themselves: here the same as everybody else.
        start.Environment["ATEN_CPU_CAPABILITY"] = "avx2";
        start.Environment["OPENBLAS_CORETYPE"] = "Haswell";
        start.Environment["DNNL_MAX_CPU_ISA"] = "AVX2";
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
