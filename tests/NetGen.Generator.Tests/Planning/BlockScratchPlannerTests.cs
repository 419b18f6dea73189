using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;
using NetGen.Numerics;
using Xunit;
using static NetGen.Generator.Tests.Planning.Kernels;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Where the rows of a block's values are. In single precision a line has 16 numbers; a place is written as offset/stride.</summary>
public sealed class BlockScratchPlannerTests
{
    private const int Rows = 4;

    [Fact]
    public void EveryValueHasARowForEverySample() =>
        AssertPlaces("a 0/16, b 64/32", 64 + (Rows * 32), Stages(Row(Map("a", 3)), Row(Map("b", 20, "a"))));

    [Fact]
    public void RowsAreTheDistanceThatProductsWant() =>
        AssertPlaces($"a 0/{PanelShape.RowStride(128, 4)}, s {Rows * PanelShape.RowStride(128, 4)}/1", (Rows * 144) + 16, Stages(Row(Map("a", 128)), Row(Reduce("s", 128, "a")), Row(Map("y", 5, "s"))));

    [Fact]
    public void ValuesInsideOneStageOfRowsHaveAPlaceUnlessTheyAreNumbers() =>
        AssertPlaces("a 0/16", 64, Stages(Row(Map("a", 3), Reduce("s", 3, "a"), Map("y", 5, "s"))));

    [Fact]
    public void ANumberOfARowThatALaterStageReadsStandsBesideThoseOfOtherRows() =>
        AssertPlaces("s 0/1", 16, Stages(Row(Reduce("s", 3, "x")), Row(Map("y", 5, "s"))));

    [Fact]
    public void ANumberThatAProductWalksThroughHasALineOfItsOwn()
    {
        AssertPlaces("s 0/16", 64, Stages(Row(Reduce("s", 3, "x")), new Stage.Product(Product("y", 16, "s", "W", 1), default, Names("y"), default)));
        AssertPlaces("s 0/16, a 64/16", 128, Stages(Row(Reduce("s", 3, "x"), Map("a", 3)), new Stage.Gradient(Outer("gW", "a", 3, "s", 1))));
        AssertPlaces("s 0/16", 64, Stages(new Stage.Product(Product("s", 1, "x", "W", 3), default, Names("s"), default), Row(Map("y", 5, "s"))));
    }

    [Fact]
    public void WhatStaysInTheRegistersOfAProductHasNoPlace() => AssertPlaces(
        "b 0/32",
        Rows * 32,
        Stages(
            new Stage.Product(Product("z", 20, "x", "W", 3), Finish(Map("a", 20, "z"), Map("b", 20, "a", "z")), Names("b"), default),
            Row(Map("y", 5, "b"))));

    [Fact]
    public void WhatAFinishReadsLivesAsLongAsTheProduct() => AssertPlaces(
        "b 0/32, z 128/32, a 128/32",
        2 * Rows * 32,
        Stages(
            Row(Map("b", 20)),
            new Stage.Product(Product("z", 20, "x", "W", 3), Finish(Map("z", 20, "z", "b")), Names("z"), default),
            Row(Map("a", 20, "z")),
            Row(Map("y", 5, "a"))));

    [Fact]
    public void APlaceIsFreeAgainAfterTheLastStageThatReadsIt()
    {
        AssertPlaces("a 0/16, b 64/16, d 0/16", 128, Stages(Row(Map("a", 3)), Row(Map("b", 4, "a")), Row(Map("d", 3, "b")), Row(Map("y", 5, "d"))));
        AssertPlaces("a 0/16, b 64/16, d 128/16", 192, Stages(Row(Map("a", 3)), Row(Map("b", 4, "a")), Row(Map("d", 5, "b", "a")), Row(Map("y", 5, "d"))));
    }

    [Fact]
    public void AMapTakesThePlaceOfWhatIsReadForTheLastTime()
    {
        AssertPlaces("a 0/16, b 0/16", 64, Stages(Row(Map("a", 3)), Row(Map("b", 3, "a")), Row(Map("y", 5, "b"))));
        AssertPlaces("a 0/16, b 0/16", 64, Stages(Row(Map("a", 3), Reduce("s", 3, "a"), Map("b", 3, "a", "s")), Row(Map("y", 5, "b"))));
        AssertPlaces("a 0/16, b 0/16, d 0/16", 64, Stages(Row(Map("a", 3)), Row(Map("b", 3, "a"), Map("d", 3, "b")), Row(Map("y", 5, "d"))));
    }

    [Fact]
    public void AMapHasAPlaceOfItsOwnWhereWhatItReadsIsNeededAgain()
    {
        // By a kernel of the same stage, by a later stage, or by two maps.
        AssertPlaces("a 0/16, b 64/16", 128, Stages(Row(Map("a", 3)), Row(Map("b", 3, "a"), Reduce("s", 3, "a")), Row(Map("y", 5, "b"))));
        AssertPlaces("a 0/16, b 64/16", 128, Stages(Row(Map("a", 3)), Row(Map("b", 3, "a")), Row(Map("y", 5, "b", "a"))));
        AssertPlaces("a 0/16, b 64/16, d 0/16", 128, Stages(Row(Map("a", 3)), Row(Map("b", 3, "a"), Map("d", 3, "a")), Row(Map("y", 5, "b", "d"))));
    }

    [Fact]
    public void TheErrorsAreThereAtTheEnd() =>
        AssertPlaces("e 0/1, a 16/16", 80, Stages(Row(Reduce("e", 3, "x")), Row(Map("a", 3)), Row(Map("y", 5, "a"))));

    [Fact]
    public void TheCallersRowsFollowEachOther()
    {
        var (values, length) = BlockScratchPlanner.Place([Argument("x", 3), Argument("y", 5)], Stages(Row(Map("y", 5, "x"))), Rows, elementBytes: 4);

        Assert.Equal([3, 5], values.Select(value => value.Stride));
        Assert.All(values, value => Assert.Equal(Residence.Argument, value.Residence));
        Assert.Equal(0, length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NoValueIsOverwrittenBeforeItsLastUse(bool givesInputGradient)
    {
        NetworkPlan[] plans = [.. RandomPlans.All.Where(plan => plan.IsBlocked)];
        Assert.Empty(
            from plan in plans
            from program in plan.Programs
            let failure = Record.Exception(() => new StageRun(plan, program, givesInputGradient).Run())
            where failure is not null
            select $"{program.Kind} of {string.Join("\n", PlanPrinter.Table(plan))}\n{failure.Message}");
        Assert.InRange(plans.Length, 150, int.MaxValue);
    }

    [Fact]
    public void PlacesBeginOnALineAndEndWithTheWorkingMemory()
    {
        foreach (NetworkPlan plan in RandomPlans.All.Where(plan => plan.IsBlocked))
        {
            int line = 64 / plan.ElementBytes;
            foreach (ProgramPlan program in plan.Programs)
            {
                ValuePlan[] scratch = [.. program.Values.Where(value => value.Residence == Residence.Scratch)];
                Assert.All(scratch, value => Assert.Equal(0, value.Offset % line));
                int end = scratch.Select(value => value.Offset + (value.Stride * plan.BlockRows)).DefaultIfEmpty().Max();
                Assert.Equal((end + line - 1) / line * line, program.ScratchLength);
            }
        }
    }

    private static void AssertPlaces(string expected, int expectedLength, EquatableArray<Stage> stages)
    {
        ParameterLayout parameters = Parameters(("W", 3, 20, false));
        ValuePlan[] values =
        [
            Local("e", 1), Local("a", 3), Local("b", 20), Local("z", 20), Local("d", 3), Local("s", 1), Argument("x", 3), Argument("y", 5),
            .. ValuesOf(parameters),
        ];

        // A value is as long as the kernel that makes it says.
        Dictionary<string, int> lengths = stages.SelectMany(KernelsOf).GroupBy(kernel => kernel.Target).ToDictionary(group => group.Key, group => group.First().Length);
        values = [.. values.Select(value => lengths.TryGetValue(value.Name, out int length) ? value with { Length = length } : value)];
        var (placed, total) = BlockScratchPlanner.Place(values, stages, Rows, sizeof(float));

        string[] made = [.. stages.SelectMany(KernelsOf).Select(kernel => kernel.Target).Distinct()];
        Assert.Equal(expected, string.Join(", ", placed
            .Where(value => value.Residence == Residence.Scratch)
            .OrderBy(value => System.Array.IndexOf(made, value.Name))
            .Select(value => $"{value.Name} {value.Offset}/{value.Stride}")));
        Assert.Equal(expectedLength, total);
    }

    private static IEnumerable<Kernel> KernelsOf(Stage stage) => stage switch
    {
        Stage.Product product => [product.Contract, .. product.Finish],
        Stage.Gradient gradient => [gradient.Kernel],
        _ => ((Stage.Rows)stage).Kernels,
    };

    private static EquatableArray<Stage> Stages(params Stage[] stages) => stages.ToEquatableArray();

    private static Stage Row(params Kernel[] kernels) => new Stage.Rows(kernels.ToEquatableArray());

    private static EquatableArray<Kernel.Map> Finish(params Kernel.Map[] maps) => maps.ToEquatableArray();

    private static EquatableArray<string> Names(params string[] names) => names.ToEquatableArray();
}
