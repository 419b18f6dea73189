using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

public sealed class ScratchPlannerTests
{
    [Fact]
    public void AValueOfStraightLineCodeInOneMethodIsLocal()
    {
        var (values, length) = Place([Value("a", 3), Value("b", 3)], [Map("a", 3), Map("b", 3, "a")]);

        Assert.All(values, value => Assert.Equal(Residence.Local, value.Residence));
        Assert.Equal(0, length);
    }

    [Fact]
    public void AValueThatALoopWalksThroughIsInMemory()
    {
        var (values, length) = Place([Value("a", 3), Value("b", 3)], [Map("a", 3), Map("b", 3, "a", isUnrolled: false)]);

        Assert.Equal(["a Scratch 0", "b Scratch 3"], values.Select(Text));
        Assert.Equal(6, length);
    }

    [Fact]
    public void ASingleNumberCanBeLocalBesideALoop()
    {
        var (values, _) = Place([Value("s", 1), Value("b", 3)], [Map("s", 1), Map("b", 3, "s", isUnrolled: false)]);

        Assert.Equal(["s Local 0", "b Scratch 0"], values.Select(Text));
    }

    [Fact]
    public void AValueOfTwoMethodsIsInMemory()
    {
        var (values, _) = ScratchPlanner.Place([Value("a", 3), Value("b", 3)], Methods([Map("a", 3)], [Map("b", 3, "a")]));

        Assert.Equal(["a Scratch 0", "b Local 0"], values.Select(Text));
    }

    [Fact]
    public void APlaceIsFreeAgainAfterTheLastUse()
    {
        var (values, length) = Place(
            [Value("a", 20), Value("b", 20), Value("c", 20)],
            [Loop("a", 20), Loop("b", 20, "a"), Loop("c", 20, "b")]);

        Assert.Equal(["a Scratch 0", "b Scratch 20", "c Scratch 0"], values.Select(Text));
        Assert.Equal(40, length);
    }

    [Fact]
    public void SmallValuesFillGaps()
    {
        var (values, length) = Place(
            [Value("a", 20), Value("b", 20), Value("c", 5), Value("d", 2)],
            [Loop("a", 20), Loop("b", 20, "a"), Loop("c", 5, "b"), Loop("d", 2, "c"), Loop("d", 2, "b")]);

        Assert.Equal(["a Scratch 0", "b Scratch 20", "c Scratch 0", "d Scratch 5"], values.Select(Text));
        Assert.Equal(40, length);
    }

    [Fact]
    public void LargeValuesKeepTheirPlacesWhateverSmallOnesThereAre()
    {
        var (values, _) = Place([Value("e", 2), Value("a", 20)], [Loop("e", 2), Loop("a", 20, "e")]);

        Assert.Equal(["e Scratch 20", "a Scratch 0"], values.Select(Text));
    }

    /// <summary>Runs every program with the names of values in place of numbers: what a kernel reads must be what was written last.</summary>
    [Fact]
    public void NoValueIsOverwrittenBeforeItsLastUse()
    {
        ProgramPlan[] programs = [.. Straight];
        Assert.All(programs, program => new ProgramRun(program).Run());
        Assert.InRange(programs.Count(program => program.ScratchLength > 0), 100, int.MaxValue);
    }

    [Fact]
    public void LocalsAreUsedByStraightLineCodeOfOneMethodAlone()
    {
        foreach (ProgramPlan program in Straight)
        {
            foreach (ValuePlan local in program.Values.Where(value => value.Residence == Residence.Local))
            {
                MethodPlan method = Assert.Single(program.Methods, method => method.Pieces.Any(piece => piece.Kernel.Values.Contains(local.Name)));
                Assert.True(local.Length == 1 || method.Pieces.Where(piece => piece.Kernel.Values.Contains(local.Name)).All(piece => piece.Kernel.IsUnrolled), local.Name);
            }
        }
    }

    private static IEnumerable<ProgramPlan> Straight => RandomPlans.All.Where(plan => !plan.IsBlocked).SelectMany(plan => plan.Programs);

    private static (IReadOnlyList<ValuePlan> Values, int Length) Place(ValuePlan[] values, Kernel[] kernels)
    {
        var (placed, length) = ScratchPlanner.Place(values, Methods(kernels));
        return ([.. placed], length);
    }

    private static EquatableArray<MethodPlan> Methods(params Kernel[][] methods) =>
        methods.Select(kernels => new MethodPlan(kernels.Select(kernel => new KernelPiece(kernel, 0, kernel.Length)).ToEquatableArray())).ToEquatableArray();

    private static ValuePlan Value(string name, int length) => new(name, name, length, Residence.Local);

    private static Kernel Loop(string target, int length, string? read = null) => Map(target, length, read, isUnrolled: false);

    private static Kernel Map(string target, int length, string? read = null, bool isUnrolled = true) =>
        new Kernel.Map(target, length, isUnrolled, IsOptional: false, read is null ? new Expression.Number(1) : new Expression.Element(read), Accumulates: false);

    private static string Text(ValuePlan value) => $"{value.Name} {value.Residence} {value.Offset}";
}
