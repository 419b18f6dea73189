using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>What Parsing says of the type: id, place and message.</summary>
public sealed class TypeDiagnosticTests
{
    private const string Attributes = "[NetGen.Network(4)] [NetGen.Dense(3)]";

    [Fact]
    public void TypeNotPartial() => Run($"{Attributes} public sealed class Net {{ }}").AssertFindings(
        ("NETGEN001", "Net", "The network 'Net' is not partial: write 'partial class Net', so that its members can be added"));

    [Fact]
    public void TypeNotPartialOnOnePart() => Run($"{Attributes} partial class Net {{ }} class Net/* here */ {{ }}").AssertFindings(
        ("NETGEN001", "Net", "The network 'Net' is not partial: write 'partial class Net', so that its members can be added"));

    [Fact]
    public void ContainerNotPartial() => Run($"partial class Outer {{ public readonly struct Middle<T> {{ partial interface Inner {{ {Attributes} partial class Net {{ }} }} }} }}").AssertFindings(
        ("NETGEN002", "Middle", "The network 'Net' stands in 'Middle', which is not partial: write 'partial struct Middle'"));

    [Fact]
    public void SeveralContainersNotPartial() => Run($"class Outer {{ record Inner {{ {Attributes} class Net {{ }} }} }}").AssertFindings(
        ("NETGEN002", "Outer", "The network 'Net' stands in 'Outer', which is not partial: write 'partial class Outer'"),
        ("NETGEN002", "Inner", "The network 'Net' stands in 'Inner', which is not partial: write 'partial record Inner'"),
        ("NETGEN001", "Net", "The network 'Net' is not partial: write 'partial class Net', so that its members can be added"));

    [Fact]
    public void StaticType() => Run($"{Attributes} static partial class Net {{ }}").AssertFindings(
        ("NETGEN003", "Net", "The network 'Net' is static: remove 'static', because every instance has parameters of its own"));

    [Theory]
    [InlineData("record")]
    [InlineData("record class")]
    public void RecordType(string keyword) => Run($"{Attributes} partial {keyword} Net(int A) {{ }}").AssertFindings(
        ("NETGEN004", "Net", "The network 'Net' is a record, whose copies would share their parameters: write 'partial class Net'"));

    [FactSince(11)]
    public void FileLocalType() => Run($"{Attributes} file partial class Net {{ }}").AssertFindings(
        ("NETGEN005", "Net", "The network 'Net' cannot be reached from a generated file: remove 'file' from 'Net'"));

    [FactSince(11)]
    public void TypeInFileLocalType() => Run($"file partial struct Outer {{ partial class Inner {{ {Attributes} partial class Net {{ }} }} }}").AssertFindings(
        ("NETGEN005", "Net", "The network 'Net' cannot be reached from a generated file: remove 'file' from 'Outer'"));

    [Fact]
    public void DerivesFromNetwork() => Run($"{Attributes} partial class Far {{ }} class Near : Far {{ }} {Attributes} partial class Net : Near {{ }}").AssertFindings(
        ("NETGEN006", "Net", "The network 'Net' derives from the network 'Far': hold a 'Far' in a field instead, or give both a base class that is no network"));

    [Fact]
    public void LayersWithoutNetwork() => Run("[NetGen.Dense(3)] [NetGen.Dense(4), NetGen.Loss(NetGen.LossFunction.SquaredError)] partial class Net { }").AssertFindings(
        ("NETGEN007", "NetGen.Dense(3)", "The class 'Net' has layers, but no [Network]: add [Network] with the input shape, such as [Network(4)]"));

    [Fact]
    public void LossWithoutNetwork() => Run("[NetGen.Loss(NetGen.LossFunction.SquaredError)] static class Net { }").AssertFindings(
        ("NETGEN007", "NetGen.Loss(NetGen.LossFunction.SquaredError)", "The class 'Net' has a loss, but no [Network]: add [Network] with the input shape, such as [Network(4)]"));

    [Fact]
    public void LayersOnSeveralParts() => Run("""
        using NetGen;
        [Network(4)] partial class Net { }
        [Dense(1)] [Dense(2)] partial class Net { }
        [Dense(3)] [Dense(4)] partial class Net { }
        [Dense(5)] partial class Net { }
        """).AssertFindings(
        ("NETGEN008", "Dense(3)", "The layers of 'Net' stand on 3 parts of the class, whose order is not defined: write all of them on one part"),
        ("NETGEN008", "Dense(5)", "The layers of 'Net' stand on 3 parts of the class, whose order is not defined: write all of them on one part"));

    [Fact]
    public void LayersOnPartsInSeveralFiles() => GeneratorTest.Run(
        ["[NetGen.Network(4)] [NetGen.Dense(1)] partial class Net { }", "using NetGen; [Dense(2)] partial class Net { }"]).AssertNothingInGeneratedCode().AssertFindings(
        ("NETGEN008", "Dense(2)", "The layers of 'Net' stand on 2 parts of the class, whose order is not defined: write all of them on one part"));

    [Theory]
    [InlineData("int Info;", "Info", "field 'Net.Info'", "Info")]
    [InlineData("class Info { }", "Info", "class 'Net.Info'", "Info")]
    [InlineData("event System.Action Parameters { add { } remove { } }", "Parameters", "event 'Net.Parameters'", "Parameters")]
    [InlineData("int Loss => 3;", "Loss", "property 'Net.Loss'", "Loss(System.ReadOnlySpan<float>, System.ReadOnlySpan<float>)")]
    [InlineData("int get_Info() => 3;", "get_Info", "method 'Net.get_Info()'", "Info")]
    [InlineData("void Initialize(ulong seed) { }", "Initialize", "method 'Net.Initialize(ulong)'", "Initialize(ulong)")]
    public void MemberClash(string member, string at, string what, string generated) =>
        Run($"using NetGen; [Network(4)] [Dense(3)] [Loss(LossFunction.SquaredError)] partial class Net {{ }} partial class Net {{ {member} }}").AssertFindings(
            ("NETGEN009", at, $"The {what} leaves no room for the generated '{generated}' of the network 'Net': rename it"));

    [Fact]
    public void MemberClashOfTheClassItself() => Run($"{Attributes} partial class Forward<T> {{ }}").AssertFindings(
        ("NETGEN009", "Forward", "The class 'Forward<T>' leaves no room for the generated 'Forward(System.ReadOnlySpan<float>, System.Span<float>)' of the network 'Forward': rename it"));

    [Fact]
    public void MemberClashOfATypeParameter() => Run($"{Attributes} partial class Net<InputSize> {{ }}").AssertFindings(
        ("NETGEN009", "InputSize", "The type parameter 'InputSize' leaves no room for the generated 'InputSize' of the network 'Net': rename it"));

    [Fact]
    public void MemberClashOfAnInheritedAbstractMember() => Run($"abstract class Base {{ public abstract int Info(); }} {Attributes} abstract partial class Net : Base {{ }}").AssertFindings(
        ("NETGEN009", "Net", "The method 'Base.Info()' leaves no room for the generated 'Info' of the network 'Net': rename it"));

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    public void LanguageTooOld(LanguageVersion language, string version) => Run($"{Attributes} partial class Net {{ }}", language).AssertFindings(
        ("NETGEN010", "NetGen.Network(4)", $"The network 'Net' is compiled as C# {version}, but generated code needs C# 9: set LangVersion to 9.0 or later"));

    [Fact]
    public void LanguageNewEnough() => Run($"{Attributes} partial class Net {{ }}", LanguageVersion.CSharp9).AssertNoFindings();

    [Theory]
    [InlineData("")]
    [InlineData("sealed")]
    [InlineData("abstract")]
    [InlineData("public")]
    [InlineData("unsafe")]
    public void ModifiersThatDoNotMatterAreSilent(string modifiers) =>
        GeneratorTest.Run($"{Attributes} {modifiers} partial class Net {{ }}", new TestOptions { AllowUnsafe = true }).AssertClean();

    private static TestResult Run(string source, LanguageVersion language = LanguageVersion.Preview) =>
        GeneratorTest.Run(source, new TestOptions { Language = language }).AssertNothingInGeneratedCode();
}
