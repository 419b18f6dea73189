using System;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace NetGen.Integration.Tests.RandomNetworks;

/// <summary>Samples of a generator that are the same on every run, unless NETGEN_TEST_SEED says otherwise.</summary>
internal static class Samples
{
    public static ulong Seed { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("NETGEN_TEST_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed : 20240423;

    /// <summary>A batch of samples; each number of a batch has a seed of its own.</summary>
    public static T[] Of<T>(Gen<T> gen, int batch, int count) => gen.Sample(count, new Rnd(Seed + (ulong)batch), size: 50);
}
