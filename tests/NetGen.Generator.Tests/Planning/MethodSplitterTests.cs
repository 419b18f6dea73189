using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

public sealed class MethodSplitterTests
{
    [Fact]
    public void KernelsShareAMethodAsLongAsTheyFit()
    {
        // A statement for the frame of a method, and one for the name of every value.
        TargetProfile profile = new() { MethodStatements = 13 };

        Assert.Equal("a0..4 b0..6", Split(profile, Map("a", 4), Map("b", 6)));
        Assert.Equal("a0..4 | b0..7", Split(profile, Map("a", 4), Map("b", 7)));
        Assert.Equal("a0..4 | b0..7 c0..3", Split(profile, Map("a", 4), Map("b", 7), Map("c", 3)));
        Assert.Equal("a0..4 a0..7", Split(profile, Map("a", 4), Map("a", 7)));
    }

    [Fact]
    public void AKernelTooLargeForAMethodIsCut() =>
        Assert.Equal("a0..10 | a10..20 | a20..25 b0..4", Split(new() { MethodStatements = 12 }, Map("a", 25), Map("b", 4)));

    [Theory]
    [InlineData(7, 1000, 1000, 1000)]
    [InlineData(1000, 60, 1000, 1000)]
    [InlineData(1000, 1000, 20, 1000)]
    [InlineData(1000, 1000, 1000, 6)]
    public void EveryCapHolds(int statements, int instructions, int references, int locals)
    {
        TargetProfile profile = new() { MethodStatements = statements, MethodInstructions = instructions, MethodReferences = references, MethodLocals = locals };

        var methods = MethodSplitter.Split([Map("a", 50), Map("b", 3)], profile);

        Assert.InRange(methods.Count, 6, 53);
        Assert.All(methods, method => Assert.True(Sum(method, profile).FitsInto(profile)));
    }

    [Fact]
    public void ASumTooLongForAMethodBecomesALoop()
    {
        Kernel.Reduce sum = new("s", IsUnrolled: true, Reduction.Sum, Count: 3000, new Expression.Element("a"));

        KernelPiece piece = Assert.Single(MethodSplitter.Split([sum], TargetProfile.Default)[0].Pieces);

        Assert.Equal(sum with { IsUnrolled = false }, piece.Kernel);
        Assert.Equal((0, 1), (piece.From, piece.To));
    }

    [Fact]
    public void DeltasComeBeforeTheFirstGradient()
    {
        foreach (ProgramPlan program in RandomPlans.All.SelectMany(plan => plan.Programs))
        {
            Dictionary<string, ValuePlan> values = program.Values.ToDictionary(value => value.Name);
            bool[] gradients = [.. program.Methods.SelectMany(method => method.Pieces).Select(piece => values[piece.Kernel.Target].Residence == Residence.Gradient)];
            Assert.Equal(gradients.Order(), gradients);
        }
    }

    [Fact]
    public void ALoopIsNeverCut() =>
        Assert.Equal("a0..100000", Split(TargetProfile.Default, Map("a", 100_000) with { IsUnrolled = false }));

    [Fact]
    public void AllOfEveryKernelIsComputedOnceAndInOrder()
    {
        foreach (ProgramPlan program in RandomPlans.All.SelectMany(plan => plan.Programs))
        {
            KernelPiece[] pieces = [.. program.Methods.SelectMany(method => method.Pieces)];
            int position = 0;
            while (position < pieces.Length)
            {
                Kernel kernel = pieces[position].Kernel;
                for (int next = 0; next < kernel.Length; position++)
                {
                    Assert.Equal((kernel, next), (pieces[position].Kernel, pieces[position].From));
                    next = pieces[position].To;
                }
            }
        }
    }

    [Fact]
    public void EveryMethodFitsUnlessOneLoopAloneDoesNot()
    {
        int parts = 0;
        foreach (NetworkPlan plan in RandomPlans.All)
        {
            foreach (MethodPlan method in plan.Programs.SelectMany(program => program.Methods))
            {
                parts++;
                Assert.True(Sum(method, plan.Profile).FitsInto(plan.Profile) || !Assert.Single(method.Pieces).Kernel.IsUnrolled);
            }
        }

        Assert.InRange(parts, 3000, int.MaxValue);
    }

    private static Cost Sum(MethodPlan method, TargetProfile profile)
    {
        MethodCost cost = new(profile);
        foreach (KernelPiece piece in method.Pieces)
        {
            cost.Add(piece);
        }

        return cost.Total;
    }

    private static string Split(TargetProfile profile, params Kernel[] kernels) => string.Join(
        " | ",
        MethodSplitter.Split(kernels, profile).Select(method => string.Join(" ", method.Pieces.Select(piece => $"{piece.Kernel.Target}{piece.From}..{piece.To}"))));

    private static Kernel.Map Map(string target, int length) =>
        new(target, length, IsUnrolled: true, IsOptional: false, new Expression.Number(1), Accumulates: false);
}
