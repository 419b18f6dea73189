using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>The user may silence what NetGen says, as with any warning.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public void NotSuppressed() => Assert.Single(GeneratorTest.Run("""
        using NetGen;
        [Network(4)] [Dense(1, Activation.Softmax)] partial class Net { }
        """).Findings);

    [Fact]
    public void ByPragma() => GeneratorTest.Run("""
        using NetGen;
        #pragma warning disable NETGEN023
        [Network(4)] [Dense(1, Activation.Softmax)] partial class Net { }
        """).AssertClean();

    [Fact]
    public void ByPragmaAroundTheAttributeAlone() => GeneratorTest.Run("""
        using NetGen;
        [Network(4)]
        #pragma warning disable NETGEN023 // on purpose
        [Dense(1, Activation.Softmax)]
        #pragma warning restore NETGEN023
        [Dense(3, Activation.Tanh, Alpha = 1)]
        partial class Net { }
        """).AssertFindings(("NETGEN024", "Alpha = 1", "'Alpha' has no effect: Tanh has no α"));

    [Fact]
    public void ByAttribute() => GeneratorTest.Run("""
        using NetGen;
        [System.Diagnostics.CodeAnalysis.SuppressMessage("NetGen", "NETGEN023")]
        [Network(4)] [Dense(1, Activation.Softmax)] partial class Net { }
        """).AssertClean();
}
