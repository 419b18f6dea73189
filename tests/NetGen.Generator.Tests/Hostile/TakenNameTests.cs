using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Every name that the generator needs, taken by something of the user's: the one error is NETGEN009, and generated code stays free of others.</summary>
public sealed class TakenNameTests
{
    private const string Attributes = "[NetGen.Network(4)] [NetGen.Dense(3, NetGen.Activation.Softmax)] [NetGen.Loss(NetGen.LossFunction.CrossEntropy)]";

    private static readonly GeneratedMember[] Members =
    [
        .. GeneratedMember.Of(NetGen.Precision.Single, hasLoss: true, takesLabels: true, predicts: true).Where(member => !member.Name.Contains('.')),
    ];

    public static TheoryData<string> Names => [.. Members.Select(member => member.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void ByAField(string name) => AssertClash($"{Attributes} partial class Net {{ private readonly int {name} = 3; public override string ToString() => $\"{{{name}}}\"; }}");

    [Theory]
    [MemberData(nameof(Names))]
    public void ByANestedType(string name) => AssertClash($"{Attributes} partial class Net {{ private struct {name} {{ }} }}");

    [Theory]
    [MemberData(nameof(Names))]
    public void ByTheClass(string name) => AssertClash($"{Attributes} partial class {name} {{ }}");

    [Theory]
    [MemberData(nameof(Names))]
    public void ByATypeParameter(string name) => AssertClash($"{Attributes} partial class Net<{name}> {{ }}");

    [Theory]
    [MemberData(nameof(Names))]
    public void ByAnAbstractMemberOfABase(string name) => AssertClash($"abstract class Base {{ public abstract int {name} {{ get; }} }} {Attributes} abstract partial class Net : Base {{ }}");

    [Fact]
    public void ByMethodsOfTheSameSignature() => Assert.All(
        Members.Where(member => member.ParameterTypes is not null),
        member => AssertClash($"{Attributes} partial class Net {{ private static object? {Write(member)} => null; }}"));

    [Fact]
    public void ByAllAtOnce()
    {
        IEnumerable<string> fields = Members.Where(member => member.ParameterTypes is null).Select(member => $"private const int {member.Name} = 3;");
        IEnumerable<string> methods = Members.Where(member => member.ParameterTypes is not null).Select(member => $"private static object? {Write(member)} => null;");

        TestResult result = GeneratorTest.Run($"{Attributes} partial class Net {{ {string.Concat(fields.Concat(methods))} }}").AssertNothingInGeneratedCode();

        Assert.Equal(Members.Length, result.Findings.Length);
    }

    private static string Write(GeneratedMember member) => $"{member.Name}({string.Join(", ", member.ParameterTypes!.Value.Select((type, index) => $"{type} p{index}"))})";

    private static void AssertClash(string source) =>
        Assert.Equal("NETGEN009", Assert.Single(GeneratorTest.Run(source).AssertNothingInGeneratedCode().Findings.Select(finding => finding.Id).Distinct()));
}
