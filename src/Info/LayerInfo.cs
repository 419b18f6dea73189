using System.Collections.Generic;

namespace NetGen;

/// <summary>One layer of a network.</summary>
public sealed class LayerInfo
{
    /// <summary>Describes a layer. Generated code calls this.</summary>
    /// <param name="name">The name of the layer, unique in the network.</param>
    /// <param name="kind">The kind of layer, such as <c>Dense</c>.</param>
    /// <param name="inputShape">The shape of one sample at its entry.</param>
    /// <param name="outputShape">The shape of one sample at its exit.</param>
    /// <param name="activation">The activation function.</param>
    /// <param name="parameters">Its weights and biases, in canonical order.</param>
    /// <param name="macs">Multiply-accumulates of one forward pass over one sample.</param>
    /// <param name="plan">How it was compiled, in words.</param>
    /// <param name="alpha">α of the activation, or null where it has none.</param>
    /// <param name="isNamed">Whether the declaration gives the name.</param>
    public LayerInfo(
        string name, string kind, IReadOnlyList<int> inputShape, IReadOnlyList<int> outputShape, Activation activation,
        IReadOnlyList<ParameterInfo> parameters, long macs, string plan, double? alpha = null, bool isNamed = false)
    {
        Name = name;
        Kind = kind;
        InputShape = inputShape;
        OutputShape = outputShape;
        Activation = activation;
        Parameters = parameters;
        Macs = macs;
        Plan = plan;
        Alpha = alpha;
        IsNamed = isNamed;
    }

    /// <summary>The name of the layer, unique in the network.</summary>
    public string Name { get; }

    /// <summary>The kind of layer, such as <c>Dense</c>.</summary>
    public string Kind { get; }

    /// <summary>The shape of one sample at its entry, without the batch.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>The shape of one sample at its exit, without the batch.</summary>
    public IReadOnlyList<int> OutputShape { get; }

    /// <summary>The activation function.</summary>
    public Activation Activation { get; }

    /// <summary>Its weights and biases, in canonical order.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>Multiply-accumulates of one forward pass over one sample.</summary>
    public long Macs { get; }

    /// <summary>How the layer was compiled, in words.</summary>
    public string Plan { get; }

    /// <summary>α of the activation, or null where it has none.</summary>
    public double? Alpha { get; }

    /// <summary>Whether the declaration gives the name.</summary>
    public bool IsNamed { get; }
}
