using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Differentiation;

/// <summary>
/// Rewrites a cross-entropy of an output activation into the form that is computed from the logits. Its value then never takes the logarithm of an
/// underflowed probability, and its adjoint is the short delta: y·Σt − t for softmax, y − t for the sigmoid.
/// </summary>
internal static class LossFusion
{
    public static Tensor Rewrite(GraphBuilder graph, Tensor error)
    {
        Dictionary<Tensor, Tensor> rewritten = [];
        return Visit(error);

        Tensor Visit(Tensor tensor)
        {
            if (!rewritten.TryGetValue(tensor, out Tensor? result))
            {
                graph.Layer = tensor.Layer;
                result = Softmax(graph, tensor) ?? Sigmoid(graph, tensor) ?? Rebuild(tensor);
                rewritten.Add(tensor, result);
            }

            return result;
        }

        Tensor Rebuild(Tensor tensor)
        {
            Tensor[] inputs = tensor.Inputs.Select(Visit).ToArray();
            graph.Layer = tensor.Layer;
            return inputs.SequenceEqual(tensor.Inputs) ? tensor : graph.Apply(tensor.Op, inputs);
        }
    }

    /// <summary>Σ xlogy(t, softmax(z)).</summary>
    private static Tensor? Softmax(GraphBuilder graph, Tensor tensor) =>
        tensor.Op is Op.SumTo && tensor.Shape == Shape.ScalarPerSample
        && XLogY(tensor.Inputs[0]) is var (t, y) && y.Op is Op.Softmax
            ? graph.Negate(graph.Apply(new Op.SoftmaxCrossEntropy(), y.Inputs[0], t))
            : null;

    /// <summary>xlogy(t, sigmoid(z)) + xlogy(1 − t, 1 − sigmoid(z)).</summary>
    private static Tensor? Sigmoid(GraphBuilder graph, Tensor tensor) =>
        tensor.Op is Op.Binary { Function: BinaryFunction.Add }
        && XLogY(tensor.Inputs[0]) is var (t, y) && y.Op is Op.Unary { Function: UnaryFunction.Sigmoid }
        && XLogY(tensor.Inputs[1]) is var (otherT, otherY) && IsComplement(otherT, t) && IsComplement(otherY, y)
            ? graph.Negate(graph.Apply(BinaryFunction.BinaryCrossEntropy, y.Inputs[0], t))
            : null;

    private static (Tensor X, Tensor Y)? XLogY(Tensor tensor) =>
        tensor.Op is Op.Binary { Function: BinaryFunction.XLogY } ? (tensor.Inputs[0], tensor.Inputs[1]) : null;

    private static bool IsComplement(Tensor tensor, Tensor of) =>
        tensor.Op is Op.Binary { Function: BinaryFunction.Subtract } && tensor.Inputs[0].Op is Op.Constant { Value: 1 } && tensor.Inputs[1] == of;
}
