using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Losses;

/// <summary>e = −(1/K) Σₖ [tₖ ln yₖ + (1 − tₖ) ln(1 − yₖ)].</summary>
internal static class BinaryCrossEntropyLoss
{
    public static LossRule Rule { get; } = new(LossFunction.BinaryCrossEntropy, Apply);

    private static Tensor Apply(GraphBuilder graph, Tensor y, Tensor t)
    {
        Tensor one = graph.Constant(1);
        Tensor likelihood = graph.Add(
            graph.Apply(BinaryFunction.XLogY, t, y),
            graph.Apply(BinaryFunction.XLogY, graph.Subtract(one, t), graph.Subtract(one, y)));
        return graph.Scale(-1.0 / y.Shape.Length, graph.SumTo(Shape.ScalarPerSample, likelihood));
    }
}
