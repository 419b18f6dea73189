using System.Threading;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>The generator sees the user's files, the analyzer the generated ones too: both must read the same.</summary>
public sealed class ViewTests
{
    [Theory]
    [InlineData("public sealed partial class Net { }")]
    [InlineData("partial class Net : Base { } class Base { public int Info; public virtual void Forward(System.ReadOnlySpan<float> x, System.Span<float> y) { } }")]
    [InlineData("partial class Net { public int Info, Loss; }")]
    [InlineData("partial class Net { void Forward(System.ReadOnlySpan<float> x, System.Span<float> y) { } class Generated { } }")]
    [InlineData("partial class Net : NetGen.INetwork<float> { int NetGen.INetwork<float>.InputSize => 3; }")]
    [InlineData("partial class Net { int get_Parameters() => 3; } partial class NET { }")]
    public void GeneratedMembersAreNotTheUsers(string declaration)
    {
        string source = $"""
            [NetGen.Network(4)] [NetGen.Dense(3, NetGen.Activation.Softmax)] [NetGen.Loss(NetGen.LossFunction.CrossEntropy)]
            {declaration}
            """;

        ParseResult before = ParserTest.Parse(source);
        ParseResult after = NetworkParser.Parse(GeneratorTest.Run(source).Compilation.GetTypeByMetadataName("Net")!, ParserTest.VectorSupport, CancellationToken.None);

        Assert.Equal(before, after);
    }
}
