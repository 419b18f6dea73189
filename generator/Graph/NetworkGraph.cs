using System.Collections.Generic;

namespace NetGen.Generator.Graph;

/// <summary>The forward pass of a network and its objective.</summary>
/// <param name="Builder">Holds the tensors, and takes those of the backward pass.</param>
/// <param name="Input">x.</param>
/// <param name="Output">y.</param>
/// <param name="Target">t; null without a loss.</param>
/// <param name="SampleError">e, one number per sample; null without a loss.</param>
/// <param name="Penalty">Σ λ·ΣW²; null where there is none.</param>
/// <param name="Parameters">In canonical order.</param>
/// <param name="Layers">In the order in which they run.</param>
internal sealed record NetworkGraph(
    GraphBuilder Builder,
    Tensor Input,
    Tensor Output,
    Tensor? Target,
    Tensor? SampleError,
    Tensor? Penalty,
    IReadOnlyList<GraphParameter> Parameters,
    IReadOnlyList<GraphLayer> Layers);

/// <summary>An array of parameters.</summary>
/// <param name="Tensor">Its tensor.</param>
/// <param name="Role"><c>W</c> or <c>b</c>.</param>
/// <param name="Layer">The index of its layer.</param>
/// <param name="Initializer">How Initialize draws it; <see cref="Initializer.Zero"/> for a bias.</param>
internal sealed record GraphParameter(Tensor Tensor, string Role, int Layer, Initializer Initializer);

/// <summary>What is to be told of a layer.</summary>
/// <param name="Name">Unique in the network.</param>
/// <param name="Kind">Such as <c>Dense</c>.</param>
/// <param name="InputShape">Of one sample.</param>
/// <param name="OutputShape">Of one sample.</param>
/// <param name="Activation">Its activation function.</param>
/// <param name="Macs">Multiply-accumulates of one forward pass over one sample.</param>
/// <param name="Alpha">α of the activation, or null where it has none.</param>
/// <param name="IsNamed">Whether the user gave the name.</param>
internal sealed record GraphLayer(string Name, string Kind, Shape InputShape, Shape OutputShape, Activation Activation, long Macs, double? Alpha = null, bool IsNamed = false);
