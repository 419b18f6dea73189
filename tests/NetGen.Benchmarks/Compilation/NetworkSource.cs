using System.Linq;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Compilation;

/// <summary>Networks as the text that declares them.</summary>
internal static class NetworkSource
{
    /// <param name="network">The network.</param>
    /// <param name="name">The name of the class.</param>
    public static string Write(BenchmarkNetwork network, string name) =>
        $$"""
        using NetGen;

        [Network({{network.InputSize}})]
        {{string.Join("\n", network.Layers.Select(layer => $"[Dense({layer.Outputs}, Activation.{layer.Activation})]"))}}
        [Loss(LossFunction.{{network.Loss}})]
        public sealed partial class {{name}} { }

        """;
}
