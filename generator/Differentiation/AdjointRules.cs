using System.Collections.Generic;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Differentiation;

/// <summary>
/// The table of adjoints: for every operation, what the gradient g of its output makes of the gradients of its inputs, in the same vocabulary.
/// Null stands for an input that no gradient flows to.
/// </summary>
/// <remarks>Nothing here knows a layer, an activation or a loss: their backward passes follow from the operations that they are made of.</remarks>
internal static class AdjointRules
{
    public static IReadOnlyList<Tensor?> Apply(GraphBuilder graph, Tensor output, Tensor g)
    {
        IReadOnlyList<Tensor> inputs = output.Inputs;
        return output.Op switch
        {
            Op.Input or Op.Parameter or Op.Constant or Op.InverseBatchSize => [],
            Op.MatMul product => MatMul(graph, product, inputs[0], inputs[1], g),
            Op.Unary unary => [Unary(graph, unary.Function, inputs[0], output, g)],
            Op.Binary binary => Binary(graph, binary.Function, inputs[0], inputs[1], g),
            Op.Scale scale => [graph.Scale(scale.Factor, g)],

            // The output is positive where the input is, and is kept anyway.
            Op.Relu { GradientAtZero: 0 } => [graph.Where(Comparison.NotPositive, output, graph.Constant(0), g)],
            Op.Relu => [graph.Where(Comparison.Negative, inputs[0], graph.Constant(0), g)],
            Op.Where where =>
            [
                null,
                Unstretch(graph, inputs[1], graph.Where(where.Comparison, inputs[0], g, graph.Constant(0))),
                Unstretch(graph, inputs[2], graph.Where(where.Comparison, inputs[0], graph.Constant(0), g)),
            ],
            Op.Softmax => [SoftmaxJacobian(graph, output, g)],
            Op.SoftmaxCrossEntropy => [SoftmaxCrossEntropy(graph, inputs[0], inputs[1], g), null],

            // It only shifts what is invariant under a shift: softmax and the logarithm of its sum.
            Op.RowMax => [null],
            Op.SumTo or Op.BatchMean or Op.Broadcast or Op.Reshape => [Structural(graph, output, inputs[0], g)],
            _ => throw new GraphException($"no adjoint for {output.Op}"),
        };
    }

    /// <summary>∂(A·B): dA = G·Bᵀ and dB = Aᵀ·G, with the transpositions that A and B come with.</summary>
    private static Tensor?[] MatMul(GraphBuilder graph, Op.MatMul op, Tensor a, Tensor b, Tensor g) =>
    [
        op.TransposeLeft ? graph.MatMul(b, g, op.TransposeRight, true) : graph.MatMul(g, b, false, !op.TransposeRight),
        op.TransposeRight ? graph.MatMul(g, a, true, op.TransposeLeft) : graph.MatMul(a, g, !op.TransposeLeft, false),
    ];

    private static Tensor Unary(GraphBuilder graph, UnaryFunction function, Tensor z, Tensor a, Tensor g)
    {
        Tensor one = graph.Constant(1);
        return function switch
        {
            UnaryFunction.Negate => graph.Negate(g),
            UnaryFunction.Square => graph.Multiply(graph.Scale(2, g), z),
            UnaryFunction.Exp => graph.Multiply(g, a),
            UnaryFunction.Expm1 => graph.Multiply(g, graph.Add(a, one)),
            UnaryFunction.Log => graph.Divide(g, z),
            UnaryFunction.Sigmoid => graph.Multiply(g, graph.Multiply(a, graph.Subtract(one, a))),
            UnaryFunction.Tanh => graph.Multiply(g, graph.Subtract(one, graph.Square(a))),
            UnaryFunction.Softplus => graph.Multiply(g, graph.Apply(UnaryFunction.Sigmoid, z)),
            UnaryFunction.NormalCdf => graph.Multiply(g, graph.Apply(UnaryFunction.NormalDensity, z)),
            UnaryFunction.NormalDensity => graph.Negate(graph.Multiply(g, graph.Multiply(z, a))),
            _ => throw new GraphException($"no adjoint for {function}"),
        };
    }

    private static Tensor?[] Binary(GraphBuilder graph, BinaryFunction function, Tensor left, Tensor right, Tensor g)
    {
        (Tensor? dLeft, Tensor? dRight) = function switch
        {
            BinaryFunction.Add => (g, g),
            BinaryFunction.Subtract => (g, graph.Negate(g)),
            BinaryFunction.Multiply => (graph.Multiply(g, right), graph.Multiply(g, left)),
            BinaryFunction.Divide => (graph.Divide(g, right), graph.Negate(graph.Divide(graph.Multiply(g, left), graph.Square(right)))),

            // The first input is data: targets, or 1 − targets. Where it is 0 nothing flows, whatever the second is.
            BinaryFunction.XLogY => ((Tensor?)null, graph.Multiply(g, graph.Apply(BinaryFunction.XOverY, left, right))),
            BinaryFunction.XOverY => (null, graph.Negate(graph.Multiply(g, graph.Apply(BinaryFunction.XOverY, left, graph.Square(right))))),

            // The second input is data.
            BinaryFunction.BinaryCrossEntropy => (graph.Multiply(g, graph.Subtract(graph.Apply(UnaryFunction.Sigmoid, left), right)), (Tensor?)null),
            _ => throw new GraphException($"no adjoint for {function}"),
        };
        return [Unstretch(graph, left, dLeft), Unstretch(graph, right, dRight)];
    }

    /// <summary>Δⱼ = aⱼ·(gⱼ − Σₖ gₖ·aₖ).</summary>
    private static Tensor SoftmaxJacobian(GraphBuilder graph, Tensor a, Tensor g)
    {
        Tensor mean = graph.SumTo(Shape.ScalarPerSample, graph.Multiply(g, a));
        return graph.Multiply(a, graph.Subtract(g, mean));
    }

    /// <summary>y·Σₖ tₖ − t.</summary>
    private static Tensor SoftmaxCrossEntropy(GraphBuilder graph, Tensor z, Tensor t, Tensor g)
    {
        Tensor y = graph.Apply(new Op.Softmax(), z);
        Tensor total = graph.SumTo(Shape.ScalarPerSample, t);
        total.Label ??= new TensorLabel("total", "Σt", IsLandmark: false);
        return graph.Multiply(g, graph.Subtract(graph.Multiply(y, total), t));
    }

    private static Tensor Structural(GraphBuilder graph, Tensor output, Tensor input, Tensor g) => output.Op switch
    {
        Op.Reshape => graph.Reshape(input.Shape, g),
        Op.Broadcast => graph.SumTo(input.Shape, g),
        Op.BatchMean => graph.Broadcast(input.Shape, graph.Multiply(g, graph.InverseBatchSize())),
        _ => graph.Broadcast(input.Shape, g),
    };

    /// <summary>The gradient of an input that was stretched is the sum over what it was stretched to.</summary>
    private static Tensor? Unstretch(GraphBuilder graph, Tensor input, Tensor? gradient)
    {
        if (gradient is null || input.Shape == gradient.Shape)
        {
            return gradient;
        }

        return input.Shape.StretchesTo(gradient.Shape) ? graph.SumTo(input.Shape, gradient) : graph.Broadcast(input.Shape, gradient);
    }
}
