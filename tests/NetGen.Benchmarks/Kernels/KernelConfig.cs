using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace NetGen.Benchmarks.Kernels;

/// <summary>In this process: the version of BenchmarkDotNet does not know the newest .NET, for which it would have to build a project.</summary>
internal sealed class KernelConfig : ManualConfig
{
    public KernelConfig() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
}
