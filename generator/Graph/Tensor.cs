using System.Collections.Generic;

namespace NetGen.Generator.Graph;

/// <summary>A node of the graph: an operation, what it is applied to, and the shape of what comes out.</summary>
internal sealed class Tensor(int id, Op op, IReadOnlyList<Tensor> inputs, Shape shape, Precision element, int? layer)
{
    /// <summary>The position in the order of creation: inputs come before what uses them.</summary>
    public int Id { get; } = id;

    public Op Op { get; } = op;

    public IReadOnlyList<Tensor> Inputs { get; } = inputs;

    public Shape Shape { get; } = shape;

    public Precision Element { get; } = element;

    /// <summary>The layer on whose behalf it is computed, forward or backward; null for what belongs to none.</summary>
    public int? Layer { get; } = layer;

    /// <summary>What people call it; null for an intermediate without a name.</summary>
    public TensorLabel? Label { get; set; }

    /// <summary>What people call the gradient of the objective with respect to it.</summary>
    public TensorLabel? GradientLabel { get; set; }

    public override string ToString() => Label?.Name ?? $"%{Id}";
}

/// <summary>The name of a tensor.</summary>
/// <param name="Name">As an identifier: <c>z1</c>.</param>
/// <param name="Symbol">As on paper: <c>z¹</c>.</param>
/// <param name="IsLandmark">Whether a reader expects to find it in the code, so that it is computed under its own name and never folded into another expression.</param>
internal sealed record TensorLabel(string Name, string Symbol, bool IsLandmark);
