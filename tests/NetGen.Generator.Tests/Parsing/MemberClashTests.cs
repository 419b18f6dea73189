using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>Which generated members the user's own leave room for.</summary>
public sealed class MemberClashTests
{
    private const string Attributes = "[NetGen.Network(4)] [NetGen.Dense(3, NetGen.Activation.Softmax)] [NetGen.Loss(NetGen.LossFunction.CrossEntropy)]";
    private const string Input = "System.ReadOnlySpan<float>";

    [Theory]
    [InlineData("public int Forward;")]
    [InlineData("public int Forward { get; set; }")]
    [InlineData("public event System.Action Forward { add { } remove { } }")]
    [InlineData("public class Forward { }")]
    [InlineData("public delegate void Forward();")]
    [InlineData("public enum Forward { A }")]
    [InlineData("private const int Forward = 3;")]
    [InlineData("[System.Runtime.CompilerServices.IndexerName(\"Forward\")] public int this[int i] => i;")]
    [InlineData("public void Forward(System.ReadOnlySpan<float> a, System.Span<float> b) { }")]
    [InlineData("private static int Forward(System.ReadOnlySpan<float> a, System.Span<float> b) => 3;")]
    [InlineData("void Forward(System.ReadOnlySpan<System.Single> a, params System.Span<float> b) { }")]
    [InlineData("partial void Forward(System.ReadOnlySpan<float> a, System.Span<float> b);")]
    public void AMemberThatTakesThePlaceOfAGeneratedOneClashes(string member) =>
        Assert.Equal([$"Forward({Input}, System.Span<float>)"], OmittedWith(member));

    [Theory]
    [InlineData("public void Forward() { }")]
    [InlineData("public void Forward(float[] inputs, float[] outputs) { }")]
    [InlineData("public void Forward(System.ReadOnlySpan<double> a, System.Span<double> b) { }")]
    [InlineData("public void Forward(System.Span<float> a, System.Span<float> b) { }")]
    [InlineData("public void Forward(System.ReadOnlySpan<float> a, System.Span<float> b, int c) { }")]
    [InlineData("public void Forward(in System.ReadOnlySpan<float> a, System.Span<float> b) { }")]
    [InlineData("public void Forward(System.ReadOnlySpan<float> a, out System.Span<float> b) => b = default;")]
    [InlineData("public void Forward<T>(System.ReadOnlySpan<float> a, System.Span<float> b) { }")]
    [InlineData("public int forward, FORWARD, inputSize;")]
    [InlineData("public void Predict(System.ReadOnlySpan<float> a, int[] b) { }")]
    [InlineData("void F() { void Forward(System.ReadOnlySpan<float> a, System.Span<float> b) { } Forward(default, default); int Loss = 3; _ = Loss; }")]
    [InlineData("public Net(int Forward, int Loss) { }")]
    [InlineData("public int get_InputSize() => 3;")]
    [InlineData("public int get_Info(int a) => a;")]
    public void AnOverloadOrAnotherNameDoesNotClash(string member) =>
        Assert.Empty(OmittedWith(member));

    [Theory]
    [InlineData("int get_Info() => 3;", "Info")]
    [InlineData("void set_Parameters(System.Span<float> value) { }", "Parameters")]
    [InlineData("int InputSize => 3;", "InputSize")]
    [InlineData("void StorageLength() { }", "StorageLength")]
    [InlineData("int _netGenStorage;", "_netGenStorage")]
    [InlineData("class _netGenGradients { }", "_netGenGradients")]
    public void WhatIsNoMethodNeedsItsNameForItself(string member, string expected) =>
        Assert.Equal([expected], OmittedWith(member));

    [Fact]
    public void OnePropertyTakesThePlaceOfAllOverloads() =>
        Assert.Equal([$"Loss({Input}, {Input})", $"Loss({Input}, System.ReadOnlySpan<int>)"], OmittedWith("public float Loss { get; }"));

    [Fact]
    public void MembersThatTheDeclarationDoesNotLeadToDoNotClash() =>
        Assert.Empty(Parse("[NetGen.Network(4)] [NetGen.Dense(3)] partial class Net { int Loss, Backward, TrainStep, Predict; }").Model!.Type.Omitted);

    [Fact]
    public void TheNumberTypeDecidesTheSignatures()
    {
        NetworkModel model = Parse("""
            [NetGen.Network(4, Precision = NetGen.Precision.Double)] [NetGen.Dense(3)]
            partial class Net
            {
                void Forward(System.ReadOnlySpan<float> a, System.Span<float> b) { }
                void ToCanonical(System.ReadOnlySpan<double> a, System.Span<double> b) { }
            }
            """).Model!;

        Assert.Equal(["ToCanonical(System.ReadOnlySpan<double>, System.Span<double>)"], model.Type.Omitted);
    }

    [Fact]
    public void TheNameOfTheClassClashes()
    {
        ParseResult result = Parse($"{Attributes} partial class Predict {{ }}", "Predict");

        Assert.Equal([$"Predict({Input})", $"Predict({Input}, System.Span<int>)"], result.Model!.Type.Omitted);
        Assert.Equal([FindingTarget.Type], result.Findings.Select(finding => finding.Target));
    }

    [Fact]
    public void ATypeParameterClashes() =>
        Assert.Equal(["Info"], Parse($"{Attributes} partial class Net<Info, info> {{ }}", "Net`2").Model!.Type.Omitted);

    [Theory]
    [InlineData("abstract class Base { public abstract void Forward(System.ReadOnlySpan<float> a, System.Span<float> b); }")]
    [InlineData("abstract class Base { protected abstract int Forward { get; } }")]
    [InlineData("abstract class Far<T> { public abstract void Forward(System.ReadOnlySpan<T> a, System.Span<float> b); } abstract class Base : Far<float> { }")]
    public void AnInheritedAbstractMemberClashes(string declaration)
    {
        ParseResult result = Parse($"{declaration} {Attributes} abstract partial class Net : Base {{ }}");

        Assert.Equal([$"Forward({Input}, System.Span<float>)"], result.Model!.Type.Omitted);
        Assert.Equal([FindingTarget.Type], result.Findings.Select(finding => finding.Target));
    }

    [Theory]
    [InlineData("abstract class Base { public abstract void Forward(float[] a); }")]
    [InlineData("abstract class Far { public abstract int Forward { get; } } abstract class Base : Far { public override int Forward => 3; }")]
    [InlineData("class Base { public virtual void Forward(System.ReadOnlySpan<float> a, System.Span<float> b) { } }")]
    public void AnInheritedMemberThatMayBeHiddenDoesNotClash(string declaration) =>
        Assert.Empty(Parse($"{declaration} {Attributes} abstract partial class Net : Base {{ }}").Model!.Type.Omitted);

    [Theory]
    [InlineData("int NetGen.INetwork<float>.InputSize => 3;", "NetGen.INetwork<float>.InputSize")]
    [InlineData("int global::NetGen.INetwork<float>.StorageLength => 3;", "NetGen.INetwork<float>.StorageLength")]
    [InlineData("void NetGen.INetwork<float>.ToCanonical(System.ReadOnlySpan<float> a, System.Span<float> b) { }", "NetGen.INetwork<float>.ToCanonical(System.ReadOnlySpan<float>, System.Span<float>)")]
    public void AnExplicitImplementationOfAnExplicitMemberClashes(string member, string expected) =>
        Assert.Equal([expected], Parse($"{Attributes} partial class Net : NetGen.INetwork<float> {{ {member} }}").Model!.Type.Omitted);

    [Fact]
    public void OtherExplicitImplementationsDoNotClash() =>
        Assert.Empty(Parse($$"""
            interface IOther { int Info { get; } void Forward(System.ReadOnlySpan<float> a, System.Span<float> b); }
            {{Attributes}}
            partial class Net : IOther, NetGen.INetwork<float>, NetGen.INetwork<double>
            {
                int IOther.Info => 3;
                void IOther.Forward(System.ReadOnlySpan<float> a, System.Span<float> b) { }
                void NetGen.INetwork<float>.Forward(System.ReadOnlySpan<float> a, System.Span<float> b) { }
                int NetGen.INetwork<double>.InputSize => 3;
            }
            """).Model!.Type.Omitted);

    private static IEnumerable<string> OmittedWith(string member) => Parse($"{Attributes} partial class Net {{ {member} }}").Model!.Type.Omitted;

    /// <summary>What is left out must be enough for the compiler, too.</summary>
    private static ParseResult Parse(string source, string type = "Net")
    {
        GeneratorTest.Run(source).AssertNothingInGeneratedCode();
        return ParserTest.Parse(source, type);
    }
}
