using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Names that could be taken for something else.</summary>
public sealed class NameTests
{
    private const string Stranger = "public static class Stranger { } ";

    [Theory]
    [InlineData("System")]
    [InlineData("Span")]
    [InlineData("MathF")]
    [InlineData("NetGen")]
    public void ANamespaceOfAKnownName(string name) => HostileTest.AssertClean($$"""
        namespace Mine.{{name}} { {{Stranger}} % partial class Net { } }
        namespace Mine { % partial class Net { } namespace {{name}}.Inner { % partial class Net { } } }
        namespace Mine.{{name}}.System { {{Stranger}} % partial class Net { } }
        """);

    [Fact]
    public void ANamespaceInsideOurs() => HostileTest.AssertClean("""
        namespace NetGen.Demo { % partial class Net { } }
        namespace NetGen { % partial class MyNet { } class Activations { } }
        """);

    [Theory]
    [InlineData("System")]
    [InlineData("Span")]
    [InlineData("ReadOnlySpan")]
    [InlineData("Math")]
    [InlineData("MathF")]
    [InlineData("Unsafe")]
    [InlineData("MemoryMarshal")]
    [InlineData("NetGen")]
    [InlineData("ArgumentException")]
    [InlineData("Elementary")]
    [InlineData("Tanh")]
    [InlineData("Relu")]
    [InlineData("Network")]
    [InlineData("Precision")]
    [InlineData("Activation")]
    public void AMemberOfAKnownName(string name) => HostileTest.AssertClean($$"""
        namespace A
        {
            % partial class Net { public int {{name}} = 3; }
            % partial class Net1 { public class {{name}} { } }
            % partial class Net2 { public static double {{name}}(double x) => x; }
            % partial class Net3 : Base3 { }
            % partial class Net4<{{name}}> { }
            class Base3 { protected struct {{name}} { } }
            partial class Outer { class {{name}} { } % partial class Net { } }
            partial class Outer<{{name}}> { % partial class Net { } }
        }
        """);

    [Theory]
    [InlineData("System")]
    [InlineData("NetGen")]
    [InlineData("MathF")]
    [InlineData("Span")]
    public void ANetworkOfAKnownName(string name) => HostileTest.AssertClean($$"""
        namespace A { % partial class {{name}} { } partial class Outer { % partial class {{name}}<T> { } } }
        """);

    [Fact]
    public void AnAliasOfAKnownName() => HostileTest.AssertClean(
        """
        global using MathF = Mine.Strange;
        global using Span = Mine.Strange;
        global using static Mine.Strange;
        namespace Mine { public static class Strange { public static float Exp(float x) => x; public static float Tanh(float x) => x; public static void Forward() { } } }
        class Uses { public float A = MathF.Exp(1) + Span.Exp(1) + Exp(1); }
        namespace A { % partial class Net { } }
        """,
        version: 10);

    [Fact]
    public void MembersNamedLikeParametersAndLocals() => HostileTest.AssertClean("""
        % partial class Net
        {
            public int inputs = 0, outputs = 0, targets = 0, gradients = 0, inputGradients = 0, labels = 0, learningRate = 0, seed = 0, stored = 0, canonical = 0, x = 0, y = 0, t = 0, g = 0, i = 0, j = 0, k = 0, n = 0, N = 0, sum = 0, x0 = 0, y0 = 0, z1 = 0, a1 = 0, d1 = 0, d2 = 0, W1 = 0, b1 = 0, θ = 0, scratch = 0, batch = 0, row = 0, rows = 0, count = 0;
            public static float w(float x) => x;
        }
        """);

    [Fact]
    public void TypeParametersNamedLikeParametersAndLocals() => HostileTest.AssertClean("% partial class Net<T, N, X, @inputs, @outputs, @x, @y, @t, @sum, @i, @W1, θ> { }");

    [Theory]
    [InlineData("namespace @namespace.@class.@int { % partial class @void { partial struct @ref<@in, @out> { % partial class @event<@object> { } } } }")]
    [InlineData("% partial class @record { } namespace @await { % partial class @var { } % partial class @dynamic { } % partial class @nint { } % partial class @where { } }")]
    [InlineData("% partial class @partial { } % partial class @required { } % partial class @file { } % partial class @scoped { } % partial class @field { } % partial class @extension { } % partial class @allows { }")]
    [InlineData("% partial class @net { } % partial class Lower<@t> { } partial class @outer { % partial class @inner { } }")]
    [InlineData("namespace @global { % partial class Net { } } namespace @yield.@async { % partial class @value { } }")]
    public void KeywordsAsNames(string source) => HostileTest.AssertClean(source);

    [Theory]
    [InlineData("namespace Größe.模型 { % partial class Сеть { } partial class ネット<Τύπος> { % partial class réseau { } } }")]
    [InlineData("% partial class _ { } % partial class __ { } % partial class _1 { }")]
    [InlineData("% partial class cl\\u0061ss { } % partial class N\\u0065t { }")]
    [InlineData("% partial class İ { } % partial class ı { } % partial class ﬁ { } % partial class Ǆ { }")]
    public void NamesInAnyScript(string source) => HostileTest.AssertClean(source);

    [Fact]
    public void NamesOfLayersInAnyScript() => HostileTest.AssertClean("""
        [NetGen.Network(2)] [NetGen.Dense(2, Name = "class")] [NetGen.Dense(2, Name = "Größe")] [NetGen.Dense(2, Name = "_")] partial class Net { }
        """);

    [Fact]
    public void ExtensionsOfSpans() => HostileTest.AssertClean("""
        static class Extensions
        {
            public static System.Span<float> Slice(this System.Span<float> span, long start) => span;
            public static int Length<T>(this System.ReadOnlySpan<T> span) => 3;
            public static void Fill(this System.Span<double> span, int value) { }
            public static void CopyTo(this float[] source, int[] target) { }
        }
        % partial class Net { }
        """);
}
