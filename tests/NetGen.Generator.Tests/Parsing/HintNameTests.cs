using System;
using System.Linq;
using System.Text;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Parsing;

public sealed class HintNameTests
{
    [Theory]
    [InlineData("%partial class Net { }", "Net.g.cs")]
    [InlineData("namespace A.B { %partial class Net { } }", "A.B.Net.g.cs")]
    [InlineData("namespace A { partial class Outer<T, U> { public partial struct Inner { %partial class Net<V> { } } } }", "A.Outer{T,U}.Inner.Net{V}.g.cs")]
    [InlineData("namespace @class { %partial class @event { } }", "class.event.g.cs")]
    [InlineData("namespace Größe { %partial class Сеть { } }", "Größe.Сеть.g.cs")]
    public void ANameSaysWhereTheTypeIs(string declaration, string expected) =>
        Assert.Equal([expected], GeneratorTest.Run(Annotate(declaration)).GeneratedFiles.Keys);

    [Theory]
    [InlineData("%partial class Net { } %partial class NET { }")]
    [InlineData("namespace A { %partial class Net { } } namespace a { %partial class Net { } }")]
    [InlineData("namespace A.B { %partial class Net { } } namespace A.b.C { %partial class Net { } } namespace A.B.c { %partial class Net { } }")]
    [InlineData("partial class Outer { %partial class Net { } } partial struct outer { %partial class Net { } }")]
    [InlineData("%partial class Net<T> { } %partial class Net<T, U> { } %partial class Net { } %partial class net<t> { }")]
    [InlineData("partial class Outer<T> { %partial class Net { } } partial class Outer { %partial class Net { } }")]
    [InlineData("%partial class STRASSE { } %partial class strasse { } %partial class straße { }")]
    [InlineData("namespace A { %partial class Net { } } namespace B { %partial class Net { } }")]
    public void NoTwoNamesAreEqualInAnyCase(string declarations)
    {
        int networks = declarations.Count(character => character == '%');

        string[] names = [.. GeneratorTest.Run(Annotate(declarations)).GeneratedFiles.Keys];

        Assert.Equal(networks, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void NamesAreEqualInAnyCaseEvenInCodeThatCannotBeCompiled()
    {
        TestResult result = GeneratorTest.Run(Annotate("partial class A { %partial class Net { } } namespace A { %partial class Net { } }"));

        Assert.Contains(result.CompilerDiagnostics, diagnostic => diagnostic.Id == "CS0101");
        Assert.Equal(2, result.GeneratedFiles.Count);
    }

    [Fact]
    public void OnlyTypesThatDifferInCaseAloneGetAHash()
    {
        TestResult result = GeneratorTest.Run(Annotate("%partial class Net { } %partial class NET { } %partial class Other { }"));

        Assert.Equal(["NET-c44b288d.g.cs", "Net-e3fba90d.g.cs", "Other.g.cs"], result.GeneratedFiles.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('ж')]
    public void LongNamesAreCutAndStayUnique(char letter)
    {
        string name = new(letter, 300);

        TestResult result = GeneratorTest.Run(Annotate($"%partial class {name}1 {{ }} %partial class {name}2 {{ }}"));

        Assert.Equal(2, result.GeneratedFiles.Count);
        Assert.All(result.GeneratedFiles.Keys, key => Assert.InRange(Encoding.UTF8.GetByteCount(key), 100, 170));
    }

    private static string Annotate(string declarations) => declarations.Replace("%", "[NetGen.Network(4)] [NetGen.Dense(3)] ", StringComparison.Ordinal);
}
