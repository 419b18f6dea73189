using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NetGen.Compilation;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.RandomNetworks;

/// <summary>Random declarations, compiled in memory, agree with the reference and with central differences of their own loss.</summary>
public class RandomDeclarationTests
{
    private const int NetworksPerBatch = 60;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Networks_agree_with_the_reference(int batch)
    {
        NetworkCase[] cases = Samples.Of(NetworkGen.Case, batch, NetworksPerBatch);
        CompiledNetworks compiled = Compile(cases);
        for (int i = 0; i < cases.Length; i++)
        {
            if (Differences(compiled, i, cases[i]).Length > 0)
            {
                Shrink(cases[i], batch);
            }
        }
    }

    [Fact]
    public void Gradients_are_central_differences_of_the_loss()
    {
        NetworkCase[] cases = [.. Samples.Of(NetworkGen.Case, batch: 100, 4 * NetworksPerBatch)
            .Where(c => c.Network.Loss is not null && c.Network.ParameterCount < 400)
            .Select(c => c with { Network = c.Network with { IsDouble = true } })
            .Take(NetworksPerBatch)];
        CompiledNetworks compiled = Compile(cases);
        for (int i = 0; i < cases.Length; i++)
        {
            NetworkCase c = cases[i];
            var network = new NetworkUnderTest<double>(compiled.Create<object>(FullName(i))) { Parameters = c.Parameters };
            (_, double[] gradients, double[] inputGradients) = network.Backward(c.Inputs, c.Targets!);
            double[] differences = CentralDifferences.Gradient(x => network.Loss(x, c.Targets!), c.Inputs);
            string? failure = Agreement.Compare("inputGradients", inputGradients, differences, 1e-5);
            differences = CentralDifferences.Gradient(
                theta =>
                {
                    network.Parameters = theta;
                    return network.Loss(c.Inputs, c.Targets!);
                },
                c.Parameters);
            failure ??= Agreement.Compare("gradients", gradients, differences, 1e-5);
            Assert.True(failure is null, $"{failure}\n{c.Network.ToDeclaration("Case")}\nseed {Samples.Seed}");
        }
    }

    /// <summary>Fails with the simplest declaration that fails, each compiled alone.</summary>
    private static void Shrink(NetworkCase failing, int batch)
    {
        Arbitrary<NetworkCase> one = Arb.From(Gen.Constant(failing), NetworkGen.Shrink);
        NetworkCase simplest = failing;
        string[] differences = [];
        Property fails = Prop.ForAll(one, candidate =>
        {
            string[] found = Differences(Compile([candidate]), 0, candidate);
            (simplest, differences) = found.Length > 0 ? (candidate, found) : (simplest, differences);
            return found.Length == 0;
        });

        // The exception of FsCheck prints the case with all its numbers; the declaration says more.
        Record.Exception(() => fails.QuickCheckThrowOnFailure());
        Assert.Fail($"{string.Join("\n", differences)}\n{simplest.Network.ToDeclaration("Case")}\n"
            + $"{simplest.Inputs.Length / simplest.Network.InputSize} samples, batch {batch}, seed {Samples.Seed}");
    }

    private static CompiledNetworks Compile(NetworkCase[] cases) => NetworkCompilation.Compile(string.Concat(
        cases.Select((c, index) => (c.Network with { Name = $"Case{index}" }).ToDeclaration("Cases"))));

    private static string[] Differences(CompiledNetworks compiled, int index, NetworkCase expected)
    {
        object network = compiled.Create<object>(FullName(index));
        return [.. expected.Network.IsDouble ? CaseChecker.Differences<double>(network, expected) : CaseChecker.Differences<float>(network, expected)];
    }

    private static string FullName(int index) => $"Cases.Case{index}";
}
