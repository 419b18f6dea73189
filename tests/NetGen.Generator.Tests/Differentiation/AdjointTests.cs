using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Differentiation;

public sealed class AdjointTests
{
    public static TheoryData<string> Cases => [.. AdjointCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheAdjointIsTheDerivative(string name) => GradientCheck.Check(AdjointCases.All[name]);

    /// <summary>A new operation needs a rule and a case.</summary>
    [Fact]
    public void EveryOperationHasACase()
    {
        Tensor[] tensors = [.. AdjointCases.All.Values.SelectMany(Build)];

        Assert.Equal(
            typeof(Op).GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(Op))).ToHashSet(),
            tensors.Select(tensor => tensor.Op.GetType()).Append(typeof(Op.Input)).ToHashSet());

        // The negative is simplified to a scale when it is made, and −(−x) to x.
        Assert.Equal(
            Enum.GetValues<UnaryFunction>().Where(function => function != UnaryFunction.Negate).ToHashSet(),
            tensors.Select(tensor => tensor.Op).OfType<Op.Unary>().Select(op => op.Function).ToHashSet());
        Assert.Equal(
            Enum.GetValues<BinaryFunction>().ToHashSet(),
            tensors.Select(tensor => tensor.Op).OfType<Op.Binary>().Select(op => op.Function).ToHashSet());
        Assert.Equal(
            Enum.GetValues<Comparison>().ToHashSet(),
            tensors.Select(tensor => tensor.Op).OfType<Op.Where>().Select(op => op.Comparison).ToHashSet());
    }

    private static IEnumerable<Tensor> Build(Func<GraphBuilder, Tensor> build)
    {
        GraphBuilder graph = new(Precision.Double);
        build(graph);
        return graph.Tensors;
    }
}
