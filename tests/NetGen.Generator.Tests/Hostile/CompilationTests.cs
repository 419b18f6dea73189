using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>However the project is compiled.</summary>
public sealed class CompilationTests
{
    private const string Source = "% public partial class Net { } namespace A { partial struct Outer<T> { % internal sealed partial class Net<U> { } } }";

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void CheckedOrNotAndUnsafeOrNot(bool checkOverflow, bool allowUnsafe) =>
        HostileTest.AssertClean(Source, options: new TestOptions { CheckOverflow = checkOverflow, AllowUnsafe = allowUnsafe });

    [Fact]
    public void InEveryVersionFromNineOn()
    {
        LanguageVersion[] versions = [.. HostileTest.VersionsFrom(LanguageVersion.CSharp9)];

        Assert.True(versions.Length >= 3);
        Assert.All(versions, version => HostileTest.AssertClean(Source, version));
    }

    [Theory]
    [InlineData("#nullable disable")]
    [InlineData("#nullable enable")]
    [InlineData("#nullable enable annotations")]
    [InlineData("#nullable disable annotations")]
    public void WhateverTheNullableContext(string directive) => HostileTest.AssertClean($"{directive}\n{Source}");

    [Fact]
    public void InAnAssemblyThatIsClsCompliant()
    {
        // An array as the argument of an attribute is against the rules of CLS (CS3016): that is said of the user's own line, and of no other.
        TestResult result = GeneratorTest.Run("""
            [assembly: System.CLSCompliant(true)]
            [NetGen.Network(4)] [NetGen.Dense(3, NetGen.Activation.Softmax)] [NetGen.Loss(NetGen.LossFunction.CrossEntropy)] public partial class Net { }
            """);

        result.AssertNothingInGeneratedCode();
        Assert.All(result.CompilerDiagnostics, diagnostic => Assert.Equal("CS3016", diagnostic.Id));
    }

    [Fact]
    public void WithPolyfillsOfTheUsersOwn() => HostileTest.AssertClean("""
        namespace System { internal static class MathF { public static int Exp => 3; } internal readonly ref struct ReadOnlySpan { } }
        namespace System.Runtime.CompilerServices { internal static class IsExternalInit { } }
        namespace NetGen { internal static class Elementary { } }
        % partial class Net { }
        """);

    [Fact]
    public void InAProgramOfTopLevelStatements() => HostileTest.AssertClean(
        """
        System.Console.WriteLine(new Net().Parameters.Length + Program.Net.InputSize);
        % public partial class Net { }
        partial class Program { % public partial class Net { } }
        """,
        options: new TestOptions { IsProgram = true });

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void TheTextIsTheSameInEveryCulture(string culture)
    {
        const string Declaration = "[NetGen.Network(3, L2 = 1234.5e-7)] [NetGen.Dense(40, NetGen.Activation.LeakyRelu, Alpha = 0.125)] [NetGen.Dense(2)] [NetGen.Loss(NetGen.LossFunction.SquaredError)] partial class Net { }";

        string hostile = GeneratorTest.Run(Declaration).AssertClean().GeneratedFiles.Values.Single();
        string other = GeneratorTest.Run(Declaration, new TestOptions { Culture = CultureInfo.GetCultureInfo(culture) }).GeneratedFiles.Values.Single();

        Assert.Equal(other, hostile);
    }
}
