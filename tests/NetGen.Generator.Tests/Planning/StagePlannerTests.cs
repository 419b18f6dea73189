using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using Xunit;
using static NetGen.Generator.Tests.Planning.Kernels;

namespace NetGen.Generator.Tests.Planning;

/// <summary>What belongs into one stage. A product is written as its target, what finishes it and what of that is stored; a line has 16 numbers.</summary>
public sealed class StagePlannerTests
{
    private static readonly ParameterLayout Matrices = Parameters(("W", 3, 20, false), ("V", 20, 5, true), ("U", 20, 16, false));

    private static readonly ValuePlan[] Values =
    [
        Argument("x", 3), Argument("t", 20), Argument("y", 5), Argument("gx", 3), Argument("wide", 16), Scalar("scale"),
        Local("z", 20), Local("a", 20), Local("b", 20), Local("d", 20), Local("q", 5), Local("u", 16), Local("s", 1),
    ];

    [Fact]
    public void MapsThatFollowAProductFinishIt()
    {
        Assert.Equal("z(a) stores a | rows s", Plan(Z, Map("a", 20, "z"), Reduce("s", 20, "a")));
        Assert.Equal("z(a b) stores b | rows s", Plan(Z, Map("a", 20, "z"), Map("b", 20, "a", "z"), Reduce("s", 20, "b")));
    }

    [Fact]
    public void OnlyWhatIsNeededLaterIsStored() =>
        Assert.Equal("z(a b) stores z b | rows s d", Plan(Z, Map("a", 20, "z"), Map("b", 20, "a"), Reduce("s", 20, "b"), Map("d", 20, "z")));

    [Fact]
    public void AFinishMayReplaceTheSum() => Assert.Equal("z(z) stores z | rows s", Plan(Z, Map("z", 20, "z"), Reduce("s", 20, "z")));

    [Fact]
    public void AFinishMayReadANumberOfTheCallAndTheSamePlaceOfOtherRows() =>
        Assert.Equal("rows b | z(a) stores a | rows s", Plan(Map("b", 20), Z, Map("a", 20, "z", "b", "scale"), Reduce("s", 20, "a")));

    [Fact]
    public void FunctionsOfSumsAlongTheLanesAreForWholeRows()
    {
        Assert.Equal("z(a) stores a | rows s", Plan(Z, Tanh("a", 20, "z"), Reduce("s", 20, "a")));
        Assert.Equal("z() stores z | rows a s", Plan(Across, Tanh("a", 20, "z"), Reduce("s", 20, "a")));
        Assert.Equal("z(a) stores a | rows s", Plan(Across, Map("a", 20, "z"), Reduce("s", 20, "a")));

        // In the place of the sums, and of one sum, they are as good.
        Assert.Equal("z(z) stores z | rows s", Plan(Across, Tanh("z", 20, "z"), Reduce("s", 20, "z")));
        Assert.Equal("s(r) stores r | rows b", Plan([.. Values, Local("r", 1)], Parameters(("V", 20, 1, true)), Product("s", 1, "a", "V", 20), Tanh("r", 1, "s"), Map("b", 20, "r")));
    }

    [Theory]
    [InlineData("t")]
    [InlineData("s")]
    [InlineData("q")]
    public void AFinishReadsNothingOfTheCallersRowsNorOfOtherPlaces(string other) =>
        Assert.Equal("z() stores z | rows a", Plan(Z, Map("a", 20, "z", other)));

    [Fact]
    public void AnotherLengthAReductionOrAGradientEndsAProduct()
    {
        Assert.Equal("z() stores z | rows u a s", Plan(Z, Map("u", 16, "z"), Map("a", 20, "z"), Reduce("s", 20, "a", "u")));
        Assert.Equal("z() stores z | rows s a b", Plan(Z, Reduce("s", 20, "z"), Map("a", 20, "z"), Map("b", 20, "a")));
        Assert.Equal("z() stores z clears z | gradient gb | rows a", Plan(Z, Accumulate("gb", 20, "z"), Map("a", 20, "z")));
    }

    [Fact]
    public void WhatIsOptionalFinishesNothingElse()
    {
        Assert.Equal("z() stores z | rows a", Plan(Z with { IsOptional = true }, Map("a", 20, "z")));
        Assert.Equal("z(a) stores a | rows s", Plan(Z with { IsOptional = true }, Map("a", 20, "z") with { IsOptional = true }, Reduce("s", 20, "a")));
    }

    [Fact]
    public void ACallersRowsAreNotMadeByAFinishOfOthers() => Assert.Equal("z() stores z | rows t", Plan(Z, Map("t", 20, "z")));

    [Fact]
    public void ACallersRowsThatAreNotOfWholeLinesAreMadeInACopy()
    {
        // Sums along the lanes are stored one by one, others in whole vectors.
        Assert.Equal("y() stores y", Plan(Product("y", 5, "a", "V", 20)));
        Assert.Equal("py() stores py | rows y", Plan([.. Values], Parameters(("V", 20, 5, false)), Product("y", 5, "a", "V", 20)));
        Assert.Equal("wide() stores wide", Plan(Product("wide", 16, "a", "U", 20)));
        Assert.Equal("gx() stores gx", Plan(Product("gx", 3, "d", "W", 20, isTransposed: true, isOptional: true)));
    }

    [Fact]
    public void ACallersRowsThatAreReadInWholeLinesAreCopied()
    {
        // Of gV, whose columns are rows as declared, the left factor is in the lanes.
        ParameterLayout parameters = Parameters(("V", 3, 1, true));
        Kernel.Outer gradient = Outer("gV", "x", 3, "s", 1);

        Assert.Equal("rows px | s() stores s | gradient gV of px s", Plan([.. Values], parameters, Product("s", 1, "x", "V", 3), gradient));
        Assert.Equal("rows px s | gradient gV of px s", Plan([.. Values], parameters, Map("s", 1, "t"), gradient));
    }

    [Fact]
    public void ACopyIsMadeOnlyWhereItIsNeeded()
    {
        Assert.Equal("rows d | gradient gW of x d", Plan(Map("d", 20), Outer("gW", "x", 3, "d", 20)));
        Assert.Equal("rows u | gradient gU of wide u", Plan([.. Values], Parameters(("U", 16, 16, true)), Map("u", 16), Outer("gU", "wide", 16, "u", 16)));
    }

    [Fact]
    public void PaddingIsClearedWhereItIsReadAndNotOfSumsThatFillTheirLines()
    {
        Assert.Equal("z() stores z clears z | gradient gW of x z", Plan(Z, Outer("gW", "x", 3, "z", 20)));
        Assert.Equal("z(d) stores d clears d | gradient gW of x d", Plan(Z, Map("d", 20, "z"), Outer("gW", "x", 3, "d", 20)));
        Assert.Equal("z(d) stores z d clears d | gradient gW of x d | rows s", Plan(Z, Map("d", 20, "z"), Outer("gW", "x", 3, "d", 20), Reduce("s", 20, "z")));
        Assert.Equal("u() stores u | gradient gU of a u", Plan(Product("u", 16, "a", "U", 20), Outer("gU", "a", 20, "u", 16)));
        Assert.Equal("z() stores z clears z | q() stores q | rows s", Plan(Z, Product("q", 5, "z", "V", 20), Reduce("s", 5, "q")));
    }

    [Fact]
    public void NothingIsLostAndGradientsComeLast()
    {
        foreach (ProgramPlan program in RandomPlans.All.Where(plan => plan.IsBlocked).SelectMany(plan => plan.Programs))
        {
            string[] targets = [.. program.Stages.SelectMany(KernelsOf).Select(kernel => kernel.Target)];
            string[] own = [.. program.Kernels.Select(kernel => kernel.Target)];
            Assert.Equal(own, targets.Where(own.Contains));

            bool[] gradients = [.. program.Stages.Select(stage => stage is Stage.Gradient)];
            Assert.Equal(gradients.Order(), gradients);
        }
    }

    private static Kernel.Contract Z => Product("z", 20, "x", "W", 3);

    private static Kernel.Contract Across => Product("z", 20, "q", "V", 5, isTransposed: false);

    private static Kernel.Map Tanh(string target, int length, string read) =>
        Map(target, length, read) with { Expression = new Expression.Unary(UnaryFunction.Tanh, new Expression.Element(read)) };

    private static IEnumerable<Kernel> KernelsOf(Stage stage) => stage switch
    {
        Stage.Product product => [product.Contract, .. product.Finish],
        Stage.Gradient gradient => [gradient.Kernel],
        _ => ((Stage.Rows)stage).Kernels,
    };

    private static string Plan(params Kernel[] kernels) => Plan([.. Values], Matrices, kernels);

    private static string Plan(IEnumerable<ValuePlan> values, ParameterLayout parameters, params Kernel[] kernels)
    {
        ValuePlan[] all = [.. values, .. ValuesOf(parameters), new("gb", "gb", 20, Residence.Gradient)];
        return string.Join(" | ", StagePlanner.Plan(kernels, all, parameters, line: 16).Stages.Select(Text));
    }

    private static string Text(Stage stage) => stage switch
    {
        Stage.Product product => $"{product.Contract.Target}({Names(product.Finish)}) stores {string.Join(" ", product.Stored)}"
            + (product.Cleared.Count > 0 ? $" clears {string.Join(" ", product.Cleared)}" : ""),
        Stage.Gradient { Kernel: Kernel.Outer outer } => $"gradient {outer.Target} of {outer.Left} {outer.Right}",
        Stage.Gradient gradient => $"gradient {gradient.Kernel.Target}",
        _ => $"rows {Names(((Stage.Rows)stage).Kernels)}",
    };

    private static string Names(IEnumerable<Kernel> kernels) => string.Join(" ", kernels.Select(kernel => kernel.Target));
}
