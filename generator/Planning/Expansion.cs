using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>
/// Opens the operations that are more than one walk over a sample: after it there are only products with matrices, element-wise operations and
/// reductions. Softmax and its cross-entropy come to share their maximum and their sum.
/// </summary>
internal sealed class Expansion(GraphBuilder graph)
{
    private readonly Dictionary<Tensor, Tensor> _expanded = [];

    public NetworkProgram Expand(NetworkProgram program)
    {
        Tensor[] roots = [.. new[] { program.Output, program.SampleError }.OfType<Tensor>(), .. program.ParameterGradients.Select(pair => pair.Gradient), .. new[] { program.InputGradient }.OfType<Tensor>()];

        // In the order of creation, which is that of the equations on paper.
        foreach (Tensor tensor in Reachable.From(roots))
        {
            graph.Layer = tensor.Layer;
            Tensor result = Expand(tensor, [.. tensor.Inputs.Select(input => _expanded[input])]);
            result.Label ??= tensor.Label;
            _expanded[tensor] = result;
        }

        graph.Layer = null;
        return program with
        {
            Output = Map(program.Output),
            SampleError = Map(program.SampleError),
            ParameterGradients = [.. program.ParameterGradients.Select(pair => (pair.Parameter, _expanded[pair.Gradient]))],
            InputGradient = Map(program.InputGradient),
        };
    }

    private Tensor? Map(Tensor? tensor) => tensor is null ? null : _expanded[tensor];

    private Tensor Expand(Tensor tensor, Tensor[] inputs)
    {
        switch (tensor.Op)
        {
            case Op.Softmax:
                // One quotient for all units: processors multiply ten times as fast as they divide.
                (Tensor shifted, _, Tensor sum) = Exponentials(inputs[0]);
                return graph.Multiply(shifted, Named(inputs[0], graph.Divide(graph.Constant(1), sum), "inverse", "r"));

            // Σ tₖ·(ln Σe^(z − max) + (max − zₖ)), which is Σ −tₖ ln yₖ.
            case Op.SoftmaxCrossEntropy:
                (_, Tensor max, Tensor total) = Exponentials(inputs[0]);
                Tensor negativeLog = graph.Add(graph.Apply(UnaryFunction.Log, total), graph.Subtract(max, inputs[0]));
                return graph.SumTo(Shape.ScalarPerSample, graph.Multiply(inputs[1], negativeLog));

            // Over the numbers of a sample first, then over the batch.
            case Op.SumTo { Shape: { IsBatched: false, Length: 1 } one } when inputs[0].Shape is { IsBatched: true, Length: > 1 }:
                return graph.SumTo(one, graph.SumTo(Shape.ScalarPerSample, inputs[0]));

            default:
                return tensor.Inputs.Count == 0 || inputs.SequenceEqual(tensor.Inputs) ? tensor : graph.Apply(tensor.Op, inputs);
        }
    }

    private (Tensor Shifted, Tensor Max, Tensor Sum) Exponentials(Tensor z)
    {
        Tensor max = Named(z, graph.Apply(new Op.RowMax(), z), "max", "m");
        Tensor shifted = Named(z, graph.Apply(UnaryFunction.Exp, graph.Subtract(z, max)), "exp", "u");
        Tensor sum = Named(z, graph.SumTo(Shape.ScalarPerSample, shifted), "sum", "s");
        return (shifted, max, sum);
    }

    /// <summary>Gives what is made of logits a name on paper.</summary>
    private static Tensor Named(Tensor z, Tensor tensor, string name, string symbol)
    {
        int number = (z.Layer ?? 0) + 1;
        tensor.Label ??= new TensorLabel(name + number, symbol + Superscript.Of(number), IsLandmark: true);
        return tensor;
    }
}

internal static class Reachable
{
    /// <summary>The tensors that the roots are computed from, and the roots, in the order of creation.</summary>
    public static IReadOnlyList<Tensor> From(IEnumerable<Tensor> roots)
    {
        SortedDictionary<int, Tensor> found = [];
        Stack<Tensor> open = new(roots);
        while (open.Count > 0)
        {
            Tensor tensor = open.Pop();
            if (!found.ContainsKey(tensor.Id))
            {
                found.Add(tensor.Id, tensor);
                foreach (Tensor input in tensor.Inputs)
                {
                    open.Push(input);
                }
            }
        }

        return [.. found.Values];
    }
}
