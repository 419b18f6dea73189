using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>Where every array of parameters is stored.</summary>
internal sealed record ParameterLayout(EquatableArray<ParameterBlock> Blocks, int ParameterCount, int StorageLength)
{
    /// <summary>Whether the storage is the canonical order as it is.</summary>
    public bool IsCanonical => StorageLength == ParameterCount && Blocks.All(block => block.Offset == block.CanonicalOffset);

    public ParameterBlock Block(string name) => Blocks.First(block => block.Name == name);

    public static ParameterLayout Create(NetworkGraph graph, EquatableArray<LayerPlan> layers, TargetProfile profile)
    {
        int lanes = profile.AlignmentBytes / graph.Input.Element.Bytes();
        List<ParameterBlock> blocks = [];
        int canonical = 0;
        int stored = 0;
        foreach (GraphParameter parameter in graph.Parameters)
        {
            EquatableArray<int> shape = parameter.Tensor.Shape.Sizes;
            int columns = shape[shape.Count - 1];
            int rows = parameter.Tensor.Shape.Length / columns;
            int stride = columns;

            // Loops walk along rows: let each begin on a cache line, unless that would more than double the memory.
            if (!layers[parameter.Layer].IsUnrolled && columns >= lanes)
            {
                stored = RoundUp(stored, lanes);
                stride = RoundUp(columns, lanes);
            }

            TensorLabel label = parameter.Tensor.Label!;
            blocks.Add(new ParameterBlock(
                label.Name, label.Symbol, parameter.Role, parameter.Layer, parameter.Initializer, shape, rows, columns, stride, stored, canonical));
            canonical += rows * columns;
            stored += rows * stride;
        }

        // Kernels read the last row of a matrix in whole vectors.
        bool hasLoops = layers.Any(layer => !layer.IsUnrolled);
        return new ParameterLayout(blocks.ToEquatableArray(), canonical, hasLoops ? RoundUp(stored, lanes) + lanes : stored);
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}

/// <summary>An array of parameters in storage: element (i, j) stands at Offset + i·Stride + j.</summary>
/// <param name="Name">As an identifier: <c>W1</c>.</param>
/// <param name="Symbol">As on paper: <c>W¹</c>.</param>
/// <param name="Role"><c>W</c> or <c>b</c>.</param>
/// <param name="Layer">The index of its layer.</param>
/// <param name="Initializer">How Initialize draws it.</param>
/// <param name="Shape">As it is declared.</param>
/// <param name="Rows">1 for a vector.</param>
/// <param name="Columns">The last size of the shape.</param>
/// <param name="Stride">From row to row, at least Columns.</param>
/// <param name="Offset">In storage.</param>
/// <param name="CanonicalOffset">In the canonical order, where the stride is Columns.</param>
internal sealed record ParameterBlock(
    string Name, string Symbol, string Role, int Layer, Initializer Initializer, EquatableArray<int> Shape,
    int Rows, int Columns, int Stride, int Offset, int CanonicalOffset);
