using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>Where every array of parameters is stored.</summary>
internal sealed record ParameterLayout(EquatableArray<ParameterBlock> Blocks, int ParameterCount, int StorageLength)
{
    /// <summary>Whether the storage is the canonical order as it is.</summary>
    public bool IsCanonical => StorageLength == ParameterCount && Blocks.All(block => !block.IsTransposed && block.Storage.IsRowByRow);

    /// <summary>Whether blocks of samples have a matrix that is narrower than a vector, which is then stored as its transpose.</summary>
    public bool HasNarrow => Blocks.Any(block => block.IsTransposed);

    public ParameterBlock Block(string name) => Blocks.First(block => block.Name == name);

    /// <summary>The block that a gradient belongs to.</summary>
    public ParameterBlock BlockOfGradient(ValuePlan gradient) => Blocks.First(block => block.Offset == gradient.Offset);

    public static ParameterLayout Create(NetworkGraph graph, bool isStraight, TargetProfile profile)
    {
        int bytes = graph.Input.Element.Bytes();
        int line = profile.AlignmentBytes / bytes;
        List<ParameterBlock> blocks = [];
        int canonical = 0;
        int stored = 0;
        foreach (GraphParameter parameter in graph.Parameters)
        {
            EquatableArray<int> shape = parameter.Tensor.Shape.Sizes;
            int columns = shape[shape.Count - 1];
            int rows = parameter.Tensor.Shape.Length / columns;

            // Fewer outputs than lanes: vectors lie along the inputs instead, and are filled. Straight-line code adds in the order of the inputs, whichever
            // way it runs, and so has the outputs in its lanes.
            bool isTransposed = !isStraight && columns < line && columns < rows;
            (int r, int c) = isTransposed ? (columns, rows) : (rows, columns);
            Storage storage = isStraight ? Storage.OnePanel(r, c, bytes) : Storage.InPanels(r, c, bytes);
            stored = RoundUp(stored, System.Math.Min(line, storage.HasGroups ? storage.Length : storage.LastWidth));

            TensorLabel label = parameter.Tensor.Label!;
            blocks.Add(new ParameterBlock(
                label.Name, label.Symbol, parameter.Role, parameter.Layer, parameter.Initializer, shape, rows, columns, isTransposed, storage, stored, canonical));
            canonical += rows * columns;
            stored += storage.Length;
        }

        return new ParameterLayout(blocks.ToEquatableArray(), canonical, stored);
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}

/// <summary>An array of parameters in storage.</summary>
/// <param name="Name">As an identifier: <c>W1</c>.</param>
/// <param name="Symbol">As on paper: <c>W¹</c>.</param>
/// <param name="Role"><c>W</c> or <c>b</c>.</param>
/// <param name="Layer">The index of its layer.</param>
/// <param name="Initializer">How Initialize draws it.</param>
/// <param name="Shape">As it is declared.</param>
/// <param name="Rows">As declared; 1 for a vector.</param>
/// <param name="Columns">The last size of the shape.</param>
/// <param name="IsTransposed">Whether its columns are the rows of the storage.</param>
/// <param name="Storage">How it lies in memory.</param>
/// <param name="Offset">Where it begins in storage.</param>
/// <param name="CanonicalOffset">Where it begins in the canonical order, which is that of the rows.</param>
internal sealed record ParameterBlock(
    string Name, string Symbol, string Role, int Layer, Initializer Initializer, EquatableArray<int> Shape,
    int Rows, int Columns, bool IsTransposed, Storage Storage, int Offset, int CanonicalOffset)
{
    /// <summary>Where element (i, j) as declared stands in storage.</summary>
    public int At(int i, int j) => Offset + (IsTransposed ? Storage.Offset(j, i) : Storage.Offset(i, j));
}
