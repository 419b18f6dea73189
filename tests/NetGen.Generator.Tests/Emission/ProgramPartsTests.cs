using System.Linq;
using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

public sealed class ProgramPartsTests
{
    private readonly ProgramParts _parts = new();

    [Fact]
    public void WhatTwoProgramsDoToTheSameValuesIsOneMethod()
    {
        Assert.Equal(("BackwardOnePart2", true), NameOf("BackwardOnePart2", Value("a", 0), Value("b", 8), Value("e", 16)));
        Assert.Equal(("BackwardOnePart2", false), NameOf("BackpropagateOnePart2", Value("a", 0), Value("b", 8)));
    }

    [Fact]
    public void ValuesInOtherPlacesAreOthers()
    {
        Assert.Equal(("BackwardOnePart2", true), NameOf("BackwardOnePart2", Value("a", 0), Value("b", 8)));
        Assert.Equal(("BackpropagateOnePart2", true), NameOf("BackpropagateOnePart2", Value("a", 0), Value("b", 16)));
    }

    /// <summary>The method b = a as a part of a program with some values.</summary>
    private (string Name, bool IsNew) NameOf(string name, params ValuePlan[] values)
    {
        Kernel copy = new Kernel.Map("b", 8, IsUnrolled: true, IsOptional: false, new Expression.Element("a"), Accumulates: false);
        MethodPlan method = new(new[] { new KernelPiece(copy, 0, 8) }.ToEquatableArray());
        ProgramPlan program = new(ProgramKind.Backward, default, default, default, values.ToEquatableArray(), ScratchLength: 0, Row: null, Samples: null);
        return _parts.NameOf(method, program, name);
    }

    private static ValuePlan Value(string name, int offset) => new(name, name, 8, Residence.Scratch, offset);
}
