using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Losses;

/// <summary>e = −Σₖ tₖ ln yₖ.</summary>
internal static class CrossEntropyLoss
{
    public static LossRule Rule { get; } = new(
        LossFunction.CrossEntropy,
        (graph, y, t) => graph.Negate(graph.SumTo(Shape.ScalarPerSample, graph.Apply(BinaryFunction.XLogY, t, y))))
    {
        TakesLabels = true,
    };
}
