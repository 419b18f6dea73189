using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Losses;

/// <summary>e = (1/K) Σₖ (yₖ − tₖ)².</summary>
internal static class MeanSquaredErrorLoss
{
    public static LossRule Rule { get; } = new(
        LossFunction.MeanSquaredError,
        (graph, y, t) => graph.Scale(1.0 / y.Shape.Length, graph.SumTo(Shape.ScalarPerSample, graph.Square(graph.Subtract(y, t)))));
}
