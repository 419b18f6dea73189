using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Losses;

/// <summary>e = ½ Σₖ (yₖ − tₖ)².</summary>
internal static class SquaredErrorLoss
{
    public static LossRule Rule { get; } = new(
        LossFunction.SquaredError,
        (graph, y, t) => graph.Scale(0.5, graph.SumTo(Shape.ScalarPerSample, graph.Square(graph.Subtract(y, t)))));
}
