using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;
using Xunit;
using static NetGen.Generator.Tests.Planning.Kernels;

namespace NetGen.Generator.Tests.Planning;

/// <summary>One sample in vectors: for which machines, and what of it is in memory.</summary>
public sealed class RowFormTests
{
    [Theory]
    [InlineData(8, "512 256 128")]
    [InlineData(32, "512 256 128")]
    [InlineData(33, "512 256")]
    [InlineData(64, "512 256")]
    [InlineData(128, "512 256")]
    [InlineData(129, "512")]
    [InlineData(256, "512")]
    [InlineData(257, "")]
    public void AFormExistsWhereValuesAreFewVectors(int units, string bits) => Assert.Equal(bits, Bits(Declare.Network(3, null, Declare.Dense(units, Activation.Relu))));

    [Fact]
    public void LanesOfDoubleAreHalfAsMany() =>
        Assert.Equal("512 256", Bits(Declare.Network(3, null, Declare.Dense(32)) with { Precision = Precision.Double }));

    [Fact]
    public void InputsAreManyUnlessTheyAreInTheLanes()
    {
        Assert.Equal("512 256 128", Bits(Declare.Network(1000, null, Declare.Dense(20))));

        // One unit has its inputs in the lanes.
        Assert.Equal("512 256", Bits(Declare.Network(128, null, Declare.Dense(1)) with { Unroll = Unroll.None }));
        Assert.Equal("512", Bits(Declare.Network(256, null, Declare.Dense(1)) with { Unroll = Unroll.None }));
        Assert.Equal("", Bits(Declare.Network(257, null, Declare.Dense(1)) with { Unroll = Unroll.None }));
    }

    [Fact]
    public void TheGradientByTheInputsMayBeAnyLength() =>
        Assert.Equal("512 256", Bits(Declare.Network(1000, LossFunction.SquaredError, Declare.Dense(20)), ProgramKind.Backward));

    [Theory]
    [InlineData(4, "512 256 128")]
    [InlineData(10, "512 256")]
    [InlineData(20, "512 256")]
    [InlineData(60, "")]
    public void AMethodHasSoManyStatementsOnly(int layers, string bits) =>
        Assert.Equal(bits, Bits(Declare.Network(8, null, [.. Enumerable.Repeat(Declare.Dense(8), layers)])));

    [Fact]
    public void WithoutVectorsThereIsNoForm() => Assert.Equal("", Bits(Declare.Network(3, null, Declare.Dense(8)) with { VectorSupport = VectorSupport.None }));

    [Fact]
    public void AVectorWhoseNumbersAreFactorsIsInMemory()
    {
        // x, an argument, is in the caller's memory; s is one number.
        Assert.Equal("z 0", Memory(Product("z", 20, "x", "W", 3), Product("q", 5, "z", "V", 20)));
        Assert.Equal("z 0, q 32", Memory(Product("z", 20, "x", "W", 3), Product("q", 5, "z", "V", 20), Product("s", 1, "q", "U", 5)));
        Assert.Equal("d 0", Memory(Map("d", 20), Outer("gV", "d", 20, "q", 5)));
    }

    [Fact]
    public void FactorsInOneNarrowVectorAreTakenFromThereUnlessALoopGoesThroughThem()
    {
        Assert.Equal("", Memory(Product("z", 20, "f", "F", 4), Outer("gF", "f", 4, "z", 20)));
        Assert.Equal("f 0", Memory(Product("l", 200, "f", "L", 4)));
        Assert.Equal("f 0", Memory(Product("z", 20, "f", "F", 4), Outer("gL", "f", 4, "l", 200)));
    }

    [Fact]
    public void SumsAlongTheLanesAreInMemoryWhereALoopMakesThem()
    {
        Assert.Equal("z 0", Memory(Product("z", 40, "q", "V", 5, isTransposed: true)));
        Assert.Equal("", Memory(Product("z", 20, "q", "V", 5, isTransposed: true)));
    }

    [Fact]
    public void WhatLongSumsGoThroughInALoopIsInMemory()
    {
        // 80 multiply-adds of 512 bits are written out, 160 of 256 bits are not.
        ProgramPlan forward = NetworkCompiler.Plan(Declare.Network(64, null, Declare.Dense(128, Activation.Relu), Declare.Dense(10)), TargetProfile.Default).Plan!.Program(ProgramKind.Forward);
        Assert.Equal(["512: ", "256: a1"], forward.Row!.Forms.Select(form => $"{form.Bits}: {string.Join(" ", form.Memory.Select(place => place.Value).Where(name => name != "y"))}"));
    }

    [Fact]
    public void OfAGradientTheRowsOfTheStorageAreFactors()
    {
        Assert.Equal("z 0", Memory(Outer("gV", "z", 20, "q", 5)));
        Assert.Equal("q 0", Memory(Outer("gT", "z", 20, "q", 5)));
    }

    [Fact]
    public void LaneOperandsAreReadInWholeVectors()
    {
        Assert.Equal("", LaneOperands(Product("z", 20, "x", "W", 3), Map("a", 20, "z")));
        Assert.Equal("q", LaneOperands(Product("z", 20, "q", "V", 5, isTransposed: true)));
        Assert.Equal("z", LaneOperands(Product("q", 5, "z", "T", 20)));
        Assert.Equal("q", LaneOperands(Outer("gV", "z", 20, "q", 5)));
        Assert.Equal("z", LaneOperands(Outer("gT", "z", 20, "q", 5)));
        Assert.Equal("z", LaneOperands(Accumulate("gb", 20, "z")));
        Assert.Equal("", LaneOperands(Accumulate("gb", 1, "s")));
    }

    [Fact]
    public void PlacesAreWholeVectorsThatNeverOverlap()
    {
        int places = 0;
        foreach (NetworkPlan plan in RandomPlans.All)
        {
            foreach ((RowProgram row, RowForm form) in plan.Programs.Select(program => program.Row).OfType<RowProgram>().Distinct().SelectMany(row => row.Forms.Select(form => (row, form))))
            {
                int end = 0;
                foreach (MemoryPlace place in form.Memory)
                {
                    int length = row.Values.Single(value => value.Name == place.Value).Length;
                    VectorForm vectors = VectorForm.Of(length, form.Bits, plan.ElementBytes);
                    Assert.InRange(place.Offset, end, end);
                    Assert.InRange(length, 2, int.MaxValue);
                    end = place.Offset + Storage.Pad(length, plan.ElementBytes);
                    Assert.InRange(vectors.Count * vectors.Lanes, length, end - place.Offset);
                    places++;
                }

                Assert.Equal(end, form.MemoryLength);
            }
        }

        Assert.InRange(places, 1000, int.MaxValue);
    }

    private static string Bits(NetworkModel model, ProgramKind kind = ProgramKind.Forward) => string.Join(
        " ", NetworkCompiler.Plan(model, TargetProfile.Default).Plan!.Program(kind).Row?.Forms.Select(form => form.Bits) ?? []);

    private static string Memory(params Kernel[] kernels) => string.Join(", ", Form(kernels).Memory.Select(place => $"{place.Value} {place.Offset}"));

    private static string LaneOperands(params Kernel[] kernels) => string.Join(" ", Form(kernels).LaneOperands);

    /// <summary>For the widest vectors. V lies as it is declared, T transposed.</summary>
    private static RowForm Form(Kernel[] kernels)
    {
        ParameterLayout parameters = Parameters(("W", 3, 20, false), ("V", 20, 5, false), ("T", 20, 5, true), ("U", 5, 1, false), ("F", 4, 20, false), ("L", 4, 200, false));
        ValuePlan[] values =
        [
            Argument("x", 3), Local("z", 20), Local("a", 20), Local("d", 20), Local("q", 5), Local("f", 4), Local("l", 200), Local("s", 1), new("gb", "gb", 20, Residence.Gradient), .. ValuesOf(parameters),
        ];
        return RowForm.Of(kernels, values, parameters, sizeof(float), TargetProfile.Default)[0];
    }
}
