using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Graph;

/// <summary>Holds the graph to its grammar at the border of every room: a broken one is an error of ours and must not become code.</summary>
internal static class GraphVerifier
{
    public static void Verify(IReadOnlyList<Tensor> tensors)
    {
        for (int id = 0; id < tensors.Count; id++)
        {
            Tensor tensor = tensors[id];
            Require(tensor.Id == id, $"{tensor} stands at {id}");
            Require(tensor.Inputs.All(input => input.Id < id), $"{tensor} uses a tensor that comes later");
            Require(tensor.Inputs.All(input => ReferenceEquals(tensors[input.Id], input)), $"{tensor} uses a tensor of another graph");
            Require(tensor.Inputs.All(input => input.Element == tensor.Element), $"{tensor} mixes number types");
            Require(tensor.Inputs.Count == 0 || ShapeRules.Infer(tensor.Op, tensor.Inputs) == tensor.Shape, $"{tensor} does not have the shape of its operation");
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new GraphException(message);
        }
    }
}
