using System.Linq;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>The whole text of small networks. A change here is read as code is read.</summary>
public sealed class GeneratedFileTests
{
    [Fact]
    public void Classifier() => Verify(
        """
        using NetGen;

        namespace Demo;

        [Network(2, L2 = 1e-4)]
        [Dense(3, Activation.Relu)]
        [Dense(2, Activation.Softmax)]
        [Loss(LossFunction.CrossEntropy)]
        public sealed partial class IrisNet { }
        """);

    [Fact]
    public void Loops() => Verify(
        """
        using NetGen;

        [Network(3, Unroll = Unroll.None)]
        [Dense(20, Activation.Gelu)]
        [Dense(2)]
        partial class LoopNet { }
        """);

    [Fact]
    public void WithoutLoss() => Verify(
        """
        using NetGen;

        partial class Outer<T>
        {
            [Network(2, 1, Precision = Precision.Double)]
            [Dense(2, Activation.LeakyRelu, Bias = Bias.Shared)]
            private partial class ScorerNet { }
        }
        """);

    [Fact]
    public void Invalid() => Verify(
        """
        using NetGen;

        [Network(2, 0)]
        [Dense(3, Activation.Softmax, L2 = -1)]
        [Loss(LossFunction.SquaredError)]
        partial class BrokenNet { }
        """);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        TestResult result = GeneratorTest.Run(source);

        Assert.Empty(result.CompilerDiagnostics);
        Snapshot.VerifyFiles(result.GeneratedFiles, method: method);
    }
}
