using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>The size of a network is a contract, if the user wants it to be.</summary>
public sealed class BudgetTests
{
    private const string Network = "[Network(10)] [Dense(20, Activation.Tanh)] [Dense(30, Name = \"wide\")] [Dense(2)] [Loss(LossFunction.SquaredError)]";

    [Fact]
    public void WithinItsLimits() =>
        Run($"ParameterBytes = {Documented(@"stored \(([0-9,]+) B\)")}, ScratchBytes = {Documented("scratch ([0-9,]+) B")}, Macs = {Documented("([0-9,]+) MACs")}").AssertClean();

    [Fact]
    public void TooManyParameters()
    {
        int stored = Documented(@"stored \(([0-9,]+) B\)");

        Run($"ParameterBytes = {stored - 1}").AssertFindings(
            ("NETGEN026", $"ParameterBytes = {stored - 1}", $"'ParameterBytes' is {stored - 1}, and the network takes {stored} bytes: the layer 'wide' takes most, 2520 bytes"));
    }

    [Fact]
    public void TooManyMacs() => Run("Macs = 859").AssertFindings(
        ("NETGEN026", "Macs = 859", "'Macs' is 859, and the network takes 860 multiply-accumulates: the layer 'wide' takes most, 600 multiply-accumulates"));

    [Fact]
    public void TooMuchScratch()
    {
        int scratch = Documented("scratch ([0-9,]+) B");

        Run($"ScratchBytes = {scratch - 1}").AssertFindings(
            ("NETGEN026", $"ScratchBytes = {scratch - 1}", $"'ScratchBytes' is {scratch - 1}, and the network takes {scratch} bytes: the layer 'wide' takes most, 30 numbers for each sample at a time"));
    }

    [Fact]
    public void EveryLimitByItself() =>
        Assert.Equal(["NETGEN026", "NETGEN026", "NETGEN026"], Run("ParameterBytes = -1, ScratchBytes = 1, Macs = 2").Findings.Select(finding => finding.Id));

    [Fact]
    public void TheMembersThrowWhatTheBuildSays() =>
        Assert.Contains("NETGEN026: 'Macs' is 1, and the network takes 860", Assert.Single(Run("Macs = 1").GeneratedFiles).Value);

    [Fact]
    public void TheLimitsStandInTheDocumentation() =>
        Assert.Contains("/// budget: parameters 100,000 B, MACs 9,999\n", Assert.Single(Run("Macs = 9999, ParameterBytes = 100000").GeneratedFiles).Value);

    [Fact]
    public void WithoutLimits() => Run("").AssertFindings(("NETGEN024", "Budget()", "'Budget' has no effect: it sets no limit"));

    [Fact]
    public void WithoutNetwork() => GeneratorTest.Run("[NetGen.Budget(Macs = 1)] partial class Net { }").AssertFindings(
        ("NETGEN007", "NetGen.Budget(Macs = 1)", "The class 'Net' has a budget, but no [Network]: add [Network] with the input shape, such as [Network(4)]"));

    [Fact]
    public void OtherErrorsComeFirst() => GeneratorTest.Run("using NetGen; [Network(0)] [Dense(1)] [Budget(Macs = 0)] partial class Net { }").AssertFindings(
        ("NETGEN013", "0", "'inputShape[0]' is 0: a size must be at least 1"));

    [Fact]
    public void OnAnotherPartOfTheClass() => GeneratorTest.Run("using NetGen; [Network(1)] [Dense(1)] partial class Net { } [Budget(Macs = 0)] partial class Net { }").AssertFindings(
        ("NETGEN026", "Macs = 0", "'Macs' is 0, and the network takes 1 multiply-accumulates: the layer 'output' takes most, 1 multiply-accumulates"));

    /// <summary>A figure of the documentation that the editor shows: what a limit is held to.</summary>
    private static int Documented(string pattern) => int.Parse(
        Regex.Match(Assert.Single(Run("Macs = 100000").GeneratedFiles).Value, pattern).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static TestResult Run(string limits) => GeneratorTest.Run($"using NetGen; {Network} [Budget({limits})] partial class Net {{ }}").AssertNothingInGeneratedCode();
}
