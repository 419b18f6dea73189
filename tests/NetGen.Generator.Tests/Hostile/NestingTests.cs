using System.Linq;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Networks in types and namespaces of every kind.</summary>
public sealed class NestingTests
{
    [Theory]
    [InlineData("partial class Outer { % partial class Net { } }")]
    [InlineData("public static partial class Outer { % public partial class Net { } }")]
    [InlineData("public abstract partial class Outer { % public partial class Net { } }")]
    [InlineData("public sealed partial class Outer { % public partial class Net { } }")]
    [InlineData("partial struct Outer { public int A { get; set; } % partial class Net { } }")]
    [InlineData("readonly partial struct Outer { % partial class Net { } }")]
    [InlineData("ref partial struct Outer { % partial class Net { } }")]
    [InlineData("readonly ref partial struct Outer { % partial class Net { } }")]
    [InlineData("public partial interface Outer { % public partial class Net { } }")]
    [InlineData("public partial record Outer { % public partial class Net { } }")]
    [InlineData("public partial record Outer(int A, int Forward) { % public partial class Net { } }")]
    [InlineData("public sealed partial record Outer { % public partial class Net { } }")]
    [InlineData("public partial record struct Outer(int A) { % public partial class Net { } }", 10)]
    [InlineData("public readonly partial record struct Outer { % public partial class Net { } }", 10)]
    public void InATypeOfEveryKind(string source, double version = 9) => HostileTest.AssertClean(source, version);

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("protected")]
    [InlineData("protected internal")]
    [InlineData("private protected")]
    [InlineData("private")]
    [InlineData("")]
    public void WithEveryAccessibility(string accessibility) => HostileTest.AssertClean($$"""
        public partial class Outer
        {
            % {{accessibility}} partial class Net { }
            {{accessibility}} partial interface I { % partial class Net { } }
        }
        """);

    [Theory]
    [InlineData("partial class Outer<T> { % partial class Net { } }")]
    [InlineData("partial class Outer<T> where T : class, new() { % partial class Net<U> where U : T { } }")]
    [InlineData("partial struct Outer<T, U> where T : struct where U : unmanaged { partial interface Inner<V> where V : notnull { % partial class Net<W> where W : System.Enum { } } }")]
    [InlineData("partial record Outer<T>(T Value) { % partial class Net { } }")]
    [InlineData("partial class Outer<@class, @float> { % partial class Net { } }")]
    public void InAGenericType(string source) => HostileTest.AssertClean(source);

    [Fact]
    public void DeepDown() => HostileTest.AssertClean("""
        namespace A.B { namespace C { partial class D { partial record E<T> { partial struct F { partial interface G<U> { private partial class H { % private protected partial class Net { } } } } } } } }
        """.Replace("private protected", "internal"));

    [Fact]
    public void OnSeveralPartsOfTheContainer() => HostileTest.AssertClean("""
        public abstract partial class Outer { % partial class Net { } }
        partial class Outer { sealed partial class Net { } }
        public partial class Outer { internal int A => 3; }
        """);

    [Fact]
    public void InAFileScopedNamespace() => HostileTest.AssertClean("namespace A.B; % public partial class Net { }", version: 10);

    [Fact]
    public void TwoOfOneNameInTwoNamespaces() => HostileTest.AssertClean("""
        namespace A { % partial class Net { } }
        namespace B { % partial class Net { } }
        namespace A.B { % partial class Net { } partial class Outer { % partial class Net { } } }
        """);

    [Fact]
    public void NamesThatDifferInCaseAlone() => HostileTest.AssertClean("""
        namespace A { % partial class Net { } % partial class NET { } % partial class NeT { } partial class Outer { % partial class Net { } } partial struct OUTER { % partial class Net { } } }
        namespace a { % partial class Net { } % partial class NET<T> { } % partial class Net<T> { } }
        """);

    [Fact]
    public void ManyNetworksInOneProject()
    {
        string networks = string.Concat(Enumerable.Range(0, 200).Select(i => $"[NetGen.Network({i + 1})] [NetGen.Dense(2)] partial class Net{i} {{ }}\n"));

        TestResult result = GeneratorTest.Run(networks).AssertClean();

        Assert.Equal(200, result.GeneratedFiles.Count);
    }
}
