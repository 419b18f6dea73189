using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Parsing;

public sealed class TypeModelTests
{
    private const string Attributes = "[NetGen.Network(4)] [NetGen.Dense(3)]";

    [Fact]
    public void ATypeInTheGlobalNamespaceHasNothingAroundIt()
    {
        TypeModel type = ParserTest.ParseModel($"{Attributes} partial class Net {{ }}").Type;

        Assert.Equal("", type.Namespace);
        Assert.Empty(type.Containers);
        Assert.Equal("Net", type.Name);
        Assert.Equal("", type.TypeParameters);
        Assert.Equal("Net.g.cs", type.HintName);
        Assert.Empty(type.Hidden);
        Assert.Empty(type.Omitted);
    }

    [Fact]
    public void ContainersStandOutermostFirst()
    {
        TypeModel type = ParserTest.ParseModel(
            $$"""
            namespace A.B;
            public static partial class Outer<T> where T : new()
            {
                partial record R
                {
                    readonly partial record struct S
                    {
                        ref partial struct P
                        {
                            partial interface I<U>
                            {
                                {{Attributes}}
                                private sealed partial class Net<V, W> { }
                            }
                        }
                    }
                }
            }
            """,
            "A.B.Outer`1+R+S+P+I`1+Net`2").Type;

        Assert.Equal("A.B", type.Namespace);
        Assert.Equal(["class Outer<T>", "record R", "record struct S", "struct P", "interface I<U>"], type.Containers.Select(container => $"{container.Keyword} {container.Name}"));
        Assert.Equal("<V, W>", type.TypeParameters);
    }

    [Fact]
    public void NamesThatAreKeywordsAreEscaped()
    {
        TypeModel type = ParserTest.ParseModel(
            $$"""namespace @namespace.@await { partial struct @struct<@in> { {{Attributes}} partial class @record<@class> { } } }""",
            "namespace.await.struct`1+record`1").Type;

        Assert.Equal("@namespace.@await", type.Namespace);
        Assert.Equal([new ContainerModel("struct", "@struct<@in>")], type.Containers);
        Assert.Equal("@record", type.Name);
        Assert.Equal("<@class>", type.TypeParameters);
    }

    [Fact]
    public void TypesInSmallLettersAreEscapedToo()
    {
        TypeModel type = ParserTest.ParseModel($$"""namespace demo { partial class outer<t, T1> { {{Attributes}} partial class net { } } }""", "demo.outer`2+net").Type;

        Assert.Equal("demo", type.Namespace);
        Assert.Equal([new ContainerModel("class", "@outer<@t, T1>")], type.Containers);
        Assert.Equal("@net", type.Name);
    }

    [Fact]
    public void InheritedMembersThatCanBeSeenAreHidden()
    {
        TypeModel type = ParserTest.ParseModel($$"""
            class Far { public void Forward() { } internal class Info { } public event System.Action StorageLength { add { } remove { } } }
            class Near<T> : Far { protected T Parameters = default!; private int InputSize => 3; private protected const int OutputSize = 3; static void Initialize() { } }
            {{Attributes}} partial class Net : Near<int> { }
            """).Type;

        Assert.Equal(["Forward", "Info", "OutputSize", "Parameters", "StorageLength"], type.Hidden.Order());
    }

    [Fact]
    public void PrivateMembersOfABaseThatIsAContainerAreHidden()
    {
        TypeModel type = ParserTest.ParseModel($$"""partial class Base { private int Info; int Get() => Info; {{Attributes}} partial class Net : Base { } }""", "Base+Net").Type;

        Assert.Equal(["Info"], type.Hidden);
    }

    [Fact]
    public void ABaseNetworkHasAllMembersThoughNoneCanBeSeenYet()
    {
        ParseResult result = ParserTest.Parse($"{Attributes} partial class Base {{ }} {Attributes} partial class Net : Base {{ }}");

        Assert.Contains("Forward", result.Model!.Type.Hidden);
        Assert.Contains("Info", result.Model!.Type.Hidden);
    }

    [Theory]
    [InlineData("partial class { }")]
    [InlineData("partial class Net<,> { }")]
    [InlineData("partial class Outer<> { % partial class Net { } }")]
    [InlineData("namespace { % partial class Net { } }")]
    [InlineData("namespace A. { % partial class Net { } }")]
    [InlineData("partial interface I<in T> { % partial class Net { } }")]
    [InlineData("partial class Net")]
    [InlineData("partial class")]
    [InlineData("partial")]
    [InlineData("")]
    [InlineData("partial class Net : { }")]
    [InlineData("partial class Net : Net { }")]
    [InlineData("partial class Net : Outer<Net>.Inner { } partial class Outer<T> : Net { class Inner { } }")]
    [InlineData("partial class Net { } % partial struct Net { }")]
    [InlineData("partial class Net { } % partial record Net { }")]
    [InlineData("partial class Net<T> { } partial class Net<U> { }")]
    [InlineData("partial class Net { } namespace Net { class A { } }")]
    [InlineData("partial struct Net { }")]
    [InlineData("partial interface Net { }")]
    [InlineData("enum Net { }")]
    [InlineData("delegate void Net();")]
    [InlineData("void Net() { }")]
    [InlineData("partial partial class Net { }")]
    [InlineData("partial class Net { partial class Net { } }")]
    [InlineData("partial class Net { % partial class Net { % partial class Net { } } }")]
    [InlineData("partial class Net { void Forward(System.ReadOnlySpan<float> x, Spam<float> y) { } void Forward( }")]
    [InlineData("partial class Net { int Loss => ; int this[ } class")]
    [InlineData("partial class Net : Missing { } % partial class Net2 : Net { }")]
    [InlineData("sealed partial class Net { } % partial class Net2 : Net { }")]
    [InlineData("partial class Net : System.Enum { }")]
    [InlineData("partial class Net : string { }")]
    [InlineData("partial class Net<T> : T { }")]
    [InlineData("partial class Net<T, T> { }")]
    [InlineData("partial class Net<Net> { }")]
    [InlineData("abstract sealed partial class Net { }")]
    [InlineData("private partial class Net { }")]
    [InlineData("public partial class Net { } internal partial class Net { }")]
    [InlineData("readonly partial class Net { }")]
    [InlineData("partial class Net where T : class { }")]
    [InlineData("partial class Net<T> where T : class { } partial class Net<T> where T : struct { }")]
    [InlineData("partial class Net : NetGen.INetwork<double> { }")]
    [InlineData("partial class Net { } % partial class Net2 { ")]
    public void UnfinishedCodeIsNoReasonToFail(string declaration)
    {
        TestResult result = GeneratorTest.Run($"[NetGen.Network(4)] [NetGen.Dense(3)] partial class Whole {{ }} [NetGen.Network(4)] {declaration.Replace("%", "[NetGen.Network(4)]")}");

        Assert.Contains("Whole.g.cs", result.GeneratedFiles.Keys);
        result.AssertNothingInGeneratedCode();
    }
}
