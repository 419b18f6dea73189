using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Differentiation;

/// <summary>One walk from the end of a graph to its beginning, which derives the gradients of the wanted tensors by the table of adjoints.</summary>
internal static class ReverseWalk
{
    /// <param name="graph">Takes the tensors of the backward pass.</param>
    /// <param name="seeds">Where the walk starts, each with the gradient there.</param>
    /// <param name="wanted">The tensors whose gradients are asked for.</param>
    /// <returns>A gradient for every wanted tensor that the seeds depend on.</returns>
    public static IReadOnlyDictionary<Tensor, Tensor> Differentiate(
        GraphBuilder graph, IReadOnlyList<(Tensor Output, Tensor Gradient)> seeds, IReadOnlyCollection<Tensor> wanted)
    {
        Tensor[] forward = graph.Tensors.Take(seeds.Max(seed => seed.Output.Id) + 1).ToArray();
        HashSet<Tensor> needed = Dependents(forward, wanted);
        Dictionary<Tensor, Tensor> gradients = [];
        foreach ((Tensor output, Tensor gradient) in seeds)
        {
            Accumulate(graph, gradients, output, gradient);
        }

        foreach (Tensor tensor in forward.Reverse())
        {
            if (!needed.Contains(tensor) || !gradients.TryGetValue(tensor, out Tensor? gradient))
            {
                continue;
            }

            gradient.Label ??= tensor.GradientLabel;
            graph.Layer = tensor.Layer;
            IReadOnlyList<Tensor?> adjoints = AdjointRules.Apply(graph, tensor, gradient);
            for (int i = 0; i < adjoints.Count; i++)
            {
                if (adjoints[i] is { } adjoint && needed.Contains(tensor.Inputs[i]))
                {
                    Accumulate(graph, gradients, tensor.Inputs[i], adjoint);
                }
            }
        }

        graph.Layer = null;
        return gradients;
    }

    /// <summary>A tensor that is used several times gets the sum of what its uses give.</summary>
    private static void Accumulate(GraphBuilder graph, Dictionary<Tensor, Tensor> gradients, Tensor tensor, Tensor gradient) =>
        gradients[tensor] = gradients.TryGetValue(tensor, out Tensor? other) ? graph.Add(other, gradient) : gradient;

    /// <summary>What depends on the wanted tensors: through nothing else can a gradient reach them.</summary>
    private static HashSet<Tensor> Dependents(Tensor[] forward, IReadOnlyCollection<Tensor> wanted)
    {
        HashSet<Tensor> dependents = [.. wanted];
        foreach (Tensor tensor in forward)
        {
            if (tensor.Inputs.Any(dependents.Contains))
            {
                dependents.Add(tensor);
            }
        }

        return dependents;
    }
}
