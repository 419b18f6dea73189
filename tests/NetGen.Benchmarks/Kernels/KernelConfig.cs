using System.IO;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace NetGen.Benchmarks.Kernels;

/// <summary>
/// In this process: the version of BenchmarkDotNet does not know the newest .NET, for which it would have to build a project. Iterations are short, because
/// there are many benchmarks and none takes more than milliseconds.
/// </summary>
internal sealed class KernelConfig : ManualConfig
{
    public KernelConfig()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(50))
            .WithWarmupCount(6)
            .WithIterationCount(12));
        ArtifactsPath = Path.Combine("artifacts", "benchmarks", "kernels");
    }
}
