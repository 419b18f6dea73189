using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>A mistake of our own is reported, and costs the user one network and no more.</summary>
public sealed class InternalErrorTests
{
    private const string Source = "[NetGen.Network(4)] [NetGen.Dense(3)] partial class Good { } [NetGen.Network(4)] [NetGen.Dense(3)] partial class Bad { }";

    [Fact]
    public void AnExceptionIsReportedAndOtherNetworksAreCompiled()
    {
        GeneratorDriverRunResult result = Run(() => throw new InvalidOperationException("two\nlines"));

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("NETGEN999", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(
            "NetGen failed on the network 'Bad': InvalidOperationException: two lines; please report it at https://github.com/netgen/netgen/issues",
            diagnostic.GetMessage());
        Assert.Equal(["Good.g.cs"], result.Results.Single().GeneratedSources.Select(source => source.HintName));
    }

    [Fact]
    public void CancellationIsNoError()
    {
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Run(
            () =>
            {
                source.Cancel();
                source.Token.ThrowIfCancellationRequested();
            },
            source.Token));
    }

    private static GeneratorDriverRunResult Run(Action fail, CancellationToken cancellation = default)
    {
        var generator = new NetworkGenerator((model, _, _) =>
        {
            if (model.Type.Name == "Bad")
            {
                fail();
            }

            return "";
        });
        var options = new TestOptions();
        return CSharpGeneratorDriver
            .Create([generator.AsSourceGenerator()], ImmutableArray<AdditionalText>.Empty, GeneratorTest.ParseOptions(options))
            .RunGenerators(GeneratorTest.Compile([Source], options), cancellation)
            .GetRunResult();
    }
}
